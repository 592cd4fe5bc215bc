//! Classes of past years are read by those who were there, and by nobody else.

use crate::{CE1, SERVICES, change, class, opened};
use commons::{
    Attention, Kind, Level, share,
    thing::{self, Card, NewThing, Thing},
};
use db::{args, id_list};
use school::{CircleId, Viewer};
use testkit::{
    App, Classroom,
    Classroom::*,
    Place::Tilleuls,
    Who::{self, *},
    on_both,
};
use years::archive::Room;

const POSTS: Kind = Kind { name: "billets", managed_by: None };

/// Thomas shares something with a circle of Les Tilleuls.
pub(crate) async fn shared(app: &App, circle: CircleId, title: &str) {
    let mut tx = app.write().await;
    let card = Card { title, excerpt: "Des têtards.", cover: None, cover_alt: None };
    let new = NewThing {
        kind: &POSTS,
        school: Tilleuls.id(),
        circle,
        year: 2026,
        author: Thomas.person(),
        card,
        attention: Attention::Info,
    };
    let thing = thing::create(&mut tx, &new).await.unwrap();
    let now = tx.now();
    share::grant(&mut tx, thing, circle, Level::See, now, Thomas.person()).await.unwrap();
    tx.commit().await.unwrap();
}

/// Something shared with a class and its families, one after the other.
pub(crate) async fn kept(app: &App, classroom: Classroom, title: &str) {
    shared(app, classroom.id(), title).await;
    shared(app, classroom.families(), title).await;
}

fn past(classroom: Classroom) -> String {
    format!("/annees/{}", classroom.id())
}

#[tokio::test]
async fn those_who_were_there_read_it_again_and_nobody_else() {
    on_both(SERVICES, async |app| {
        kept(app, Cp, "La mare").await;
        for who in [Zoe, Thomas, Claire] {
            assert_eq!(app.by(who).await.get(&past(Cp)).await.status, 404, "it is not over: {who:?}");
        }
        opened(app).await;
        app.wait(60);
        for who in [Zoe, Thomas, Claire, Paul] {
            let client = app.by(who).await;
            let years = client.get("/annees").await;
            assert!(years.says("Année 2026-2027") && years.says("CP de M. Roux"), "{who:?}: {}", years.text());
            assert!(!years.says(CE1), "{who:?}: {}", years.text());
            let page = client.get(&past(Cp)).await;
            assert_eq!(page.texts(".card-title"), ["La mare"], "{who:?}: {}", page.text());
        }
        for who in [Tom, Samia, Rose, Agnes, Hector, Thea, Enzo, Perrine, Adelaide] {
            assert_eq!(app.by(who).await.get(&past(Cp)).await.status, 404, "{who:?}");
        }
        // Families are told for whom; the class of several levels is one.
        let samia = app.by(Samia).await.get("/annees").await;
        assert!(samia.says("Les Tilleuls · Tom, Lina") || samia.says("Les Tilleuls · Lina, Tom"), "{}", samia.text());
        let years = app.by(Tom).await.get("/annees").await;
        assert_eq!(years.texts(".rows a"), ["CE1-CE2 de Mme Vidal"]);
        assert!(app.by(Zoe).await.get(&past(Cp)).await.says("tu peux tout relire"));
        assert!(app.by(Rose).await.get("/annees").await.says("Vous retrouverez ici"));
    })
    .await;
}

#[tokio::test]
async fn it_is_read_while_one_is_of_the_school_and_a_year_after() {
    on_both(SERVICES, async |app| {
        kept(app, Cp, "La mare").await;
        opened(app).await;
        // Two years later Zoé is still in the school.
        app.at("2029-10-01T10:00");
        assert_eq!(app.by(Zoe).await.get(&past(Cp)).await.status, 200);
        // She leaves: she and her parents read on for a year.
        let now = app.now();
        change(app, "update person set gone_at = $2 where id = $1", args![Zoe.person(), now]).await;
        change(app, "update person set gone_at = $2 where id = $1", args![Claire.person(), now]).await;
        let seat = "update member set until = $2 where person_id = $1 and circle_id = $3";
        change(app, seat, args![Zoe.person(), now, Tilleuls.pupils()]).await;
        app.at("2030-05-01T10:00");
        for who in [Zoe, Claire] {
            assert_eq!(app.by(who).await.get(&past(Cp)).await.status, 200, "{who:?}");
        }
        app.at("2030-10-05T10:00");
        for who in [Zoe, Claire, Paul] {
            assert_eq!(app.by(who).await.get(&past(Cp)).await.status, 404, "{who:?}");
        }
        // A teacher reads while in post.
        assert_eq!(app.by(Thomas).await.get(&past(Cp)).await.status, 200);
        change(app, "update person set gone_at = $2 where id = $1", args![Thomas.person(), app.now()]).await;
        assert_eq!(app.by(Thomas).await.get(&past(Cp)).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn a_long_year_has_pages() {
    on_both(SERVICES, async |app| {
        for number in 0..25 {
            shared(app, Cp.id(), &format!("Billet {number}")).await;
            app.wait(60);
        }
        opened(app).await;
        app.wait(60);
        let zoe = app.by(Zoe).await;
        let first = zoe.get(&past(Cp)).await;
        assert_eq!(first.texts(".card-title").first().map(String::as_str), Some("Billet 24"));
        assert_eq!(first.texts(".card-title").len(), 20);
        let second = zoe.get(&format!("{}?page=2", past(Cp))).await;
        assert_eq!(second.texts(".card-title").len(), 5);
        assert!(zoe.get(&format!("{}?page=9", past(Cp))).await.status == 200);
    })
    .await;
}

#[tokio::test]
async fn whoever_left_the_class_before_it_ended_was_not_there() {
    on_both(SERVICES, async |app| {
        kept(app, Cp, "La mare").await;
        app.wait(60);
        let seat = "update member set until = $2 where person_id = $1 and circle_id = $3";
        change(app, seat, args![Zoe.person(), app.now(), Cp.id()]).await;
        opened(app).await;
        app.wait(60);
        for who in [Zoe, Claire] {
            assert_eq!(app.by(who).await.get(&past(Cp)).await.status, 404, "{who:?}");
        }
        assert_eq!(app.by(Thomas).await.get(&past(Cp)).await.status, 200);
        // The class of this year is no past one.
        let new = class(app, CE1).await;
        assert_eq!(app.by(Thomas).await.get(&format!("/annees/{new}")).await.status, 404);
    })
    .await;
}

/// A level of the CE1-CE2.
async fn level(app: &App, name: &str) -> CircleId {
    let sql = "select id from circle where name = $1 and of_circle = $2 and kind = 'level'";
    let row: (CircleId,) = app.read().await.one(sql, args![name, Ce.id()]).await.unwrap();
    row.0
}

/// Somebody sits in these circles no more.
async fn leaves(app: &App, who: Who, circles: &[CircleId]) {
    let seats = "update member set until = $2 where person_id = $1 and until is null \
                 and circle_id in (select unhex(value) from json_each($3))";
    change(app, seats, args![who.person(), app.now(), id_list(circles.iter().copied())]).await;
    app.wait(60);
}

/// What the list of the CE1-CE2 shows somebody, the newest first: each thing of it opens, and no other is counted.
async fn listed(app: &App, who: Who) -> Vec<String> {
    let mut tx = app.read().await;
    let viewer = Viewer::load(&mut tx, who.account()).await.unwrap();
    let room = Room::load(&mut tx, &viewer, Ce.id()).await.unwrap();
    let kept = room.things(&mut tx, 1).await.unwrap();
    assert_eq!(usize::try_from(room.count(&mut tx).await.unwrap()), Ok(kept.len()));
    for it in &kept {
        let found = Thing::load(&mut tx, &viewer, &POSTS, it.id, Level::See).await;
        assert!(found.is_ok(), "{who:?}: {}", it.title);
    }
    kept.into_iter().map(|it| it.title).collect()
}

#[tokio::test]
async fn whoever_changed_level_inside_the_class_reads_what_each_level_had_until_then() {
    on_both(SERVICES, async |app| {
        let (ce1, ce2) = (level(app, "CE1").await, level(app, "CE2").await);
        shared(app, ce1, "Le CE1 avec Lina").await;
        app.at("2026-11-02T10:00");
        leaves(app, Lina, &[ce1]).await;
        let seat = "insert into member (circle_id, person_id, role, source, since) values ($1, $2, 'pupil', 'aaf', $3)";
        change(app, seat, args![ce2, Lina.person(), app.now()]).await;
        shared(app, ce1, "Le CE1 sans Lina").await;
        app.wait(60);
        shared(app, ce2, "Le CE2 avec Lina").await;
        app.at("2026-12-01T10:00");
        leaves(app, Lina, &[ce2, Ce.id(), Tilleuls.pupils()]).await;
        shared(app, ce2, "Le CE2 sans Lina").await;
        shared(app, Ce.id(), "La classe sans Lina").await;
        app.wait(60);
        assert_eq!(listed(app, Lina).await, ["Le CE2 avec Lina", "Le CE1 avec Lina"]);
    })
    .await;
}

#[tokio::test]
async fn of_two_children_who_left_each_is_read_about_until_the_last_day() {
    on_both(SERVICES, async |app| {
        let ce2 = level(app, "CE2").await;
        let families: CircleId = app.read().await.id();
        let circle = "insert into circle (id, school_id, kind, year, academy, key, of_circle, name, sort_key, since) \
                      values ($1, $2, 'families', 2026, '16', 'familles-ce2', $3, 'Familles : CE2', 'familles ce2', $4)";
        change(app, circle, args![families, Tilleuls.id(), ce2, app.now()]).await;
        shared(app, Ce.families(), "Octobre").await;
        // Tom was of the CE2; his sister stays a month longer.
        app.at("2026-11-02T10:00");
        leaves(app, Tom, &[ce2, Ce.id(), Tilleuls.pupils()]).await;
        shared(app, Ce.families(), "Novembre").await;
        shared(app, families, "Novembre des CE2").await;
        app.at("2026-12-01T10:00");
        leaves(app, Lina, &[level(app, "CE1").await, Ce.id(), Tilleuls.pupils()]).await;
        shared(app, Ce.families(), "Décembre").await;
        app.wait(60);
        for who in [Samia, Karim] {
            assert_eq!(listed(app, who).await, ["Novembre", "Octobre"], "{who:?}");
        }
        assert_eq!(listed(app, Tom).await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn what_was_changed_after_a_child_left_is_listed_by_the_title_of_that_day_or_without_its_words() {
    on_both(SERVICES, async |app| {
        kept(app, Cp, "La mare").await;
        app.at("2026-11-02T10:00");
        leaves(app, Zoe, &[Cp.id(), Tilleuls.pupils()]).await;
        for who in [Zoe, Claire] {
            assert!(app.by(who).await.get(&past(Cp)).await.says("La mare"), "{who:?}");
        }
        let changed =
            "update thing set title = 'La mare de Tom', excerpt = 'Tom rit.', updated_at = $1 where title = 'La mare'";
        change(app, changed, args![app.now()]).await;
        for (who, told) in [(Zoe, "Modifié après ton départ"), (Claire, "Modifié après le départ de l’enfant")]
        {
            let page = app.by(who).await.get(&past(Cp)).await;
            assert!(page.says(told) && !page.html().contains("Tom"), "{who:?}: {}", page.text());
        }
        let then = "insert into thing_kept (thing_id, stood_from, stood_until, title, body) \
            select id, created_at, $1, 'La mare', '' from thing where title = 'La mare de Tom'";
        change(app, then, args![app.now()]).await;
        for who in [Zoe, Claire] {
            let page = app.by(who).await.get(&past(Cp)).await;
            assert!(page.says("La mare") && !page.html().contains("Tom"), "{who:?}: {}", page.text());
            assert!(!page.says("Modifié après"), "{who:?}: {}", page.text());
        }
    })
    .await;
}
