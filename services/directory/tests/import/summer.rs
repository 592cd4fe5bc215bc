//! A summer between two full deliveries: the classes of the past end, whoever stays is the same person in a class of the new
//! year, the oldest leave and the youngest come.

use crate::{
    differences::attach,
    hamlet::{ana, bob, hamlet},
    house::{applied, created, in_every_house, unchanged},
    parcel::Parcel,
    record::{Record, guardian, pupil},
    see::Academy,
};
use db::args;
use directory::import::Tally;
use school::{Viewer, account, person::Name};
use testkit::App;

const NOTHING: [&str; 0] = [];
const CM2: &str = "7001$ORD$1125$880002$CM2 B";
const NEXT_CE1: &str = "7001$ORD$1122$880101$CE1 A";
const NEXT_PS: &str = "7001$ORD$1111$880102$PS B";

/// The hamlet with a second class: Cléo, of Samia, in CM2.
fn last_year() -> Parcel {
    let cleo = pupil(8003, 7001, "Cléo").class(CM2).level("1125$CM2").of(&["9002$10"]);
    hamlet().all([cleo, guardian(9002, "Samia")])
}

/// A year later: Ana and Bob are in CE1, Cléo is at the collège, Léo, of Line, begins.
fn this_year() -> Parcel {
    let promoted = |child: Record| child.class(NEXT_CE1).level("1122$CE1");
    let leo = pupil(8010, 7001, "Léo").class(NEXT_PS).level("1111$PS").of(&["9003$10"]);
    let parcel = hamlet().dated("20270906").replace(promoted(ana())).replace(promoted(bob()));
    parcel.all([leo, guardian(9003, "Line")])
}

/// The circles somebody sits in once signed in, in the order of the letters.
async fn circles_of(app: &App, jointure: i64) -> Vec<String> {
    let mut tx = app.write().await;
    let sql = "select id, first_name, last_name from person where academy = '11' and jointure = $1";
    let name: Name = tx.one(sql, args![jointure]).await.unwrap();
    let account = account::open_for(&mut tx, &name).await.unwrap();
    let viewer = Viewer::load(&mut tx, account).await.unwrap();
    tx.commit().await.unwrap();
    let mut circles: Vec<String> = viewer.seats.into_iter().map(|seat| seat.name).collect();
    circles.sort();
    circles.dedup();
    circles
}

#[tokio::test]
async fn whoever_stays_is_the_same_person_in_a_class_of_the_new_year() {
    in_every_house(async |app| {
        applied(app, &last_year()).await;
        let montpellier = Academy::of(app, "11");
        let before = [montpellier.person(8001).await.id, montpellier.person(8002).await.id];
        app.at("2027-09-06T10:00");
        let counts = applied(app, &this_year()).await.counts;
        assert_eq!(counts.pupils, Tally { created: 1, moved: 2, disappeared: 1, ..Tally::default() });
        assert_eq!(counts.guardians, Tally { created: 1, disappeared: 1, ..unchanged(1) });
        assert_eq!((counts.classes, counts.staff), (created(2), unchanged(1)));

        let after = [montpellier.person(8001).await.id, montpellier.person(8002).await.id];
        assert_eq!(after, before);
        assert_eq!(montpellier.person(8001).await.level.as_deref(), Some("1122"));
        assert_eq!(montpellier.seats(8001).await, ["class 880101 pupil", "school 7001 pupil"]);
        assert_eq!(montpellier.members("class", "880101").await, [8001, 8002]);
        assert_eq!(montpellier.members("class", "880102").await, [8010]);
        assert!(montpellier.person(8003).await.gone && montpellier.person(9002).await.gone);
        assert_eq!(montpellier.seats(8003).await, NOTHING);
    })
    .await;
}

#[tokio::test]
async fn the_classes_of_the_past_end_with_their_families_and_the_seats_given_by_hand() {
    in_every_house(async |app| {
        applied(app, &last_year()).await;
        attach(app, "880001").await;
        app.wait(60);
        assert_eq!(circles_of(app, 6001).await, ["CP A", "L’équipe de l’école"]);
        assert_eq!(circles_of(app, 9001).await, ["Familles · CP A", "Familles · Tous les élèves"]);
        app.at("2027-09-06T10:00");
        applied(app, &this_year()).await;
        let montpellier = Academy::of(app, "11");
        for key in ["880001", "880002"] {
            assert!(montpellier.circle("class", key).await.over, "{key}");
            assert!(montpellier.circle("families", &format!("class:{key}")).await.over, "{key}");
        }
        assert!(!montpellier.circle("school", "7001").await.over);
        assert_eq!(circles_of(app, 6001).await, ["L’équipe de l’école"]);
        assert_eq!(circles_of(app, 9001).await, ["Familles · CE1 A", "Familles · Tous les élèves"]);
    })
    .await;
}
