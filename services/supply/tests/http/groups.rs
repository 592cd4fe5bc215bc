//! The groups (*regroupements*) of the extractions.

use crate::{MARELLE, SERVICES, applied, apply, count, given, open_marelle, run, sitting};
use db::args;
use school::{CircleId, CircleKind, PersonId, Role, circle, circle::NewCircle};
use testkit::{App, Client, Page, Who::*, on_both};

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

/// Answers which groups are those of the school, by the ends of their keys; opens the page again.
async fn choose(client: &Client<'_>, run: &str, ticked: &[&str]) -> Page {
    let asked = client.get(run).await.attributes("input[name='regroupement_vu']", "value");
    let ticked: Vec<String> = ticked.iter().map(|it| format!("onde:{MARELLE}:{it}")).collect();
    let mut fields: Vec<(&str, &str)> = asked.iter().map(|it| ("regroupement_vu", it.as_str())).collect();
    fields.extend(ticked.iter().map(|it| ("regroupement", it.as_str())));
    client.post_then(&format!("{run}/choix"), &fields).await
}

/// Sends a file and applies it with these groups; answers the address of the run.
async fn fed(client: &Client<'_>, file: &str, ticked: &[&str]) -> String {
    let run = given(client, MARELLE, &[file]).await;
    choose(client, &run, ticked).await;
    assert_eq!(apply(client, &run, &[]).await.status, 303);
    run
}

/// The groups a page has ticked.
fn ticked(page: &Page) -> Vec<String> {
    let keys = page.attributes("input[name='regroupement'][checked]", "value");
    keys.iter().map(|it| it.trim_start_matches(&format!("onde:{MARELLE}:")).to_owned()).collect()
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
        let page = choose(&hector, &run, &["chorale", "lecture"]).await;
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
        assert_eq!(ticked(&page), ["chorale"], "it has its circle");
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
        fed(&hector, &file(["Chorale", "", ""]), &["chorale"]).await;
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
        fed(&hector, &file(["", "Chorale", ""]), &["chorale"]).await;
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

#[tokio::test]
async fn no_regroupement_is_opened_before_the_head_ticks_it() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let hector = app.by(Hector).await;
        let says = file(["PAI", "PAI, Chorale", ""]);
        let page = hector.get(&given(&hector, MARELLE, &[&says]).await).await;
        assert!(page.says("Les élèves et leurs familles liront le nom des groupes cochés"), "{}", page.text());
        assert_eq!(page.attributes("input[name='regroupement']", "value").len(), 2, "{}", page.text());
        assert!(ticked(&page).is_empty() && !page.says("Regroupements qui changent"), "{}", page.text());
        applied(&hector, MARELLE, &[&says]).await;
        assert_eq!(open_groups(app, "PAI").await + open_groups(app, "Chorale").await, 0, "nobody ticked one");

        app.wait(60);
        let run = given(&hector, MARELLE, &[&says]).await;
        let page = hector.get(&run).await;
        assert!(!page.says("disent la même chose"), "the directory does not know the groups: {}", page.text());
        let page = choose(&hector, &run, &["chorale"]).await;
        assert!(page.says("Regroupements 1") && page.says("Regroupements qui changent (1)"), "{}", page.text());
        assert_eq!(ticked(&page), ["chorale"], "what was answered comes back");
        assert_eq!(apply(&hector, &run, &[]).await.status, 303);
        assert_eq!(sitting(app, CircleKind::Group, "Chorale").await, ["Milo"]);
        assert_eq!(open_groups(app, "PAI").await, 0);
        assert!(!hector.get(&run).await.says("PAI"), "what was done does not name it");
    })
    .await;
}

#[tokio::test]
async fn a_group_the_head_unticks_ends_and_can_be_put_back() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let hector = app.by(Hector).await;
        let says = file(["PAI", "PAI", ""]);
        fed(&hector, &says, &["pai"]).await;
        app.wait(60);
        let run = given(&hector, MARELLE, &[&says]).await;
        assert_eq!(ticked(&hector.get(&run).await), ["pai"]);
        let page = choose(&hector, &run, &[]).await;
        assert!(page.says("PAI (prend fin) BARTHE Mona, CAZAL Milo"), "{}", page.text());
        assert!(!page.says("Regroupements 1"), "{}", page.text());
        assert_eq!(open_groups(app, "PAI").await, 1, "nothing is written yet");
        assert_eq!(apply(&hector, &run, &[]).await.status, 303);
        assert_eq!(open_groups(app, "PAI").await, 0);
        let seats = "select count(*) as n from member m join circle c on c.id = m.circle_id \
             where c.school_id = $1 and c.kind = 'group' and m.until is null";
        assert_eq!(count(app, seats, args![MARELLE]).await, 0, "nobody is there, even were it to begin again");

        app.wait(60);
        let again = hector.get(&given(&hector, MARELLE, &[&says]).await).await;
        assert!(again.has("input[name='regroupement']") && ticked(&again).is_empty(), "{}", again.text());
        hector.post_then(&format!("{run}/annulation"), &[]).await;
        assert_eq!(sitting(app, CircleKind::Group, "PAI").await, ["Milo", "Mona"]);
    })
    .await;
}

#[tokio::test]
async fn a_column_ignored_later_leaves_the_groups_as_they_are() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let hector = app.by(Hector).await;
        fed(&hector, &file(["Chorale", "", ""]), &["chorale"]).await;
        app.wait(60);
        let odd = file(["Chorale", "", ""]).replace("Regroupement(s)\n", "Regroupement(s);Signe astral\n");
        let run = given(&hector, MARELLE, &[&odd]).await;
        assert!(!hector.get(&run).await.has("input[name='regroupement']"), "the file is not read yet");
        let page = hector.post_then(&format!("{run}/choix"), &[("ignorer", "Signe astral")]).await;
        assert_eq!(ticked(&page), ["chorale"], "{}", page.text());
    })
    .await;
}
