//! Adults a delta brings: those a pupil names, be it since an earlier delivery, and those nobody names (rows 19 and 20 of
//! interfaces.md §1.13).

use crate::{
    dump::Dump,
    hamlet::{ana, hamlet, mother},
    house::{applied, count, created, in_every_house, lines, unchanged},
    parcel::Parcel,
    record::{GUARDIAN, PUPIL, Record, change, end, guardian},
    see::Academy,
};
use directory::import::{Counts, Tally};
use testkit::App;

const NOTHING: [&str; 0] = [];
const NOT_THERE: &str = "Eleve 8001 ENTEleveAutoriteParentale: Le responsable légal cité n’est pas dans la livraison ; \
     le lien est ignoré. <9999>";
const AUTHORITIES: &str = "ENTEleveAutoriteParentale";
const BOTH: [&str; 2] = ["9001$10", "9999$20"];

/// The hamlet, where Ana names an adult who is nowhere.
fn awaiting() -> Parcel {
    hamlet().replace(ana().of(&BOTH))
}

fn karim() -> Record {
    guardian(9999, "Karim")
}

async fn awaited(app: &App) -> i64 {
    count(app, "select count(*) as n from awaited_link", &[]).await
}

#[tokio::test]
async fn a_link_begins_when_its_adult_comes_alone() {
    in_every_house(async |app| {
        applied(app, &awaiting()).await;
        let montpellier = Academy::of(app, "11");
        assert!(montpellier.person(8001).await.incomplete);
        assert_eq!(awaited(app).await, 1);
        let report = applied(app, &Parcel::delta("20260908").add(karim())).await;
        let expected = Counts { classes: unchanged(1), guardians: created(1), links: created(1), ..Counts::default() };
        assert_eq!(report.counts, expected);
        assert_eq!(montpellier.guardians(8001).await, [(9001, Some(10)), (9999, Some(20))]);
        assert!(!montpellier.person(8001).await.incomplete);
        assert_eq!(awaited(app).await, 0);
        assert_eq!(lines(app, &report).await, NOTHING);
        // The full delivery of that day has nothing to add.
        let before = Dump::of(app).await;
        let report = applied(app, &awaiting().dated("20260908").add(karim())).await;
        assert_eq!((report.counts.pupils, report.counts.links), (unchanged(2), unchanged(3)));
        before.still(app).await;
    })
    .await;
}

#[tokio::test]
async fn a_delta_and_a_change_say_who_is_awaited_too() {
    in_every_house(async |app| {
        applied(app, &hamlet()).await;
        let names = change(PUPIL, 8001).with(AUTHORITIES, &BOTH);
        let report = applied(app, &Parcel::delta("20260908").add(names)).await;
        assert_eq!(lines(app, &report).await, [NOT_THERE]);
        // Another change keeps waiting for the adult.
        let renamed = change(PUPIL, 8001).with("ENTPersonNom", &["DURAND"]);
        let report = applied(app, &Parcel::delta("20260909").add(renamed)).await;
        assert_eq!(lines(app, &report).await, [NOT_THERE]);
        assert_eq!(awaited(app).await, 1);
        applied(app, &Parcel::delta("20260910").add(karim())).await;
        let montpellier = Academy::of(app, "11");
        assert_eq!(montpellier.guardians(8001).await, [(9001, Some(10)), (9999, Some(20))]);
        assert_eq!(montpellier.person(8001).await.last_name, "DURAND");
        assert!(!montpellier.person(8001).await.incomplete);
    })
    .await;
}

#[tokio::test]
async fn nobody_awaits_an_adult_whom_the_last_record_does_not_name() {
    in_every_house(async |app| {
        applied(app, &awaiting()).await;
        let named = change(PUPIL, 8001).with(AUTHORITIES, &["9001$10"]);
        applied(app, &Parcel::delta("20260908").add(named)).await;
        let montpellier = Academy::of(app, "11");
        assert!(!montpellier.person(8001).await.incomplete);
        assert_eq!(awaited(app).await, 0);
        applied(app, &Parcel::delta("20260909").add(karim())).await;
        assert_eq!(montpellier.find(9999).await, None);
        // Nor after a full delivery.
        applied(app, &awaiting().dated("20260910")).await;
        assert_eq!(awaited(app).await, 1);
        applied(app, &hamlet().dated("20260911")).await;
        assert_eq!(awaited(app).await, 0);
        assert!(!montpellier.person(8001).await.incomplete);
    })
    .await;
}

#[tokio::test]
async fn a_pupil_who_is_gone_awaits_nobody() {
    in_every_house(async |app| {
        applied(app, &awaiting()).await;
        // In the delivery that ends the pupil as in the next ones.
        let report = applied(app, &Parcel::delta("20260908").all([end(PUPIL, 8001), karim()])).await;
        assert_eq!((report.counts.guardians, report.counts.links), (Tally::default(), Tally::default()));
        assert_eq!(awaited(app).await, 0);
        applied(app, &Parcel::delta("20260909").add(karim())).await;
        let montpellier = Academy::of(app, "11");
        assert!(montpellier.person(8001).await.gone);
        assert_eq!(montpellier.find(9999).await, None);
    })
    .await;
}

#[tokio::test]
async fn a_pupil_who_lacks_a_school_too_stays_incomplete() {
    in_every_house(async |app| {
        let sings = ana().of(&BOTH).with("ENTPersonGroupes", &["7999$GRP$$980009$Chorale"]);
        applied(app, &hamlet().replace(sings)).await;
        applied(app, &Parcel::delta("20260908").add(karim())).await;
        let montpellier = Academy::of(app, "11");
        assert_eq!(montpellier.guardians(8001).await, [(9001, Some(10)), (9999, Some(20))]);
        assert!(montpellier.person(8001).await.incomplete);
        assert_eq!(awaited(app).await, 0);
    })
    .await;
}

#[tokio::test]
async fn two_adults_awaited_may_come_one_after_the_other() {
    in_every_house(async |app| {
        applied(app, &hamlet().replace(ana().of(&["9998$10", "9999$20"]))).await;
        let montpellier = Academy::of(app, "11");
        applied(app, &Parcel::delta("20260908").add(karim())).await;
        assert_eq!(montpellier.guardians(8001).await, [(9999, Some(20))]);
        assert!(montpellier.person(8001).await.incomplete);
        applied(app, &Parcel::delta("20260909").add(guardian(9998, "Samia"))).await;
        assert_eq!(montpellier.guardians(8001).await, [(9998, Some(10)), (9999, Some(20))]);
        assert!(!montpellier.person(8001).await.incomplete);
    })
    .await;
}

#[tokio::test]
async fn an_adult_who_was_ended_comes_back_to_the_pupils_who_name_them() {
    in_every_house(async |app| {
        applied(app, &hamlet()).await;
        applied(app, &Parcel::delta("20260908").add(end(GUARDIAN, 9001))).await;
        let montpellier = Academy::of(app, "11");
        assert!(montpellier.person(9001).await.gone);
        // The record of one of the two, meanwhile, leads to nobody.
        let renamed = change(PUPIL, 8001).with("ENTPersonNom", &["DURAND"]);
        let report = applied(app, &Parcel::delta("20260909").add(renamed)).await;
        assert_eq!(lines(app, &report).await, [NOT_THERE.replace("9999", "9001")]);
        let report = applied(app, &Parcel::delta("20260910").add(mother())).await;
        assert_eq!(report.counts.guardians, Tally { returned: 1, ..Tally::default() });
        assert!(!montpellier.person(9001).await.gone);
        for pupil in [8001, 8002] {
            assert_eq!(montpellier.guardians(pupil).await, [(9001, Some(10))], "{pupil}");
        }
        assert!(!montpellier.person(8001).await.incomplete);
    })
    .await;
}

#[tokio::test]
async fn row_20_an_adult_of_a_delta_whom_nobody_names_or_awaits_is_not_created() {
    in_every_house(async |app| {
        applied(app, &awaiting()).await;
        let report = applied(app, &Parcel::delta("20260908").add(guardian(9002, "Samia"))).await;
        assert_eq!(report.counts, Counts { classes: unchanged(1), ..Counts::default() });
        assert_eq!(Academy::of(app, "11").find(9002).await, None);
        assert_eq!(awaited(app).await, 1);
        assert_eq!(lines(app, &report).await, NOTHING);
    })
    .await;
}
