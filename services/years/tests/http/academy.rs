//! The académie sees how far its schools are, and opens the year for those that have not done it.

use crate::{CE1, SERVICES, change, classes, count, in_august, open, prepared, rentree};
use testkit::{Who::*, on_both};
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
        assert_eq!(adelaide.post("/annuaire/rentree", &[("academie", "11")]).await.status, 404);
        assert_eq!(adelaide.post("/annuaire/rentree", &[("academie", "16")]).await.status, 303);
        // One at a time.
        assert_eq!(adelaide.post("/annuaire/rentree", &[("academie", "16")]).await.status, 409);
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
