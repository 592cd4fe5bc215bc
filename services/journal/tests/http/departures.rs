//! What whoever left the class reads of a post that was changed since.

use crate::{
    READERS, SERVICES, answers, change, count, edition, form, part,
    photos::{photo_of, write_with_photo},
    publish, published, step,
};
use commons::report::{self, About, Outcome};
use school::Viewer;
use testkit::{App, Classroom::Cp, Place::Tilleuls, Who::*, on_both, photograph};

const ALT: &str = "Des têtards dans un seau";
const FORGET: &str = "input[name=forget]";
const CHANGES: [(&str, &str); 2] = [("title", "La mare de Tom"), ("body", "Tom a vu des grenouilles.")];

async fn leaves(app: &App) {
    app.at("2026-10-05T10:00");
    app.leaves(Zoe).await;
    app.wait(60);
}

async fn kept(app: &App) -> i64 {
    count(app, "select count(*) as n from thing_kept", &[]).await
}

/// Checks that those who left are told that the post was changed, and read nothing of it.
async fn shows_nothing_of(app: &App, post: &str) {
    for (who, told) in
        [(Zoe, "tu ne peux plus le lire"), (Paul, "ne sont plus montrés"), (Claire, "ne sont plus montrés")]
    {
        let page = app.by(who).await.get(post).await;
        assert!(page.status == 200 && page.says(told), "{who:?}: {}", page.text());
        assert!(!page.html().contains("Tom") && !page.says("têtards"), "{who:?}: {}", page.html());
    }
}

#[tokio::test]
async fn a_post_changed_after_a_child_left_is_read_as_it_was() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let thomas = app.by(Thomas).await;
        let post = write_with_photo(&thomas, &form(&[("alt", ALT)])).await;
        publish(&thomas, &post).await;
        let photo = photo_of(&thomas, &post).await;
        leaves(app).await;
        let thomas = app.by(Thomas).await;
        let (described, edition) = (format!("alt-{}", part(&photo, 4)), edition(&thomas, &post).await);
        let more = [
            (described.as_str(), "Tom et son seau"),
            ("alt", "Tom"),
            ("verified", "on"),
            ("edition", edition.as_str()),
        ];
        let added = photograph::jpeg(900, 600);
        let fields = form(&[&CHANGES[..], &more[..]].concat());
        let answer = thomas.upload(&post, &fields, &[("photos", "tom.jpg", added.as_slice())]).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        let shown = thomas.get(&post).await.attributes(".prose figure img", "src");
        assert_eq!(shown.len(), 2, "{shown:?}");
        for who in READERS {
            let page = app.by(who).await.get(&post).await;
            assert_eq!(page.texts("article h1"), ["La mare"], "{who:?}");
            assert!(page.says("Nous avons vu des têtards.") && page.says("il était ce jour-là"), "{}", page.text());
            assert_eq!(page.attributes(".prose figure img", "alt"), [ALT], "{who:?}");
            assert!(!page.html().contains("Tom"), "{who:?}: {}", page.html());
        }
        answers(app, &format!("{photo}/moyen"), 200, &READERS).await;
        let newer = shown.iter().find(|it| !it.starts_with(&photo)).unwrap();
        answers(app, newer, 404, &READERS).await;
        answers(app, newer, 200, &[Thomas]).await;
    })
    .await;
}

#[tokio::test]
async fn a_photo_taken_away_after_a_child_left_is_shown_to_that_family_no_more() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let thomas = app.by(Thomas).await;
        let post = write_with_photo(&thomas, &form(&[("alt", ALT)])).await;
        publish(&thomas, &post).await;
        let photo = photo_of(&thomas, &post).await;
        leaves(app).await;
        let thomas = app.by(Thomas).await;
        change(&thomas, &post, &form(&CHANGES)).await;
        answers(app, &format!("{photo}/moyen"), 200, &READERS).await;
        app.wait(60);
        let removed = format!("retirer-{}", part(&photo, 4));
        change(&thomas, &post, &form(&[&CHANGES[..], &[(removed.as_str(), "on")][..]].concat())).await;
        for who in READERS {
            let page = app.by(who).await.get(&post).await;
            assert!(page.says("Nous avons vu des têtards.") && !page.has(".prose figure"), "{who:?}: {}", page.text());
        }
        answers(app, &format!("{photo}/moyen"), 404, &READERS).await;
        assert_eq!(kept(app).await, 1, "of two changes after one departure, the first alone keeps what was there");
    })
    .await;
}

#[tokio::test]
async fn what_a_post_said_is_kept_only_for_whoever_left() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let thomas = app.by(Thomas).await;
        let post = published(&thomas, Cp, &form(&[])).await;
        app.wait(60);
        change(&thomas, &post, &form(&CHANGES)).await;
        assert_eq!(kept(app).await, 0);
        leaves(app).await;
        let thomas = app.by(Thomas).await;
        change(&thomas, &post, &form(&[("title", "La mare de Lina")])).await;
        for who in READERS {
            let page = app.by(who).await.get(&post).await;
            assert_eq!(page.texts("article h1"), ["La mare de Tom"], "{who:?}: what stood there the day of leaving");
        }
        assert_eq!(kept(app).await, 1);
    })
    .await;
}

#[tokio::test]
async fn what_was_withdrawn_is_never_shown_again_to_whoever_left() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let thomas = app.by(Thomas).await;
        let posts = [published(&thomas, Cp, &form(&[])).await, published(&thomas, Cp, &form(&[])).await];
        leaves(app).await;
        let thomas = app.by(Thomas).await;
        // One is changed once it was given back, the other before it is withdrawn.
        change(&thomas, &posts[1], &form(&CHANGES)).await;
        assert_eq!(kept(app).await, 1);
        for post in &posts {
            thomas.post_then(&step(post, "retrait"), &[("reason", "On y parle d’un enfant.")]).await;
            answers(app, post, 404, &READERS).await;
            thomas.post_then(&step(post, "remise"), &[]).await;
            answers(app, post, 200, &READERS).await;
        }
        app.wait(60);
        change(&thomas, &posts[0], &form(&CHANGES)).await;
        for post in &posts {
            shows_nothing_of(app, post).await;
        }
        assert_eq!(kept(app).await, 0);
    })
    .await;
}

#[tokio::test]
async fn what_should_never_have_been_published_is_taken_from_those_who_left_too() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let thomas = app.by(Thomas).await;
        let posts = [published(&thomas, Cp, &form(&[])).await, published(&thomas, Cp, &form(&[])).await];
        app.wait(60);
        assert!(!thomas.get(&step(&posts[0], "modifier")).await.has(FORGET), "nobody left");
        leaves(app).await;
        let thomas = app.by(Thomas).await;
        let asked = thomas.get(&step(&posts[0], "modifier")).await;
        assert!(asked.has(FORGET) && asked.says("À cocher si vous retirez un nom"), "{}", asked.text());
        // What is typed wrong comes back with the box as it was ticked.
        let edition = edition(&thomas, &posts[0]).await;
        let wrong = form(&[("title", ""), ("forget", "on"), ("edition", edition.as_str())]);
        let again = thomas.upload(&posts[0], &wrong, &[]).await;
        assert!(again.status == 422 && again.has("input[name=forget][checked]"), "{}", again.text());
        let forgets = form(&[&CHANGES[..], &[("forget", "on")][..]].concat());
        change(&thomas, &posts[0], &forgets).await;
        assert_eq!(kept(app).await, 0);
        // Said too late, it takes away what was kept.
        change(&thomas, &posts[1], &form(&CHANGES)).await;
        assert_eq!(kept(app).await, 1);
        app.wait(60);
        assert!(thomas.get(&step(&posts[1], "modifier")).await.has(FORGET));
        change(&thomas, &posts[1], &forgets).await;
        assert_eq!(kept(app).await, 0);
        assert!(!thomas.get(&step(&posts[1], "modifier")).await.has(FORGET), "they read nothing of it any more");
        for post in &posts {
            shows_nothing_of(app, post).await;
        }
    })
    .await;
}

#[tokio::test]
async fn what_was_reported_is_not_kept_unless_nothing_was_found_wrong() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let thomas = app.by(Thomas).await;
        let posts = [published(&thomas, Cp, &form(&[])).await, published(&thomas, Cp, &form(&[])).await];
        let (paul, wrong) = (app.by(Paul).await, [("reason", "On y lit une adresse.")]);
        for post in &posts {
            paul.post_then(&step(post, "signalement"), &wrong).await;
        }
        thomas.post_then(&step(&posts[1], "signalement/classement"), &[]).await;
        leaves(app).await;
        let thomas = app.by(Thomas).await;
        for post in &posts {
            change(&thomas, post, &form(&CHANGES)).await;
        }
        assert_eq!(kept(app).await, 1);
        shows_nothing_of(app, &posts[0]).await;
        for who in READERS {
            assert_eq!(app.by(who).await.get(&posts[1]).await.texts("article h1"), ["La mare"], "{who:?}");
        }
        // Reported again, and heard this time.
        app.by(Helene).await.post_then(&step(&posts[1], "signalement"), &wrong).await;
        let viewer = Viewer::load(&mut app.read().await, Helene.account()).await.unwrap();
        let about = About { thing: part(&posts[1], 2).parse().unwrap(), school: Tilleuls.id(), part: None };
        let mut tx = app.write().await;
        let settled = report::settle(&mut tx, &viewer, &about, Helene.person(), Outcome::Heard).await.unwrap();
        tx.commit().await.unwrap();
        assert!(settled.is_some());
        shows_nothing_of(app, &posts[1]).await;
        assert_eq!(kept(app).await, 0);
    })
    .await;
}
