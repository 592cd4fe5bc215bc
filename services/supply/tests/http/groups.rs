//! The groups (*regroupements*) of the extractions.

use crate::{MARELLE, SERVICES, applied, apply, count, given, open_marelle, run, sitting};
use db::args;
use school::{CircleId, CircleKind, PersonId, Role, circle, circle::NewCircle};
use testkit::{App, Who::*, on_both};

/// Three pupils of one class, with what the column of the groups says of each.
fn file(groups: [&str; 3]) -> String {
    let pupils = [("BARTHE", "Mona", "2020-01-02"), ("CAZAL", "Milo", "2020-03-04"), ("DELMAS", "Rita", "2020-05-06")];
    let line =
        |((last, first, day), groups): ((&str, &str, &str), &str)| format!("{last};{first};{day};CP;CP;{groups}\n");
    let lines: String = pupils.into_iter().zip(groups).map(line).collect();
    format!("Nom élève;Prénom élève;Date naissance;Niveau;Libellé classe;Regroupement(s)\n{lines}")
}

/// The same without the column.
fn silent() -> String {
    let silent = |line: &str| line.rsplit_once(';').unwrap().0.to_owned();
    file(["", "", ""]).lines().map(silent).collect::<Vec<_>>().join("\n")
}

/// How many groups of a name the school has.
async fn open_groups(app: &App, name: &str) -> i64 {
    let sql =
        "select count(*) as n from circle where school_id = $1 and kind = 'group' and name = $2 and until is null";
    count(app, sql, args![MARELLE, name]).await
}

#[tokio::test]
async fn each_regroupement_is_a_group_that_follows_the_extractions() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let hector = app.by(Hector).await;
        let run = given(&hector, MARELLE, &[&file(["Chorale, Lecture", "chorale", ""])]).await;
        let page = hector.get(&run).await;
        assert!(page.says("Regroupements qui changent (2)"), "{}", page.text());
        assert!(page.says("Chorale BARTHE Mona, CAZAL Milo"), "{}", page.text());
        assert!(page.says("Lecture BARTHE Mona"), "{}", page.text());
        assert_eq!(open_groups(app, "Chorale").await, 0, "nothing is written yet");
        assert_eq!(apply(&hector, &run, &[]).await.status, 303);
        assert_eq!(sitting(app, CircleKind::Group, "Chorale").await, ["Milo", "Mona"]);
        assert_eq!(sitting(app, CircleKind::Group, "Lecture").await, ["Mona"]);
        let families = "select count(*) as n from circle f join circle c on c.id = f.of_circle where c.school_id = $1 \
             and c.kind = 'group' and f.kind = 'families' and f.until is null";
        assert_eq!(count(app, families, args![MARELLE]).await, 2);

        app.wait(60);
        let second = given(&hector, MARELLE, &[&file(["Chorale", "", "Chorale"])]).await;
        let page = hector.get(&second).await;
        assert!(page.says("Chorale DELMAS Rita CAZAL Milo"), "{}", page.text());
        assert_eq!(apply(&hector, &second, &[]).await.status, 303);
        assert_eq!(sitting(app, CircleKind::Group, "Chorale").await, ["Mona", "Rita"]);
        assert_eq!(open_groups(app, "Lecture").await, 0, "nobody is in it any more");

        app.wait(60);
        hector.post_then(&format!("{second}/annulation"), &[]).await;
        assert_eq!(sitting(app, CircleKind::Group, "Chorale").await, ["Milo", "Mona"]);
        assert_eq!(sitting(app, CircleKind::Group, "Lecture").await, ["Mona"]);
    })
    .await;
}

#[tokio::test]
async fn files_without_the_column_change_no_group() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let hector = app.by(Hector).await;
        applied(&hector, MARELLE, &[&file(["Chorale", "", ""])]).await;
        app.wait(60);
        let page = hector.get(&given(&hector, MARELLE, &[&silent()]).await).await;
        assert!(page.says("Les fichiers et l’annuaire de l’école disent la même chose."), "{}", page.text());
        applied(&hector, MARELLE, &[&silent()]).await;
        assert_eq!(sitting(app, CircleKind::Group, "Chorale").await, ["Mona"]);
    })
    .await;
}

/// A group of the same name that somebody made, where Mona sits.
async fn made_by_hand(app: &App) -> CircleId {
    let mut tx = app.write().await;
    let (mona,): (PersonId,) =
        tx.one("select id from person where first_name = 'Mona' and last_name = 'BARTHE'", &[]).await.unwrap();
    let new = NewCircle {
        school: MARELLE,
        academy: "16",
        kind: CircleKind::Group,
        year: 2026,
        key: "hand:chorale",
        of_circle: None,
        name: "Chorale",
        families: Some("Les familles de la chorale"),
    };
    let group = circle::open(&mut tx, &new).await.unwrap();
    circle::seat(&mut tx, group, mona, Role::Pupil, None).await.unwrap();
    tx.commit().await.unwrap();
    group
}

#[tokio::test]
async fn a_group_made_by_hand_is_another_even_of_the_same_name() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let hector = app.by(Hector).await;
        applied(&hector, MARELLE, &[&file(["", "", ""])]).await;
        let group = made_by_hand(app).await;
        app.wait(60);
        applied(&hector, MARELLE, &[&file(["", "Chorale", ""])]).await;
        assert_eq!(open_groups(app, "Chorale").await, 2);
        app.wait(60);
        applied(&hector, MARELLE, &[&file(["", "", ""])]).await;
        assert_eq!(open_groups(app, "Chorale").await, 1);
        let seats = "select count(*) as n from member where circle_id = $1 and until is null";
        assert_eq!(count(app, seats, args![group]).await, 1, "who was seated by hand stays");
    })
    .await;
}

#[tokio::test]
async fn a_pupil_entered_by_hand_stays_in_the_groups_made_by_hand() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let hector = app.by(Hector).await;
        applied(&hector, MARELLE, &[&file(["", "", ""])]).await;
        // As though somebody had entered Mona before the first extraction.
        run(app, "update person set source = 'hand' where last_name = 'BARTHE'", &[]).await;
        let seats = "update member set source = 'hand' where source = 'onde' \
             and person_id in (select id from person where last_name = 'BARTHE')";
        run(app, seats, &[]).await;
        made_by_hand(app).await;
        app.wait(60);
        applied(&hector, MARELLE, &[&file(["", "", ""])]).await;
        assert_eq!(sitting(app, CircleKind::Group, "Chorale").await, ["Mona"]);
        let elsewhere = "select count(*) as n from member m join circle c on c.id = m.circle_id \
             where c.school_id = $1 and c.kind in ('school', 'class') and m.source = 'hand' and m.role = 'pupil' \
             and m.until is null";
        assert_eq!(count(app, elsewhere, args![MARELLE]).await, 0, "the seats in school and class are those of ONDE");
    })
    .await;
}
