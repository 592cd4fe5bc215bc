//! Rows 28 and 29 of interfaces.md §1.13, and what a delta changes. The order of what it says is told in `delta_order`, the
//! adults it brings in `delta_adults`.

use crate::{
    dump::Dump,
    hamlet::{CP, bob, hamlet, mother},
    house::{applied, count, created, in_every_house, lines, refused, tried, unchanged},
    parcel::Parcel,
    record::{GUARDIAN, PUPIL, SCHOOL, STAFF, change, end, guardian, pupil},
    see::Academy,
};
use directory::import::{Counts, Options, Outcome, Tally};
use testkit::plain_spaced;

const NOTHING: [&str; 0] = [];
const UNKNOWN: &str = "La fiche à modifier ou à supprimer est inconnue : demandez une livraison complète. <-> rejected";

/// The delta of the day after the hamlet.
fn delta() -> Parcel {
    Parcel::delta("20260908")
}

#[tokio::test]
async fn row_28_a_change_or_an_end_of_an_unknown_person_is_rejected() {
    in_every_house(async |app| {
        applied(app, &hamlet()).await;
        let changes = [PUPIL, GUARDIAN, STAFF].map(|entity| change(entity, 9900).with("ENTPersonNom", &["DURAND"]));
        let report = applied(app, &delta().all(changes).add(end(PUPIL, 9901))).await;
        assert_eq!(report.counts.pupils.rejected, 2);
        assert_eq!((report.counts.guardians.rejected, report.counts.staff.rejected), (1, 1));
        let montpellier = Academy::of(app, "11");
        assert_eq!((montpellier.find(9900).await, montpellier.find(9901).await), (None, None));
        let said = ["Eleve 9900", "PersEducNat 9900", "PersRelEleve 9900", "pupil 9901"];
        assert_eq!(lines(app, &report).await, said.map(|who| format!("{who} -: {UNKNOWN}")));
    })
    .await;
}

#[tokio::test]
async fn row_28_a_change_of_an_unknown_school_is_rejected() {
    in_every_house(async |app| {
        applied(app, &hamlet()).await;
        let renamed = change(SCHOOL, 7900).with("ENTStructureNomCourant", &["E.P.PU$LES CHÊNES$SAINT-CLAIR"]);
        let report = applied(app, &delta().add(renamed)).await;
        assert_eq!(Academy::of(app, "11").find_school(7900).await, None);
        assert_eq!(lines(app, &report).await, [format!("EtabEducNat 7900 -: {UNKNOWN}")]);
        assert_eq!(report.counts.schools.rejected, 1);
    })
    .await;
}

#[tokio::test]
async fn a_school_that_a_delta_ends_stays_and_it_is_said() {
    in_every_house(async |app| {
        applied(app, &hamlet()).await;
        let report = applied(app, &delta().all([end(SCHOOL, 7001), end(SCHOOL, 7900)])).await;
        let montpellier = Academy::of(app, "11");
        assert!(!montpellier.school(7001).await.gone);
        assert_eq!(montpellier.members("class", "880001").await, [8001, 8002]);
        let said = "Une école ne se ferme qu’avec une livraison complète ; elle reste. <-> rejected";
        let expected = [format!("EtabEducNat 7001 -: {said}"), format!("EtabEducNat 7900 -: {UNKNOWN}")];
        assert_eq!(lines(app, &report).await, expected);
        assert_eq!(report.counts.schools, Tally { rejected: 2, ..Tally::default() });
    })
    .await;
}

#[tokio::test]
async fn row_28_another_operation_than_a_replacement_is_rejected() {
    in_every_house(async |app| {
        applied(app, &hamlet()).await;
        let added = change(PUPIL, 8001).by("add").with("ENTPersonNom", &["DURAND"]);
        let report = applied(app, &delta().add(added)).await;
        assert_eq!(Academy::of(app, "11").person(8001).await.last_name, "MARTIN");
        let said = "Eleve 8001 -: Seul le remplacement d’une valeur est possible. <add> rejected";
        assert_eq!(lines(app, &report).await, [said]);
        assert_eq!(report.counts.pupils, Tally { rejected: 1, ..Tally::default() });
    })
    .await;
}

#[tokio::test]
async fn row_29_a_delta_that_is_not_newer_than_the_last_delivery_is_ignored() {
    in_every_house(async |app| {
        applied(app, &hamlet()).await;
        let rename = || change(PUPIL, 8001).with("ENTPersonNom", &["DURAND"]);
        for (date, iso) in [("20260906", "2026-09-06"), ("20260907", "2026-09-07")] {
            let reason = refused(app, &Parcel::delta(date).add(rename())).await;
            let said = format!(
                "Cette livraison partielle ({iso}) n’est pas plus récente que la dernière appliquée (2026-09-07)"
            );
            assert_eq!(reason, said + " : elle est ignorée.");
        }
        applied(app, &delta().add(rename())).await;
        refused(app, &delta().add(rename())).await;
        assert_eq!(Academy::of(app, "11").person(8001).await.last_name, "DURAND");
    })
    .await;
}

#[tokio::test]
async fn row_29_a_delta_before_any_full_is_refused() {
    in_every_house(async |app| {
        let reason = refused(app, &delta().add(pupil(8003, 7001, "Cléo"))).await;
        let said = "Aucune livraison complète de cette académie n’a encore été appliquée : commencez par elle.";
        assert_eq!(reason, said);
    })
    .await;
}

#[tokio::test]
async fn a_delta_after_a_long_silence_waits_for_an_answer() {
    in_every_house(async |app| {
        applied(app, &hamlet()).await;
        let late = Parcel::delta("20260915").add(change(PUPIL, 8001).with("ENTPersonNom", &["DURAND"]));
        let before = Dump::of(app).await;
        let report = tried(app, &late, &Options::default()).await;
        assert_eq!(report.outcome, Outcome::Stopped);
        let said = "Il manque sans doute des livraisons entre la dernière appliquée (2026-09-07) et celle-ci \
             (2026-09-15). Demandez une livraison complète, ou confirmez.";
        assert_eq!(plain_spaced(&report.reasons.join("|")), said);
        before.still(app).await;
        let accepted = Options { accept_doubts: true, ..Options::default() };
        assert_eq!(tried(app, &late, &accepted).await.outcome, Outcome::Applied);
        assert_eq!(Academy::of(app, "11").person(8001).await.last_name, "DURAND");
    })
    .await;
}

#[tokio::test]
async fn a_change_touches_only_the_attributes_it_names_and_an_empty_one_clears() {
    in_every_house(async |app| {
        let whole = mother()
            .with("ENTPersRelEleveTelMobile", &["0600000001"])
            .with("ENTPersonTelPerso", &["0500000001"])
            .with("ENTPersonAdresse", &["LE MAS$3 CHEMIN DES ÂNES"]);
        applied(app, &hamlet().replace(whole)).await;
        let montpellier = Academy::of(app, "11");
        let before = montpellier.person(9001).await;
        let changes =
            change(GUARDIAN, 9001).with("ENTPersRelEleveTelMobile", &[""]).with("ENTPersonMail", &["c@example.org"]);
        let report = applied(app, &delta().add(changes)).await;
        let changed = Tally { changed: 1, ..Tally::default() };
        assert_eq!(report.counts, Counts { guardians: changed, classes: unchanged(1), ..Counts::default() });
        let after = montpellier.person(9001).await;
        assert_eq!((after.id, after.email.as_deref()), (before.id, Some("c@example.org")));
        assert!(after.detail("mobile").is_null());
        assert_eq!(
            (after.detail("home_phone"), after.detail("address")),
            (before.detail("home_phone"), before.detail("address"))
        );
        assert_eq!(montpellier.guardians(8001).await, [(9001, Some(10))]);
    })
    .await;
}

#[tokio::test]
async fn a_delta_concludes_nothing_from_absence_and_leans_on_what_is_known() {
    in_every_house(async |app| {
        applied(app, &hamlet()).await;
        let cleo = pupil(8003, 7001, "Cléo").class(CP).level("1121$CP").of(&["9001$10"]);
        let report = applied(app, &delta().add(cleo)).await;
        let expected = Counts { pupils: created(1), links: created(1), classes: unchanged(1), ..Counts::default() };
        assert_eq!(report.counts, expected);
        let montpellier = Academy::of(app, "11");
        assert_eq!(montpellier.members("class", "880001").await, [8001, 8002, 8003]);
        assert_eq!(montpellier.guardians(8003).await, [(9001, Some(10))]);
        let gone = "select count(*) as n from person where academy = '11' and gone_at is not null";
        assert_eq!(count(app, gone, &[]).await, 0);
        assert_eq!(lines(app, &report).await, NOTHING);
    })
    .await;
}

#[tokio::test]
async fn an_end_dates_the_record_and_its_seats_and_closes_no_class() {
    in_every_house(async |app| {
        applied(app, &hamlet()).await;
        let report =
            applied(app, &delta().all([end(PUPIL, 8001), end(PUPIL, 8002), end(GUARDIAN, 9001), end(STAFF, 6001)]))
                .await;
        let gone = |disappeared: i64| Tally { disappeared, ..Tally::default() };
        let counts = report.counts;
        assert_eq!((counts.pupils, counts.guardians, counts.staff), (gone(2), gone(1), gone(1)));
        let montpellier = Academy::of(app, "11");
        for jointure in [8001, 8002, 9001, 6001] {
            assert!(montpellier.person(jointure).await.gone, "{jointure}");
            assert_eq!(montpellier.seats(jointure).await, NOTHING, "{jointure}");
        }
        assert!(!montpellier.circle("class", "880001").await.over);
        assert!(!montpellier.school(7001).await.gone);
    })
    .await;
}

#[tokio::test]
async fn a_new_adult_and_the_link_to_them_may_come_in_one_delta() {
    in_every_house(async |app| {
        applied(app, &hamlet()).await;
        let of_both = change(PUPIL, 8001).with("ENTEleveAutoriteParentale", &["9001$10", "9002$20"]);
        let report = applied(app, &delta().add(of_both).add(guardian(9002, "Karim"))).await;
        assert_eq!(Academy::of(app, "11").guardians(8001).await, [(9001, Some(10)), (9002, Some(20))]);
        assert_eq!((report.counts.guardians, report.counts.links), (created(1), Tally { created: 1, ..unchanged(1) }));
        assert_eq!(lines(app, &report).await, NOTHING);
    })
    .await;
}

#[tokio::test]
async fn two_changes_of_one_record_in_a_delta_are_both_applied() {
    in_every_house(async |app| {
        applied(app, &hamlet()).await;
        let name = change(PUPIL, 8001).with("ENTPersonNom", &["DURAND"]);
        let canteen = change(PUPIL, 8001).with("ENTEleveRestaurantScolaire", &["O"]);
        applied(app, &delta().add(name).add(canteen)).await;
        let ana = Academy::of(app, "11").person(8001).await;
        assert_eq!((ana.last_name.as_str(), ana.detail("canteen").as_bool()), ("DURAND", Some(true)));
    })
    .await;
}

#[tokio::test]
async fn the_full_that_says_what_a_delta_said_changes_nothing() {
    in_every_house(async |app| {
        applied(app, &hamlet()).await;
        let moved = change(PUPIL, 8002).class("7001$ORD$1121$880002$CP B").with("ENTEleveTransport", &["N"]);
        applied(app, &delta().add(moved)).await;
        let before = Dump::of(app).await;
        let bob = bob().class("7001$ORD$1121$880002$CP B").with("ENTEleveTransport", &["N"]);
        let report = applied(app, &hamlet().dated("20260908").replace(bob)).await;
        assert_eq!((report.counts.pupils, report.counts.links), (unchanged(2), unchanged(2)));
        before.still(app).await;
    })
    .await;
}
