//! What an académie opened is taken back whole, whatever happens on the way.

use crate::{SERVICES, change, classes, count};
use testkit::{Who::*, on_both};
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
