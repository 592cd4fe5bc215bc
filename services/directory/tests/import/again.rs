//! Importing again: what did not change is not written.

use crate::{
    dump::Dump,
    hamlet::{ana, bob, hamlet, village},
    house::{applied, count, in_every_house, unchanged},
    parcel::Parcel,
    record::{PUPIL, change, guardian},
    see::Academy,
};
use db::args;
use directory::import::Counts;

#[tokio::test]
async fn the_same_files_again_write_no_row_of_the_directory() {
    in_every_house(async |app| {
        applied(app, &village()).await;
        let before = Dump::of(app).await;
        let expected = Counts {
            schools: unchanged(2),
            classes: unchanged(2),
            pupils: unchanged(4),
            guardians: unchanged(2),
            staff: unchanged(2),
            links: unchanged(3),
        };
        for _ in 0..2 {
            let report = applied(app, &village()).await;
            assert_eq!(report.counts, expected);
            before.still(app).await;
        }
    })
    .await;
}

#[tokio::test]
async fn the_same_state_on_another_day_writes_the_day_alone() {
    in_every_house(async |app| {
        applied(app, &village()).await;
        let since = app.now();
        applied(app, &village().dated("20260908")).await;
        let day = "select count(*) as n from academy where code = '11' and delivered_on = '2026-09-08'";
        assert_eq!(count(app, day, &[]).await, 1);
        let written = "select (select count(*) from person where created_at >= $1 or gone_at >= $1) \
             + (select count(*) from member where since >= $1 or until >= $1) \
             + (select count(*) from guardianship where since >= $1 or until >= $1) \
             + (select count(*) from circle where since >= $1 or until >= $1) as n";
        assert_eq!(count(app, written, args![since]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn records_in_another_order_and_other_parts_are_the_same() {
    in_every_house(async |app| {
        applied(app, &hamlet()).await;
        let before = Dump::of(app).await;
        let parts = hamlet().remove(PUPIL, 8001).remove(PUPIL, 8002).add(bob()).part(1, &[ana()]);
        let report = applied(app, &parts).await;
        assert_eq!(report.counts.pupils, unchanged(2));
        before.still(app).await;
    })
    .await;
}

#[tokio::test]
async fn an_adult_whose_last_link_ends_is_gone_and_stays_so_while_nobody_names_them() {
    in_every_house(async |app| {
        applied(app, &hamlet().add(guardian(9002, "Samia")).replace(ana().of(&["9001$10", "9002$20"]))).await;
        let montpellier = Academy::of(app, "11");
        assert!(!montpellier.person(9002).await.gone);
        // Her record is still delivered, but no pupil names her any more.
        let after = hamlet().dated("20260908").add(guardian(9002, "Samia"));
        let report = applied(app, &after).await;
        assert_eq!((report.counts.guardians.disappeared, report.counts.links.disappeared), (1, 1));
        assert!(montpellier.person(9002).await.gone);
        let before = Dump::of(app).await;
        let report = applied(app, &after).await;
        assert_eq!(report.counts.guardians.returned, 0);
        before.still(app).await;
        // Named again, she is back as she was.
        let back = after.dated("20260909").replace(ana().of(&["9001$10", "9002$20"]));
        let report = applied(app, &back).await;
        assert_eq!((report.counts.guardians.returned, report.counts.links.returned), (1, 1));
        assert!(!montpellier.person(9002).await.gone);
    })
    .await;
}

#[tokio::test]
async fn a_change_to_what_is_already_so_writes_nothing() {
    in_every_house(async |app| {
        applied(app, &hamlet()).await;
        let since = app.now();
        let same = change(PUPIL, 8001).with("ENTPersonNom", &["MARTIN"]);
        let report = applied(app, &Parcel::delta("20260908").add(same)).await;
        assert_eq!(report.counts.pupils, unchanged(1));
        let written = "select count(*) as n from member where since >= $1 or until >= $1";
        assert_eq!(count(app, written, args![since]).await, 0);
    })
    .await;
}
