//! The trial whose report is kept: it reads as that of the import would, and nothing else is written.

use crate::{
    dump::Dump,
    hamlet::{bob, hamlet},
    house::{applied, count, in_every_house, lines, schools, tried},
    record::{PUPIL, pupil, uai},
};
use db::args;
use directory::import::{Options, Outcome};

fn kept() -> Options {
    Options { dry_run: true, keep_trial: true, ..Options::default() }
}

#[tokio::test]
async fn a_trial_that_is_kept_reads_as_the_import_does() {
    in_every_house(async |app| {
        let odd = hamlet().replace(bob().with("ENTEleveINE", &["990"]));
        let before = Dump::of(app).await;
        let trial = tried(app, &odd, &kept()).await;
        assert_eq!(trial.outcome, Outcome::DryRun);
        before.still(app).await;
        assert_eq!(count(app, "select count(*) as n from audit", &[]).await, 0);

        let report = applied(app, &odd).await;
        assert_eq!(report.counts, trial.counts);
        assert_eq!(lines(app, &trial).await, lines(app, &report).await);
        let placed = "select count(*) as n from import_finding where run_id = $1 and uai = $2";
        assert_eq!(count(app, placed, args![trial.id, uai(7001)]).await, 1);
        let (tried_schools, changed_schools) = (schools(app, &trial).await, schools(app, &report).await);
        assert_eq!(changed_schools.len(), 2, "{changed_schools:?}");
        assert_eq!(format!("{tried_schools:?}"), format!("{changed_schools:?}"));
    })
    .await;
}

#[tokio::test]
async fn a_trial_that_is_kept_says_its_doubts_and_is_no_import_that_stopped() {
    in_every_house(async |app| {
        let crowd = hamlet().all((8100..8113).map(|id| pupil(id, 7001, "Lou")));
        applied(app, &crowd).await;
        let emptier = (8100..8106).fold(crowd.dated("20260908"), |parcel, id| parcel.remove(PUPIL, id));
        let before = Dump::of(app).await;
        let trial = tried(app, &emptier, &kept()).await;
        assert_eq!((trial.outcome, trial.reasons.len()), (Outcome::DryRun, 1));
        before.still(app).await;
        let said = "select count(*) as n from import_run where id = $1 and outcome = 'dry-run'";
        assert_eq!(count(app, said, args![trial.id]).await, 1);
        let gone = "select disappeared as n from import_school where run_id = $1 and uai = $2 and kind = 'pupil'";
        assert_eq!(count(app, gone, args![trial.id, uai(7001)]).await, 6);
    })
    .await;
}
