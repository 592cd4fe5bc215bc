//! A class opened by hand before the delivery of September: the class of its name takes it, with those who teach there and what was
//! made in it; the delivery says who its pupils are.

use crate::{
    hamlet::{ana, bob, hamlet},
    house::{applied, count, in_every_house},
    parcel::Parcel,
    record::PUPIL,
    see::Academy,
};
use db::args;
use school::{CircleId, CircleKind, PersonId, Role, SchoolId, circle};
use testkit::App;

const NEXT_CE1: &str = "7001$ORD$1122$880101$CE1 A";
const NEXT_CE2: &str = "7001$ORD$1123$880102$CE2 B";

/// Opens a class of 2027 by hand, with its families and one level, its teacher and these pupils.
async fn opened(app: &App, name: &str, key: &str, pupils: &[i64]) -> CircleId {
    let montpellier = Academy::of(app, "11");
    let school = SchoolId(montpellier.school(7001).await.id);
    let rose = PersonId(montpellier.person(6001).await.id);
    let mut children = Vec::new();
    for pupil in pupils {
        children.push(PersonId(montpellier.person(*pupil).await.id));
    }
    let families = format!("Familles · {name}");
    let new = circle::NewCircle {
        school,
        academy: "11",
        kind: CircleKind::Class,
        year: 2027,
        key,
        of_circle: None,
        name,
        families: Some(&families),
    };
    let mut tx = app.write().await;
    let class = circle::open(&mut tx, &new).await.unwrap();
    let level_key = format!("{key}/1122");
    let of = circle::NewCircle { kind: CircleKind::Level, key: &level_key, of_circle: Some(class), ..new };
    let level = circle::open(&mut tx, &of).await.unwrap();
    circle::seat(&mut tx, class, rose, Role::Teacher, None).await.unwrap();
    for child in children {
        circle::seat(&mut tx, class, child, Role::Pupil, None).await.unwrap();
        circle::seat(&mut tx, level, child, Role::Pupil, None).await.unwrap();
    }
    tx.commit().await.unwrap();
    class
}

/// September: Ana and Bob are in CE1.
fn september() -> Parcel {
    let promoted = |record: crate::record::Record| record.class(NEXT_CE1).level("1122$CE1");
    hamlet().dated("20270906").replace(promoted(ana())).replace(promoted(bob()))
}

/// How many seats given by hand to pupils are not over.
async fn by_hand(app: &App) -> i64 {
    let sql = "select count(*) as n from member m join circle c on c.id = m.circle_id and c.academy = '11' \
         where m.source = 'hand' and m.role = 'pupil' and m.until is null";
    count(app, sql, &[]).await
}

#[tokio::test]
async fn the_class_of_the_same_name_is_adopted_with_its_teacher_levels_and_families() {
    in_every_house(async |app| {
        applied(app, &hamlet()).await;
        app.at("2027-08-30T10:00");
        let class = opened(app, "Ce1-A", "hand:1", &[8001, 8002]).await;
        app.at("2027-09-06T10:00");
        applied(app, &september()).await;
        let montpellier = Academy::of(app, "11");
        let adopted = montpellier.circle("class", "880101").await;
        assert_eq!((CircleId(adopted.id), adopted.name.as_str(), adopted.over), (class, "CE1 A", false));
        let families = montpellier.circle("families", "class:880101").await;
        assert_eq!((families.of_circle, families.over), (Some(adopted.id), false));
        assert_eq!(montpellier.circle("level", "880101/1122").await.of_circle, Some(adopted.id));
        assert_eq!(montpellier.seats(6001).await, ["class 880101 teacher", "staff 7001 teacher"]);
        let seats = ["class 880101 pupil", "level 880101/1122 pupil", "school 7001 pupil"];
        assert_eq!(montpellier.seats(8001).await, seats);
        assert_eq!(by_hand(app).await, 0);
        let left = "select count(*) as n from circle where academy = '11' and key like '%hand:%'";
        assert_eq!(count(app, left, &[]).await, 0);

        // The same delivery again changes nothing; a pupil who is not there any more is in no class.
        applied(app, &september().dated("20270907")).await;
        assert_eq!(montpellier.seats(8001).await, seats);
        applied(app, &september().dated("20270908").remove(PUPIL, 8002)).await;
        assert_eq!(montpellier.members("class", "880101").await, [6001, 8001]);
    })
    .await;
}

#[tokio::test]
async fn a_class_the_delivery_names_otherwise_gives_its_pupils_to_theirs_and_ends() {
    in_every_house(async |app| {
        applied(app, &hamlet()).await;
        app.at("2027-08-30T10:00");
        opened(app, "Les coccinelles", "hand:1", &[8001, 8002]).await;
        app.at("2027-09-06T10:00");
        applied(app, &september()).await;
        let montpellier = Academy::of(app, "11");
        assert!(montpellier.circle("class", "hand:1").await.over);
        assert!(montpellier.circle("families", "class:hand:1").await.over);
        assert_eq!(montpellier.seats(8001).await, ["class 880101 pupil", "school 7001 pupil"]);
        assert_eq!(by_hand(app).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_pupil_seated_by_hand_in_the_wrong_class_is_where_the_delivery_says() {
    in_every_house(async |app| {
        applied(app, &hamlet()).await;
        app.at("2027-08-30T10:00");
        opened(app, "CE1 A", "hand:1", &[8001, 8002]).await;
        let second = bob().class(NEXT_CE2).level("1123$CE2");
        app.at("2027-09-06T10:00");
        applied(app, &september().replace(second)).await;
        let montpellier = Academy::of(app, "11");
        assert_eq!(montpellier.members("class", "880101").await, [6001, 8001]);
        assert_eq!(montpellier.members("class", "880102").await, [8002]);
    })
    .await;
}

#[tokio::test]
async fn a_class_of_a_year_that_was_taken_back_is_not_adopted() {
    in_every_house(async |app| {
        applied(app, &hamlet()).await;
        app.at("2027-08-30T10:00");
        let class = opened(app, "CE1 A", "hand:1", &[8001]).await;
        let mut tx = app.write().await;
        circle::close(&mut tx, class).await.unwrap();
        tx.change("update member set until = since where circle_id = $1", args![class]).await.unwrap();
        tx.commit().await.unwrap();
        app.at("2027-09-06T10:00");
        applied(app, &september()).await;
        let montpellier = Academy::of(app, "11");
        assert!(CircleId(montpellier.circle("class", "880101").await.id) != class);
        assert_eq!(montpellier.seats(6001).await, ["staff 7001 teacher"]);
    })
    .await;
}
