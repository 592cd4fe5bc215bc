//! What differs from one full delivery to the next: figures and rows.

use crate::{
    hamlet::{ana, bob, hamlet, pines, teacher},
    house::{applied, count, in_every_house, schools, unchanged},
    parcel::Parcel,
    record::{GUARDIAN, PUPIL, SCHOOL, guardian, pupil, school, uai},
    see::Academy,
};
use directory::import::Tally;
use school::{CircleId, PersonId, Role, circle};
use testkit::App;

const NOTHING: [&str; 0] = [];
const CE1: &str = "7001$ORD$1122$880002$CE1 B";

/// The hamlet with a second class: Cléo, of Samia.
fn two_classes() -> Parcel {
    let cleo = pupil(8003, 7001, "Cléo").class(CE1).level("1122$CE1").of(&["9002$10"]);
    hamlet().all([cleo, guardian(9002, "Samia")])
}

/// A day later: Ana has another name, Bob is in Cléo's class, Cléo and Samia are not there, Dan arrives with Line.
fn next_day() -> Parcel {
    let dan = pupil(8004, 7001, "Dan").class(CE1).level("1122$CE1").of(&["9003$10"]);
    let moved = bob().class(CE1).level("1122$CE1");
    let parcel = two_classes().dated("20260908").remove(PUPIL, 8003).remove(GUARDIAN, 9002);
    parcel.replace(ana().named("DURAND")).replace(moved).all([dan, guardian(9003, "Line")])
}

#[tokio::test]
async fn pupils_and_adults_are_created_changed_moved_and_disappear() {
    in_every_house(async |app| {
        applied(app, &two_classes()).await;
        let montpellier = Academy::of(app, "11");
        let (ana, bob) = (montpellier.person(8001).await, montpellier.person(8002).await);
        let counts = applied(app, &next_day()).await.counts;
        assert_eq!(counts.pupils, Tally { created: 1, changed: 1, moved: 1, disappeared: 1, ..Tally::default() });
        assert_eq!(counts.guardians, Tally { created: 1, disappeared: 1, ..unchanged(1) });
        assert_eq!(counts.links, Tally { created: 1, ..unchanged(2) });
        assert_eq!((counts.schools, counts.staff, counts.classes), (unchanged(1), unchanged(1), unchanged(2)));

        let renamed = montpellier.person(8001).await;
        assert_eq!((renamed.id, renamed.last_name.as_str()), (ana.id, "DURAND"));
        assert_eq!(montpellier.person(8002).await.id, bob.id);
        assert_eq!(montpellier.seats(8002).await, ["class 880002 pupil", "school 7001 pupil"]);
        assert_eq!(montpellier.members("class", "880002").await, [8002, 8004]);
        assert!(montpellier.person(8003).await.gone && montpellier.person(9002).await.gone);
        assert_eq!(montpellier.seats(8003).await, NOTHING);
    })
    .await;
}

#[tokio::test]
async fn whoever_comes_back_is_the_same_person_in_the_same_places() {
    in_every_house(async |app| {
        applied(app, &two_classes()).await;
        let montpellier = Academy::of(app, "11");
        let before = montpellier.person(8003).await;
        applied(app, &next_day()).await;
        let counts = applied(app, &two_classes().dated("20260909")).await.counts;
        assert_eq!(counts.pupils, Tally { changed: 1, moved: 1, returned: 1, disappeared: 1, ..Tally::default() });
        assert_eq!(counts.guardians, Tally { returned: 1, disappeared: 1, ..unchanged(1) });
        assert_eq!(montpellier.person(8003).await, before);
        assert_eq!(montpellier.seats(8003).await, ["class 880002 pupil", "school 7001 pupil"]);
        assert_eq!(montpellier.guardians(8003).await, [(9002, Some(10))]);
        assert!(!montpellier.person(9002).await.gone);
    })
    .await;
}

#[tokio::test]
async fn a_report_says_what_changed_in_each_school() {
    in_every_house(async |app| {
        let first = applied(app, &two_classes()).await;
        let second = applied(app, &next_day()).await;
        let rows: Vec<_> = schools(app, &first).await.into_iter().map(|it| (it.uai, it.kind, it.created)).collect();
        assert_eq!(rows, [(uai(7001), "pupil".to_owned(), 3), (uai(7001), "staff".to_owned(), 1)]);
        let tallies = schools(app, &second).await;
        let pupils = tallies.iter().find(|it| it.kind == "pupil").unwrap();
        assert_eq!((pupils.name.as_str(), pupils.uai.clone()), ("LES PINS", uai(7001)));
        // As in the figures of the whole, each record counts once.
        let figures = [pupils.created, pupils.changed, pupils.moved, pupils.disappeared, pupils.returned];
        assert_eq!(figures, [1, 1, 1, 1, 0]);
    })
    .await;
}

/// Seats Rose in a class by hand, as a head does.
pub(crate) async fn attach(app: &App, class: &str) {
    let montpellier = Academy::of(app, "11");
    let (class, person) = (montpellier.circle("class", class).await.id, montpellier.person(6001).await.id);
    let mut tx = app.write().await;
    circle::seat(&mut tx, CircleId(class), PersonId(person), Role::Teacher, None).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_class_renamed_is_the_same_class_and_its_teacher_attached_by_hand_stays() {
    in_every_house(async |app| {
        applied(app, &hamlet()).await;
        attach(app, "880001").await;
        let montpellier = Academy::of(app, "11");
        let before = montpellier.circle("class", "880001").await;
        let renamed = "7001$ORD$1121$880001$CP de Rose";
        let parcel = hamlet().dated("20260908").replace(ana().class(renamed)).replace(bob().class(renamed));
        let counts = applied(app, &parcel.replace(teacher().named("DURAND"))).await.counts;
        assert_eq!((counts.classes, counts.pupils.moved), (Tally { changed: 1, ..Tally::default() }, 0));
        let after = montpellier.circle("class", "880001").await;
        assert_eq!((after.id, after.name.as_str(), after.over), (before.id, "CP de Rose", false));
        assert_eq!(montpellier.circle("families", "class:880001").await.name, "Familles · CP de Rose");
        assert_eq!(montpellier.members("class", "880001").await, [6001, 8001, 8002]);
        assert_eq!(montpellier.seats(6001).await, ["class 880001 teacher", "staff 7001 teacher"]);
    })
    .await;
}

#[tokio::test]
async fn a_class_that_empties_is_closed_with_its_families_and_opens_again_with_its_first_pupil() {
    in_every_house(async |app| {
        applied(app, &two_classes()).await;
        attach(app, "880002").await;
        let montpellier = Academy::of(app, "11");
        let before = montpellier.circle("class", "880002").await;
        applied(app, &hamlet().dated("20260908")).await;
        let closed = montpellier.circle("class", "880002").await;
        assert_eq!((closed.id, closed.over), (before.id, true), "the teacher alone makes no class");
        assert!(montpellier.circle("families", "class:880002").await.over);
        assert!(!montpellier.circle("class", "880001").await.over);
        assert!(!montpellier.circle("school", "7001").await.over);

        applied(app, &two_classes().dated("20260909")).await;
        assert_eq!(montpellier.circle("class", "880002").await, before);
        assert!(!montpellier.circle("families", "class:880002").await.over);
        assert_eq!(montpellier.members("class", "880002").await, [6001, 8003]);
    })
    .await;
}

#[tokio::test]
async fn links_change_end_and_begin_again() {
    in_every_house(async |app| {
        applied(app, &hamlet()).await;
        let montpellier = Academy::of(app, "11");
        let other = applied(app, &hamlet().dated("20260908").replace(ana().of(&["9001$50"]))).await;
        assert_eq!(other.counts.links, Tally { changed: 1, ..unchanged(1) });
        assert_eq!(montpellier.guardians(8001).await, [(9001, Some(50))]);
        let ended = applied(app, &hamlet().dated("20260909").replace(ana().of(&[""]))).await;
        assert_eq!(ended.counts.links, Tally { disappeared: 1, ..unchanged(1) });
        assert!(montpellier.guardians(8001).await.is_empty());
        assert!(!montpellier.person(9001).await.gone, "Bob still names her");
        let again = applied(app, &hamlet().dated("20260910")).await;
        assert_eq!(again.counts.links, Tally { returned: 1, ..unchanged(1) });
        assert_eq!(montpellier.guardians(8001).await, [(9001, Some(10))]);
        let rows = "select count(*) as n from guardianship g join person p on p.id = g.child_id where p.academy = '11'";
        assert_eq!(count(app, rows, &[]).await, 2, "a link is dated, never doubled");
    })
    .await;
}

#[tokio::test]
async fn schools_change_disappear_and_come_back() {
    in_every_house(async |app| {
        let two = |date: &'static str| hamlet().dated(date).add(school(7002, "LES VIGNES"));
        applied(app, &two("20260907")).await;
        let montpellier = Academy::of(app, "11");
        let before = montpellier.school(7002).await;
        let renamed = pines().with("ENTStructureNomCourant", &["E.P.PU$LES CHÊNES$SAINT-CLAIR"]);
        let report = applied(app, &two("20260908").replace(renamed).remove(SCHOOL, 7002)).await;
        assert_eq!(report.counts.schools, Tally { changed: 1, disappeared: 1, ..Tally::default() });
        assert_eq!(
            (montpellier.school(7001).await.name.as_str(), montpellier.school(7002).await.gone),
            ("LES CHÊNES", true)
        );
        let report = applied(app, &two("20260909")).await;
        assert_eq!(report.counts.schools, Tally { changed: 1, returned: 1, ..Tally::default() });
        assert_eq!(montpellier.school(7002).await, before);
    })
    .await;
}

#[tokio::test]
async fn a_pupil_who_changes_school_leaves_the_places_of_the_first() {
    in_every_house(async |app| {
        let two = hamlet().add(school(7002, "LES VIGNES"));
        applied(app, &two).await;
        let montpellier = Academy::of(app, "11");
        let before = montpellier.person(8002).await.id;
        let moved = pupil(8002, 7002, "Bob").class("7002$ORD$1121$880005$CP V").level("1121$CP").of(&["9001$10"]);
        let counts = applied(app, &two.dated("20260908").replace(moved)).await.counts;
        assert_eq!(counts.pupils, Tally { moved: 1, ..unchanged(1) });
        assert_eq!(montpellier.person(8002).await.id, before);
        assert_eq!(montpellier.seats(8002).await, ["class 880005 pupil", "school 7002 pupil"]);
        assert_eq!(montpellier.members("school", "7001").await, [8001]);
        assert_eq!(montpellier.guardians(8002).await, [(9001, Some(10))]);
    })
    .await;
}
