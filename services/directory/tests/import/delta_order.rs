//! The order of what a delta says: the last word about a record wins.

use crate::{
    hamlet::{CP, ana, bob, hamlet, mother, teacher},
    house::{applied, created, in_every_house, lines, unchanged},
    parcel::Parcel,
    record::{GUARDIAN, PUPIL, SCHOOL, STAFF, change, end, guardian, pupil, school, staff},
    see::Academy,
};
use directory::import::{Counts, Tally};

const NOTHING: [&str; 0] = [];
const TWICE: &str = "Cette fiche est présente deux fois dans la livraison ; la dernière est gardée.";
const CANTEEN: &str = "ENTEleveRestaurantScolaire";
const NAME: &str = "ENTPersonNom";
/// A class that only records taken back speak of.
const CE1: &str = "7001$ORD$1122$880002$CE1 B";

/// The delta of the day after the hamlet.
fn delta() -> Parcel {
    Parcel::delta("20260908")
}

fn gone(disappeared: i64) -> Tally {
    Tally { disappeared, ..Tally::default() }
}

#[tokio::test]
async fn who_is_ended_then_added_is_there_as_before() {
    in_every_house(async |app| {
        applied(app, &hamlet()).await;
        let montpellier = Academy::of(app, "11");
        let before = (montpellier.person(8001).await, montpellier.person(9001).await, montpellier.person(6001).await);
        let ends = [end(PUPIL, 8001), end(GUARDIAN, 9001), end(STAFF, 6001)];
        let report = applied(app, &delta().all(ends).all([ana(), mother(), teacher()])).await;
        let one = unchanged(1);
        let expected =
            Counts { classes: one, pupils: one, guardians: one, staff: one, links: one, ..Counts::default() };
        assert_eq!(report.counts, expected);
        let after = (montpellier.person(8001).await, montpellier.person(9001).await, montpellier.person(6001).await);
        assert_eq!(after, before);
        assert_eq!(montpellier.seats(8001).await, ["class 880001 pupil", "school 7001 pupil"]);
        assert_eq!(montpellier.seats(6001).await, ["staff 7001 teacher"]);
        assert_eq!(montpellier.guardians(8001).await, [(9001, Some(10))]);
        assert_eq!(lines(app, &report).await, NOTHING);
    })
    .await;
}

#[tokio::test]
async fn who_is_ended_then_added_otherwise_is_there_otherwise() {
    in_every_house(async |app| {
        applied(app, &hamlet()).await;
        let moved = ana().class(CE1).level("1122$CE1");
        let report = applied(app, &delta().all([end(PUPIL, 8001), moved])).await;
        assert_eq!(report.counts.pupils, Tally { moved: 1, ..Tally::default() });
        let montpellier = Academy::of(app, "11");
        assert!(!montpellier.person(8001).await.gone);
        assert_eq!(montpellier.seats(8001).await, ["class 880002 pupil", "school 7001 pupil"]);
    })
    .await;
}

#[tokio::test]
async fn who_is_added_or_changed_then_ended_is_gone() {
    in_every_house(async |app| {
        applied(app, &hamlet()).await;
        let of_pupils = [
            ana().named("DURAND").class(CE1).level("1122$CE1"),
            end(PUPIL, 8001),
            change(PUPIL, 8002).with(NAME, &["DURAND"]),
            end(PUPIL, 8002),
        ];
        let of_adults = [mother().named("DURAND"), end(GUARDIAN, 9001), teacher().named("DURAND"), end(STAFF, 6001)];
        let report = applied(app, &delta().all(of_pupils).all(of_adults)).await;
        let counts = report.counts;
        assert_eq!((counts.pupils, counts.guardians, counts.staff), (gone(2), gone(1), gone(1)));
        assert_eq!((counts.classes, counts.links), (unchanged(1), Tally::default()));
        let montpellier = Academy::of(app, "11");
        for jointure in [8001, 8002, 9001, 6001] {
            let person = montpellier.person(jointure).await;
            assert_eq!((person.gone, person.last_name.as_str()), (true, "MARTIN"), "{jointure}");
            assert_eq!(montpellier.seats(jointure).await, NOTHING, "{jointure}");
        }
        assert_eq!(lines(app, &report).await, NOTHING);
    })
    .await;
}

#[tokio::test]
async fn somebody_new_who_is_ended_is_never_created_nor_what_only_they_had() {
    in_every_house(async |app| {
        applied(app, &hamlet()).await;
        let montpellier = Academy::of(app, "11");
        let circles = montpellier.circles().await;
        // In a class of her own, then at another level of a class that is there; her adult is named by nobody else.
        let newcomers = [
            pupil(8003, 7001, "Cléo").class(CE1).level("1122$CE1").of(&["9002$10", "9999$20"]),
            end(PUPIL, 8003),
            pupil(8004, 7001, "Dan").class("7001$ORD$1122$880001$CP A").level("1122$CE1"),
            end(PUPIL, 8004),
        ];
        let adults = [guardian(9002, "Samia"), staff(6002, "Line").directs(&["7001"]), end(STAFF, 6002)];
        let report =
            applied(app, &delta().all(newcomers).all(adults).add(change(PUPIL, 8001).with(CANTEEN, &["O"]))).await;
        let changed = Tally { changed: 1, ..Tally::default() };
        let expected = Counts { classes: unchanged(1), pupils: changed, links: unchanged(1), ..Counts::default() };
        assert_eq!(report.counts, expected);
        for jointure in [8003, 8004, 9002, 6002] {
            assert_eq!(montpellier.find(jointure).await, None, "{jointure}");
        }
        assert_eq!(montpellier.circles().await, circles);
        assert_eq!(lines(app, &report).await, NOTHING);
    })
    .await;
}

#[tokio::test]
async fn somebody_new_who_is_ended_gives_no_class_another_name() {
    in_every_house(async |app| {
        applied(app, &hamlet()).await;
        let montpellier = Academy::of(app, "11");
        let circles = montpellier.circles().await;
        let dan = pupil(8004, 7001, "Dan").class("7001$ORD$1122$880001$CP Z");
        let report = applied(app, &delta().add(dan).add(end(PUPIL, 8004))).await;
        assert_eq!(report.counts, Counts { classes: unchanged(1), ..Counts::default() });
        assert_eq!(montpellier.circles().await, circles);
    })
    .await;
}

#[tokio::test]
async fn a_change_after_an_addition_is_applied_to_the_record_added() {
    in_every_house(async |app| {
        applied(app, &hamlet()).await;
        let parcel = delta()
            .all([pupil(8003, 7001, "Cléo").class(CP).level("1121$CP"), change(PUPIL, 8003).with(CANTEEN, &["O"])])
            .all([ana().with("ENTEleveTransport", &["O"]), change(PUPIL, 8001).with(CANTEEN, &["O"])])
            .add(change(PUPIL, 8003).with(NAME, &["DURAND"]))
            .all([staff(6002, "Line"), change(STAFF, 6002).with("ENTPersonMail", &["line@example.org"])]);
        let report = applied(app, &parcel).await;
        assert_eq!(report.counts.pupils, Tally { changed: 1, ..created(1) });
        assert_eq!(report.counts.staff, created(1));
        let montpellier = Academy::of(app, "11");
        let (ana, cleo) = (montpellier.person(8001).await, montpellier.person(8003).await);
        assert_eq!((cleo.last_name.as_str(), cleo.detail("canteen").as_bool()), ("DURAND", Some(true)));
        assert_eq!((ana.detail("transport").as_bool(), ana.detail("canteen").as_bool()), (Some(true), Some(true)));
        assert_eq!(montpellier.members("class", "880001").await, [8001, 8002, 8003]);
        assert_eq!(montpellier.person(6002).await.email.as_deref(), Some("line@example.org"));
        assert_eq!(lines(app, &report).await, NOTHING);
    })
    .await;
}

#[tokio::test]
async fn a_change_before_an_addition_is_overwritten_by_it() {
    in_every_house(async |app| {
        applied(app, &hamlet()).await;
        let changes = [8001, 8002, 8003].map(|id| change(PUPIL, id).with(CANTEEN, &["O"]));
        let again = [ana(), bob().named("DURAND"), pupil(8003, 7001, "Cléo")];
        let report = applied(app, &delta().all(changes).part(1, &again)).await;
        assert_eq!(report.counts.pupils, Tally { created: 1, changed: 1, ..unchanged(1) });
        let montpellier = Academy::of(app, "11");
        for (jointure, name) in [(8001, "MARTIN"), (8002, "DURAND"), (8003, "MARTIN")] {
            let person = montpellier.person(jointure).await;
            assert_eq!((person.last_name.as_str(), person.detail("canteen").is_null()), (name, true), "{jointure}");
        }
        assert_eq!(lines(app, &report).await, NOTHING);
    })
    .await;
}

#[tokio::test]
async fn row_11_two_additions_are_said_and_the_change_is_made_to_the_last() {
    in_every_house(async |app| {
        applied(app, &hamlet()).await;
        let cleo = || pupil(8003, 7001, "Cléo");
        let changed = change(PUPIL, 8003).with(CANTEEN, &["O"]);
        let parcel = delta().all([cleo().named("DUBOIS").of(&["9999$10"]), cleo().named("DURAND"), changed]);
        let report = applied(app, &parcel).await;
        assert_eq!(report.counts.pupils, created(1));
        let cleo = Academy::of(app, "11").person(8003).await;
        assert_eq!((cleo.last_name.as_str(), cleo.detail("canteen").as_bool()), ("DURAND", Some(true)));
        // The link of the first record is nobody's any more: nothing is missing.
        assert!(!cleo.incomplete);
        assert_eq!(lines(app, &report).await, [format!("Eleve 8003 -: {TWICE} <->")]);
    })
    .await;
}

#[tokio::test]
async fn changes_of_a_school_are_all_made_to_the_record_added_or_known() {
    in_every_house(async |app| {
        applied(app, &hamlet()).await;
        let name = |id: i64, name: &str| change(SCHOOL, id).with("ENTStructureNomCourant", &[name]);
        let phone = change(SCHOOL, 7001).with("ENTStructureTelephone", &["0400000001"]);
        let parcel = delta()
            .all([school(7002, "LES VIGNES"), name(7002, "E.P.PU$LES CHÊNES$SAINT-CLAIR")])
            .all([name(7001, "E.P.PU$LES HÊTRES$SAINT-CLAIR"), phone]);
        let report = applied(app, &parcel).await;
        assert_eq!(report.counts.schools, Tally { changed: 1, ..created(1) });
        let montpellier = Academy::of(app, "11");
        assert_eq!(montpellier.school(7002).await.name, "LES CHÊNES");
        assert_eq!(montpellier.school(7001).await.name, "LES HÊTRES");
        assert_eq!(lines(app, &report).await, NOTHING);
    })
    .await;
}
