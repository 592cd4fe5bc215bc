//! The circles a delivery makes: levels, families, heads.

use crate::{
    hamlet::{CP, hamlet, village},
    house::{applied, in_every_house},
    record::{PUPIL, Record, pupil, staff},
    see::Academy,
};

const NOTHING: [&str; 0] = [];
const CE1_IN_CP: &str = "7001$ORD$1122$880001$CP A";

/// Pupil 8005, of CE1, in the class of Ana and Bob.
fn dan() -> Record {
    pupil(8005, 7001, "Dan").class(CE1_IN_CP).level("1122$CE1")
}

#[tokio::test]
async fn a_class_of_two_levels_has_a_circle_for_each() {
    in_every_house(async |app| {
        applied(app, &village()).await;
        let montpellier = Academy::of(app, "11");
        assert_eq!(montpellier.members("class", "880001").await, [8001, 8002, 8003]);
        assert_eq!(montpellier.members("level", "880001/1121").await, [8001, 8002]);
        assert_eq!(montpellier.members("level", "880001/1122").await, [8003]);
        let class = montpellier.circle("class", "880001").await;
        let level = montpellier.circle("level", "880001/1122").await;
        assert_eq!((level.of_circle, level.name.as_str()), (Some(class.id), "CE1 · CP A"));
    })
    .await;
}

#[tokio::test]
async fn a_class_of_one_level_has_no_circle_for_it() {
    in_every_house(async |app| {
        applied(app, &hamlet()).await;
        let circles = Academy::of(app, "11").circles().await;
        let expected = [
            "class 880001: CP A",
            "families class:880001: Familles · CP A",
            "families school:7001: Familles · Tous les élèves",
            "school 7001: Tous les élèves",
            "staff 7001: L’équipe de l’école",
        ];
        assert_eq!(circles, expected);
    })
    .await;
}

#[tokio::test]
async fn classes_levels_groups_and_schools_have_the_circle_of_their_families() {
    in_every_house(async |app| {
        applied(app, &village()).await;
        let montpellier = Academy::of(app, "11");
        for (kind, key) in [("class", "880001"), ("level", "880001/1121"), ("group", "980001"), ("school", "7002")] {
            let of = montpellier.circle(kind, key).await;
            let families = montpellier.circle("families", &format!("{kind}:{key}")).await;
            assert_eq!(families.of_circle, Some(of.id), "{kind} {key}");
            assert_eq!(families.name, format!("Familles · {}", of.name));
        }
    })
    .await;
}

#[tokio::test]
async fn those_of_a_class_that_gets_a_second_level_are_seated_in_theirs() {
    in_every_house(async |app| {
        applied(app, &hamlet()).await;
        applied(app, &hamlet().dated("20260908").add(dan())).await;
        let montpellier = Academy::of(app, "11");
        assert_eq!(montpellier.members("level", "880001/1121").await, [8001, 8002]);
        assert_eq!(montpellier.members("level", "880001/1122").await, [8005]);
    })
    .await;
}

#[tokio::test]
async fn those_of_a_class_that_gets_a_second_level_are_seated_even_beside_a_newcomer_of_theirs() {
    in_every_house(async |app| {
        applied(app, &hamlet()).await;
        let cleo = pupil(8003, 7001, "Cléo").class(CP).level("1121$CP");
        applied(app, &hamlet().dated("20260908").all([cleo, dan()])).await;
        let montpellier = Academy::of(app, "11");
        assert_eq!(montpellier.members("level", "880001/1121").await, [8001, 8002, 8003]);
        assert_eq!(montpellier.members("level", "880001/1122").await, [8005]);
    })
    .await;
}

#[tokio::test]
async fn whoever_leaves_a_class_makes_no_second_level_in_it() {
    in_every_house(async |app| {
        let class = "7001$ORD$1121$880002$CP-CE1 B";
        let cleo = pupil(8003, 7001, "Cléo").class(class).level("1121$CP");
        applied(app, &hamlet().add(cleo)).await;
        let dan = pupil(8005, 7001, "Dan").class(class).level("1122$CE1");
        applied(app, &hamlet().dated("20260908").add(dan)).await;
        let montpellier = Academy::of(app, "11");
        assert_eq!(montpellier.seats(8003).await, NOTHING);
        assert_eq!(montpellier.seats(8005).await, ["class 880002 pupil", "school 7001 pupil"]);
    })
    .await;
}

#[tokio::test]
async fn a_level_nobody_is_in_any_more_is_closed_with_its_families() {
    in_every_house(async |app| {
        applied(app, &village()).await;
        applied(app, &village().dated("20260908").remove(PUPIL, 8003)).await;
        let montpellier = Academy::of(app, "11");
        assert!(montpellier.circle("level", "880001/1122").await.over);
        assert!(montpellier.circle("families", "level:880001/1122").await.over);
        assert!(!montpellier.circle("class", "880001").await.over);
        assert_eq!(montpellier.members("level", "880001/1121").await, [8001, 8002]);
    })
    .await;
}

#[tokio::test]
async fn heads_are_listed_or_have_the_function_and_sit_once() {
    in_every_house(async |app| {
        let function = |label: &str| format!("7001$DIR$DIRECTION$D0000${label}");
        let listed = staff(6011, "Lou").directs(&["7001"]);
        let by_function = staff(6012, "Max").works(&[&function("DIRECTION")]);
        let both =
            staff(6013, "Line").directs(&["7001"]).works(&[&function("DIRECTION"), "7001$ENS$ENSEIGNEMENT$G0000$X"]);
        let deputy = staff(6014, "Karim").works(&[&function("CHEF D'ETABLISSEMENT ADJOINT")]);
        let other = staff(6015, "Samia").works(&[&function("DECHARGE DE DIRECTION")]);
        applied(app, &hamlet().all([listed, by_function, both, deputy, other])).await;
        let montpellier = Academy::of(app, "11");
        for jointure in [6011, 6012, 6013, 6014] {
            assert_eq!(montpellier.seats(jointure).await, ["staff 7001 head"], "{jointure}");
        }
        assert_eq!(montpellier.seats(6015).await, ["staff 7001 staff"]);
        assert_eq!(montpellier.seats(6001).await, ["staff 7001 teacher"]);
    })
    .await;
}
