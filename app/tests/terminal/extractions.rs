//! The extractions of ONDE the demonstration gives to try: the first fill the school, the last shows what one sees later.

use crate::house::houses;
use commons::House;
use db::{Ambient, Clock, Dice, Moment};
use preau::demo::{self, People, extractions};
use school::{SchoolId, Viewer, account::Account};
use std::{fs, path::Path};
use supply::onde::{
    apply_plan,
    plan::Plan,
    report::Report,
    run::{Files, Run},
};

/// Tuesday 6 October 2026 at ten.
const TUESDAY: Moment = Moment(1_791_273_600_000);

/// The extractions written among the data whose name begins so.
fn files(data: &Path, begins: &str) -> Files {
    let folder = data.join(extractions::FOLDER);
    let names = extractions::SAMPLES.iter().map(|it| it.0).filter(|name| name.starts_with(begins));
    names.map(|name| (name.to_owned(), fs::read(folder.join(name)).unwrap())).collect()
}

/// What the head of the school sees of files, which are applied then.
async fn given(house: &House, login: &str, files: &Files) -> Report {
    let mut tx = house.db.write().await.unwrap();
    let account = Account::by_login(&mut tx, login).await.unwrap().unwrap();
    let head = Viewer::load(&mut tx, account.id).await.unwrap();
    let school: SchoolId = head.headed()[0].school;
    let id = Run::create(&mut tx, &head, school, files).await.unwrap();
    let run = Run::load(&mut tx, &head, school, id).await.unwrap();
    let plan = Plan::of(&mut tx, &run, files).await.unwrap();
    assert!(plan.is_readable() && !plan.checks && !plan.empties());
    apply_plan(&mut tx, &head, &run, &plan).await.unwrap();
    tx.commit().await.unwrap();
    Report::of(&plan)
}

fn figures(report: &Report) -> Vec<(&str, usize)> {
    report.figures.iter().map(|it| (it.0.as_str(), it.1)).collect()
}

/// How many rows the table of a title has.
fn rows(report: &Report, title: &str) -> usize {
    report.tables.iter().find(|it| it.title == title).map_or(0, |it| it.rows.len())
}

#[tokio::test]
async fn the_samples_fill_a_school_then_change_it() {
    for place in houses() {
        let mut house = place.open_at(TUESDAY).await;
        demo::prepare(&house).await.unwrap();
        extractions::write(place.folder.path(), &house.db).unwrap();
        let lines = People::find(&house.db).await.unwrap().lines(&house).await.unwrap();
        let login = &lines.iter().find(|it| it.role == extractions::ROLE).unwrap().login;

        let first = given(&house, login, &files(place.folder.path(), "1-")).await;
        let wanted = [
            ("Nouveaux élèves", 20),
            ("Nouveaux responsables", 19),
            ("Liens entre un enfant et un responsable, ajoutés", 32),
            ("Nouveaux enseignants", 2),
            ("Nouvelles classes", 3),
        ];
        assert_eq!(figures(&first), wanted);
        assert_eq!(rows(&first, "Lignes prises, à regarder"), 0, "{first:?}");

        let later = Ambient { clock: Clock::hand(TUESDAY.plus_days(7)), dice: Dice::seeded(8) };
        house.db = house.db.with(later);
        let second = given(&house, login, &files(place.folder.path(), "2-")).await;
        let wanted = [
            ("Nouveaux élèves", 1),
            ("Élèves qui changent de classe", 1),
            ("Élèves dont la fiche change", 1),
            ("Élèves absents de l’extraction", 2),
            ("Élèves sans changement", 16),
            ("Lignes laissées de côté", 1),
        ];
        assert_eq!(figures(&second), wanted);
        assert_eq!(rows(&second, "Lignes prises, à regarder"), 2, "{second:?}");
        house.db.close().await;
    }
}
