//! The académie sees how far its schools are, and opens the year for those that have not done it.

use crate::{CE1, SERVICES, change, class, classes, count, in_august, open, prepared, rentree};
use db::args;
use testkit::{
    App, Page,
    Place::{JulesVerne, Tilleuls},
    Who::*,
    on_both,
};
use years::turn::sweep;

#[tokio::test]
async fn the_year_is_opened_for_the_schools_that_did_not() {
    on_both(SERVICES, async |app| {
        prepared(app).await;
        let adelaide = app.by(Adelaide).await;
        let page = adelaide.get("/annuaire/rentree").await;
        assert!(
            page.says("Rentrée 2027-2028 des écoles") && page.says("du 1er août au 30 septembre"),
            "{}",
            page.text()
        );
        assert!(!page.says("Ouvrir l’année pour"), "{}", page.text());
        assert_eq!(adelaide.post("/annuaire/rentree", &[("academie", "16")]).await.status, 403);
        app.at("2027-08-30T09:00");
        let adelaide = app.by(Adelaide).await;
        let page = adelaide.get("/annuaire/rentree").await;
        assert!(page.says("Ouvrir l’année pour les 2 écoles qui ne l’ont pas fait"), "{}", page.text());
        let ask = page.link("Ouvrir l’année pour les 2 écoles qui ne l’ont pas fait").unwrap();
        let page = adelaide.get(&ask).await;
        for said in ["1 école a préparé sa rentrée", "1 école n’a rien préparé", "Rien n’est effacé."] {
            assert!(page.says(said), "{said}: {}", page.text());
        }
        assert_eq!(page.attributes("main form input[name=academie]", "value"), ["16"]);
        assert_eq!(adelaide.get("/annuaire/rentree/ouverture?academie=11").await.status, 404);
        assert_eq!(adelaide.post("/annuaire/rentree", &[("academie", "11")]).await.status, 404);
        assert_eq!(adelaide.post("/annuaire/rentree", &[("academie", "16")]).await.status, 303);
        // One at a time.
        assert_eq!(adelaide.post("/annuaire/rentree", &[("academie", "16")]).await.status, 409);
        assert_eq!(adelaide.get(&ask).await.status, 409);
        app.run_jobs().await;
        assert_eq!(classes(app, Zoe).await, [CE1]);
        assert_eq!(classes(app, Enzo).await, ["CM2 de Mme Carrère"]);
        assert_eq!(classes(app, Thea).await, ["CM2 de Mme Carrère"]);
        let page = adelaide.get("/annuaire/rentree").await;
        let counts = "Écoles ouvertes : 2, dont sans préparation : 1. Classes : 3. Élèves placés : 4.";
        assert!(page.says(counts), "{}", page.text());
        assert!(!page.says("Ouvrir l’année pour"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn a_school_that_opened_by_itself_is_left_alone() {
    on_both(SERVICES, async |app| {
        let helene = in_august(app).await;
        helene.post(&rentree(""), &[]).await;
        open(&helene).await;
        let seats = "select count(*) as n from member where source = 'hand' and role = 'pupil'";
        let before = count(app, seats, &[]).await;
        let tally = sweep::run(&app.house, "16", 2027).await.unwrap();
        assert_eq!((tally.schools, tally.proposed, tally.classes, tally.pupils), (1, 1, 1, 1));
        assert_eq!(count(app, seats, &[]).await, before + 1);
        assert_eq!(sweep::run(&app.house, "16", 2027).await.unwrap(), sweep::Tally::default());
    })
    .await;
}

#[tokio::test]
async fn the_head_undoes_what_the_academy_opened() {
    on_both(SERVICES, async |app| {
        app.at("2027-08-30T09:00");
        sweep::run(&app.house, "16", 2027).await.unwrap();
        let hector = app.by(Hector).await;
        let path = format!("/ecoles/{}/rentree/annulation", testkit::Place::JulesVerne.id());
        assert_eq!(hector.post(&path, &[]).await.status, 303);
        assert_eq!(classes(app, Enzo).await, ["CM1 de Mme Carrère"]);
    })
    .await;
}

#[tokio::test]
async fn the_oldest_have_no_class_any_more() {
    on_both(SERVICES, async |app| {
        change(app, "update person set level = '1125' where first_name = 'Enzo'", &[]).await;
        app.at("2027-08-30T09:00");
        let tally = sweep::run(&app.house, "16", 2027).await.unwrap();
        assert_eq!((tally.schools, tally.classes, tally.pupils), (2, 2, 3));
        assert_eq!(classes(app, Enzo).await, Vec::<String>::new());
        // The directory of the académie says when he left.
        let gone = "select count(*) as n from person where first_name = 'Enzo' and gone_at is not null";
        assert_eq!(count(app, gone, &[]).await, 0);
    })
    .await;
}

/// Adélaïde opens the year of the schools that did not, at the end of August.
pub(crate) async fn swept(app: &App) {
    app.at("2027-08-30T09:00");
    assert_eq!(app.by(Adelaide).await.post("/annuaire/rentree", &[("academie", "16")]).await.status, 303);
    app.run_jobs().await;
}

/// What Adélaïde reads then.
pub(crate) async fn report(app: &App) -> Page {
    app.by(Adelaide).await.get("/annuaire/rentree").await
}

#[tokio::test]
async fn a_trial_says_what_would_be_opened_and_writes_nothing() {
    on_both(SERVICES, async |app| {
        app.at("2027-08-30T09:00");
        let drafts = "select count(*) as n from turn_draft";
        let (said, left) = sweep::rehearse(&app.house, "16", 2027).await.unwrap();
        assert_eq!((said.schools, said.proposed, left.len()), (2, 2, 0));
        assert_eq!(count(app, drafts, &[]).await, 0);
        assert_eq!(count(app, "select count(*) as n from circle where year = 2027", &[]).await, 0);
        assert_eq!(classes(app, Enzo).await, ["CM1 de Mme Carrère"]);
        assert_eq!(sweep::run(&app.house, "16", 2027).await.unwrap(), said);
        assert_eq!(count(app, drafts, &[]).await, 2);
    })
    .await;
}

#[tokio::test]
async fn a_school_that_cannot_be_opened_keeps_no_other_from_its_year() {
    on_both(SERVICES, async |app| {
        prepared(app).await;
        // Another circle has the identifier of a class prepared.
        let clash = "insert into circle (id, school_id, kind, year, academy, key, name, sort_key, since) \
                     select k.id, $1, 'group', 2027, '16', 'autre', 'Autre', 'autre', 0 from turn_class k where k.name = $2";
        change(app, clash, args![JulesVerne.id(), CE1]).await;
        // A trial names it too.
        app.at("2027-08-30T08:00");
        let (said, left) = sweep::rehearse(&app.house, "16", 2027).await.unwrap();
        let names: Vec<&str> = left.iter().map(|it| it.name.as_str()).collect();
        assert_eq!((said.schools, names), (1, vec!["Les Tilleuls"]));
        swept(app).await;
        assert_eq!(classes(app, Enzo).await, ["CM2 de Mme Carrère"]);
        assert_eq!(classes(app, Zoe).await, ["CP de M. Roux"]);
        let page = report(app).await;
        assert!(page.says("Écoles ouvertes : 1,"), "{}", page.text());
        let named = "Les Tilleuls · Montaubrac : l’année n’a pas pu être ouverte. À ouvrir depuis la page de l’école.";
        assert_eq!(page.texts("main article li"), [named]);
        assert_eq!(page.link(named), Some(rentree("")));
        // Once that is put right the school is opened like any other, and nothing is said of it any more.
        change(app, "delete from circle where name = 'Autre'", &[]).await;
        app.at("2027-08-31T09:00");
        assert_eq!(app.by(Adelaide).await.post("/annuaire/rentree", &[("academie", "16")]).await.status, 303);
        app.run_jobs().await;
        assert_eq!(classes(app, Zoe).await, [CE1]);
        assert!(!report(app).await.says("n’a pas pu être ouverte"));
    })
    .await;
}

#[tokio::test]
async fn a_school_that_said_its_day_is_not_opened_before() {
    on_both(SERVICES, async |app| {
        let helene = prepared(app).await;
        helene.post(&rentree("/ouverture"), &[("jour", "2027-09-02")]).await;
        swept(app).await;
        assert_eq!(classes(app, Zoe).await, ["CP de M. Roux"]);
        assert_eq!(classes(app, Enzo).await, ["CM2 de Mme Carrère"]);
        let planned = app.by(Adelaide).await.get("/annuaire/rentree/ecoles?academie=16&etat=planned").await;
        assert!(planned.says("Les Tilleuls") && !planned.says("Jules-Verne"), "{}", planned.text());
    })
    .await;
}

#[tokio::test]
async fn the_academy_reads_which_schools_prepared_nothing() {
    on_both(SERVICES, async |app| {
        prepared(app).await;
        let adelaide = app.by(Adelaide).await;
        let figures = adelaide.get("/annuaire/rentree").await;
        let list = figures.link("Rien de préparé").unwrap();
        let page = adelaide.get(&list).await;
        assert!(page.says("Jules-Verne") && !page.says("Les Tilleuls"), "{}", page.text());
        assert!(page.says("Rien de préparé : 1 école"), "{}", page.text());
        let school = page.link("Jules-Verne").unwrap();
        assert_eq!(school, format!("/ecoles/{}/rentree", JulesVerne.id()));
        assert_eq!(adelaide.get(&school).await.status, 200);
        for wrong in ["academie=16&etat=ailleurs", "academie=11&etat=nothing", "etat=nothing"] {
            let path = format!("/annuaire/rentree/ecoles?{wrong}");
            assert_eq!(adelaide.get(&path).await.status, 404, "{wrong}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_academy_takes_back_all_it_opened_but_what_the_directory_brought() {
    on_both(SERVICES, async |app| {
        swept(app).await;
        // The delivery gave its number to a class of Les Tilleuls.
        change(app, "update circle set key = '880101' where id = $1", args![class(app, CE1).await]).await;
        app.at("2027-09-03T09:00");
        let adelaide = app.by(Adelaide).await;
        let undo = report(app).await.link("Annuler cette ouverture").unwrap();
        let page = adelaide.get(&undo).await;
        assert!(page.says("2 écoles ont été ouvertes") && page.says("jusqu’au 29 septembre 2027"), "{}", page.text());
        assert_eq!(adelaide.post(&undo, &[]).await.status, 303);
        assert_eq!(adelaide.post(&undo, &[]).await.status, 409);
        app.run_jobs().await;
        assert_eq!(classes(app, Enzo).await, ["CM1 de Mme Carrère"]);
        assert_eq!(classes(app, Zoe).await, [CE1]);
        let page = report(app).await;
        assert!(page.says("1 école remise à l’année précédente"), "{}", page.text());
        let named = "Les Tilleuls · Montaubrac : reste ouverte, l’annuaire a déjà apporté ses classes, ou des personnes s’en \
                     servent déjà.";
        assert_eq!(page.texts("main article li"), [named]);
        assert!(!page.says("Annuler cette ouverture"), "{}", page.text());
        let audited = "select count(*) as n from audit where action = 'year-opening-undone'";
        assert_eq!(count(app, audited, &[]).await, 2);
    })
    .await;
}

#[tokio::test]
async fn taken_back_a_school_that_had_prepared_nothing_has_nothing_prepared() {
    on_both(SERVICES, async |app| {
        prepared(app).await;
        swept(app).await;
        change(app, "update turn_sweep set nowhere = 3", &[]).await;
        app.at("2027-09-03T09:00");
        let page = report(app).await;
        assert!(page.says("3 élèves de ces écoles n’ont pas de classe"), "{}", page.text());
        let undo = page.link("Annuler cette ouverture").unwrap();
        app.by(Adelaide).await.post(&undo, &[]).await;
        app.run_jobs().await;
        let page = report(app).await;
        let rows = page.texts("main tbody tr");
        for row in ["Rien de préparé 1", "Rentrée en préparation 1", "Année ouverte 0"] {
            assert!(rows.iter().any(|it| it == row), "{row}: {rows:?}");
        }
        assert!(!page.says("n’ont pas de classe"), "{}", page.text());
        // And it is opened again like any other.
        app.at("2027-09-04T09:00");
        assert_eq!(app.by(Adelaide).await.post("/annuaire/rentree", &[("academie", "16")]).await.status, 303);
        app.run_jobs().await;
        assert_eq!(classes(app, Enzo).await, ["CM2 de Mme Carrère"]);
        assert_eq!(classes(app, Zoe).await, [CE1]);
    })
    .await;
}

#[tokio::test]
async fn the_audit_says_of_each_school_that_its_year_was_opened() {
    on_both(SERVICES, async |app| {
        let all = "select count(*) as n from audit where action = 'year-opened'";
        // A trial leaves no trace.
        app.at("2027-08-30T08:00");
        sweep::rehearse(&app.house, "16", 2027).await.unwrap();
        assert_eq!(count(app, all, &[]).await, 0);
        swept(app).await;
        let one = "select count(*) as n from audit where action = 'year-opened' and account_id = $1 and subject = $2 \
                   and detail = $3";
        for (place, done) in [(Tilleuls, "2027 : 2 / 3"), (JulesVerne, "2027 : 1 / 1")] {
            let found = count(app, one, args![Adelaide.account(), place.id().to_string(), done]).await;
            assert_eq!(found, 1, "{place:?}");
        }
        // And of the académie, once.
        assert_eq!(count(app, all, &[]).await, 3);
    })
    .await;
}

#[tokio::test]
async fn after_thirty_days_nothing_is_taken_back() {
    on_both(SERVICES, async |app| {
        swept(app).await;
        app.at("2027-09-03T09:00");
        let undo = report(app).await.link("Annuler cette ouverture").unwrap();
        app.at("2027-09-30T09:00");
        assert!(!report(app).await.says("Annuler cette ouverture"));
        assert_eq!(app.by(Adelaide).await.post(&undo, &[]).await.status, 409);
        assert!(sweep::back::run(&app.house, "16", 2027).await.unwrap().is_empty());
        app.at("2027-09-10T09:00");
        let taken = sweep::back::run(&app.house, "16", 2027).await.unwrap();
        assert_eq!(taken.iter().map(|it| it.undone).collect::<Vec<_>>(), [2]);
        assert_eq!(classes(app, Enzo).await, ["CM1 de Mme Carrère"]);
    })
    .await;
}
