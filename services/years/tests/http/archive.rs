//! Classes of past years are read by those who were there, and by nobody else.

use crate::{CE1, SERVICES, change, class, opened};
use commons::{
    Attention, Kind, Level, share,
    thing::{self, Card, NewThing},
};
use db::args;
use school::CircleId;
use testkit::{App, Classroom, Classroom::*, Place::Tilleuls, Who::*, on_both};

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
