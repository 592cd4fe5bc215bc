//! What an académie opened is taken back whole, whatever happens on the way.

use crate::{
    CE1, SERVICES,
    academy::{report, swept},
    change, classes, count,
};
use db::args;
use testkit::{Place::Tilleuls, Who::*, on_both};
use years::turn::sweep::{self, back};

#[tokio::test]
async fn what_is_taken_back_is_not_opened_again_by_the_job_that_was_left() {
    on_both(SERVICES, async |app| {
        app.at("2027-08-30T09:00");
        // The terminal was stopped before its end: the job that would go on in its place waits.
        sweep::run(&app.house, "16", 2027).await.unwrap();
        change(app, "update turn_sweep set finished_at = null", &[]).await;
        app.at("2027-08-31T09:30");
        let taken = back::run(&app.house, "16", 2027).await.unwrap();
        assert_eq!(taken.iter().map(|it| it.undone).collect::<Vec<_>>(), [2]);
        for _ in 0..2 {
            app.run_jobs().await;
            app.wait(3600);
        }
        assert_eq!(classes(app, Zoe).await, ["CP de M. Roux"]);
        assert_eq!(classes(app, Enzo).await, ["CM1 de Mme Carrère"]);
        assert_eq!(count(app, "select count(*) as n from turn_draft where state = 'open'", &[]).await, 0);
        assert_eq!(count(app, "select count(*) as n from turn_sweep where finished_at is null", &[]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_school_that_fails_is_tried_again_and_keeps_no_other_from_its_year_of_before() {
    on_both(SERVICES, async |app| {
        swept(app).await;
        // What Les Tilleuls opened cannot be forgotten for now: something else holds it.
        change(app, "create table turn_held (circle_id uuid references turn_circle (circle_id))", &[]).await;
        let hold = "insert into turn_held (circle_id) select circle_id from turn_circle where school_id = $1 limit 1";
        change(app, hold, args![Tilleuls.id()]).await;
        app.at("2027-09-03T09:00");
        let undo = report(app).await.link("Annuler cette ouverture").unwrap();
        assert_eq!(app.by(Adelaide).await.post(&undo, &[]).await.status, 303);
        app.run_jobs().await;
        assert_eq!(classes(app, Enzo).await, ["CM1 de Mme Carrère"]);
        assert_eq!(classes(app, Zoe).await, [CE1]);
        let page = report(app).await;
        assert!(page.says("Annulation en cours") && !page.says("reste ouverte"), "{}", page.text());
        change(app, "delete from turn_held", &[]).await;
        app.wait(60);
        app.run_jobs().await;
        assert_eq!(classes(app, Zoe).await, ["CP de M. Roux"]);
        let page = report(app).await;
        assert!(page.says("2 écoles remises à l’année précédente"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn what_nobody_goes_on_taking_back_is_asked_for_again_a_day_later() {
    on_both(SERVICES, async |app| {
        swept(app).await;
        app.at("2027-09-03T09:00");
        let undo = report(app).await.link("Annuler cette ouverture").unwrap();
        let adelaide = app.by(Adelaide).await;
        assert_eq!(adelaide.post(&undo, &[]).await.status, 303);
        // Its job is lost.
        change(app, "delete from job where kind = 'years.sweep-back'", &[]).await;
        app.at("2027-09-03T20:00");
        assert!(!report(app).await.says("Annuler cette ouverture"));
        assert_eq!(app.by(Adelaide).await.post(&undo, &[]).await.status, 409);
        app.at("2027-09-04T10:00");
        assert_eq!(report(app).await.link("Annuler cette ouverture").as_ref(), Some(&undo));
        assert_eq!(app.by(Adelaide).await.post(&undo, &[]).await.status, 303);
        app.run_jobs().await;
        assert_eq!(classes(app, Zoe).await, ["CP de M. Roux"]);
        assert_eq!(classes(app, Enzo).await, ["CM1 de Mme Carrère"]);
    })
    .await;
}
