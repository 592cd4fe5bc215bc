//! Several who sign one post: all of them write it.

use crate::{READERS, SERVICES, answers, change, form, notices, publish, step, write};
use school::{Role, circle};
use testkit::{
    App,
    Classroom::{Ce, Cp},
    Who::{self, *},
    on_both,
};

/// What somebody without any say in who reads sends.
const WORDS: [(&str, &str); 2] = [("title", "Le potager"), ("body", "Nous avons semé des radis.")];

/// Seats Rose in the CP: Thomas then has a colleague there.
async fn attach_rose(app: &App) {
    let mut tx = app.write().await;
    circle::seat(&mut tx, Cp.id(), Rose.person(), Role::Teacher, None).await.unwrap();
    tx.commit().await.unwrap();
}

/// The draft Thomas signs with somebody.
async fn draft_with(app: &App, other: Who) -> String {
    let other = other.person().to_string();
    write(&app.by(Thomas).await, Cp, &form(&[("authors", other.as_str())])).await
}

#[tokio::test]
async fn a_colleague_who_signs_finds_the_draft_and_changes_it() {
    on_both(SERVICES, async |app| {
        attach_rose(app).await;
        let thomas = app.by(Thomas).await;
        let alone = write(&thomas, Cp, &form(&[])).await;
        answers(app, &alone, 404, &[Rose]).await;
        let post = draft_with(app, Rose).await;
        let rose = app.by(Rose).await;
        let journal = rose.get(&Cp.path("/journal")).await;
        assert_eq!(journal.texts(".card-title"), ["La mare"]);
        assert_eq!(journal.texts(".card-about span:first-child"), ["Thomas ROUX et 1 autre"]);
        assert_eq!(rose.get(&post).await.texts(".audience-chip"), ["Ceux qui signent"]);
        let own = Rose.person().to_string();
        let page = change(&rose, &post, &form(&[("title", "Le potager"), ("authors", own.as_str())])).await;
        assert_eq!(page.texts("article h1"), ["Le potager"]);
        assert!(page.says("Rose CALMETTE et Thomas ROUX"), "{}", page.text());
        assert_eq!(thomas.get(&post).await.texts("article h1"), ["Le potager"]);
        answers(app, &post, 404, &[Helene, Zoe, Paul, Claire, Hector]).await;
    })
    .await;
}

#[tokio::test]
async fn whoever_signs_no_more_finds_nothing_any_more() {
    on_both(SERVICES, async |app| {
        attach_rose(app).await;
        let post = draft_with(app, Rose).await;
        answers(app, &step(&post, "modifier"), 200, &[Thomas, Rose]).await;
        change(&app.by(Thomas).await, &post, &form(&[])).await;
        answers(app, &step(&post, "modifier"), 404, &[Rose]).await;
        answers(app, &post, 404, &[Rose]).await;
    })
    .await;
}

#[tokio::test]
async fn whoever_left_the_class_still_signs_what_others_change() {
    on_both(SERVICES, async |app| {
        attach_rose(app).await;
        let thomas = app.by(Thomas).await;
        let (zoe, rose) = (Zoe.person().to_string(), Rose.person().to_string());
        let post = write(&thomas, Cp, &form(&[("authors", zoe.as_str()), ("authors", rose.as_str())])).await;
        let mut tx = app.write().await;
        circle::unseat(&mut tx, Cp.id(), Rose.person(), Role::Teacher).await.unwrap();
        tx.commit().await.unwrap();
        let edit = thomas.get(&step(&post, "modifier")).await;
        assert_eq!(edit.attributes("input[name=authors]", "value"), [zoe.as_str()], "Rose is offered no more");
        let page = change(&thomas, &post, &form(&[("title", "Le potager")])).await;
        assert!(page.says("Rose CALMETTE et Thomas ROUX"), "{}", page.text());
        answers(app, &post, 200, &[Rose]).await;
        answers(app, &post, 404, &[Zoe]).await;
    })
    .await;
}

#[tokio::test]
async fn a_pupil_who_signs_writes_until_the_post_is_sent_or_published() {
    on_both(SERVICES, async |app| {
        let (zoe, thomas) = (app.by(Zoe).await, app.by(Thomas).await);
        let post = draft_with(app, Zoe).await;
        let edit = zoe.get(&step(&post, "modifier")).await;
        assert!(edit.has("#f-title") && !edit.has("[name=audience], [name=authors]"), "{}", edit.text());
        let page = change(&zoe, &post, &WORDS).await;
        assert_eq!(page.texts("article h1"), ["Le potager"]);
        assert!(page.says("Zoé M. et Thomas ROUX"), "{}", page.text());
        assert_eq!(zoe.post(&step(&post, "publication"), &[]).await.status, 403);
        zoe.post_then(&step(&post, "relecture"), &[]).await;
        answers(app, &step(&post, "modifier"), 403, &[Zoe]).await;
        thomas.post_then(&step(&post, "retour"), &[("reason", "Ajoute la date.")]).await;
        assert_eq!(notices(app, Zoe, "journal.returned").await, 1);
        answers(app, &step(&post, "modifier"), 200, &[Zoe]).await;
        publish(&thomas, &post).await;
        answers(app, &post, 200, &READERS).await;
        answers(app, &step(&post, "modifier"), 403, &READERS).await;
    })
    .await;
}

#[tokio::test]
async fn a_pupil_who_signs_a_schoolmates_draft_writes_it_and_others_see_nothing() {
    on_both(SERVICES, async |app| {
        let post = write(&app.by(Tom).await, Ce, &WORDS).await;
        answers(app, &post, 404, &[Lina]).await;
        let lina = Lina.person().to_string();
        change(&app.by(Helene).await, &post, &form(&[("authors", lina.as_str())])).await;
        answers(app, &step(&post, "modifier"), 200, &[Tom, Lina]).await;
        answers(app, &post, 404, &[Samia, Karim, Zoe, Thomas]).await;
    })
    .await;
}

#[tokio::test]
async fn those_who_sign_are_told_alike_of_what_others_do() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-03T10:00");
        attach_rose(app).await;
        let thomas = app.by(Thomas).await;
        let (zoe, rose) = (Zoe.person().to_string(), Rose.person().to_string());
        let post = write(&thomas, Cp, &form(&[("authors", zoe.as_str()), ("authors", rose.as_str())])).await;
        publish(&thomas, &post).await;
        thomas.post_then(&step(&post, "annulation"), &[]).await;
        for verb in ["journal.published", "journal.unscheduled"] {
            for (who, expected) in [(Zoe, 1), (Rose, 1), (Thomas, 0), (Helene, 0), (Paul, 0)] {
                assert_eq!(notices(app, who, verb).await, expected, "{verb} to {who:?}");
            }
        }
        publish(&thomas, &post).await;
        app.at("2026-10-05T07:00");
        app.by(Helene).await.post_then(&step(&post, "retrait"), &[("reason", "On reconnaît un enfant.")]).await;
        // Zoé, who opens it no more, reads nothing of it either.
        for (who, expected) in [(Thomas, 1), (Rose, 1), (Zoe, 0), (Helene, 0)] {
            assert_eq!(notices(app, who, "journal.withdrawn").await, expected, "{who:?}");
        }
        assert_eq!(notices(app, Zoe, "journal.published").await, 0);
    })
    .await;
}

#[tokio::test]
async fn those_who_sign_go_on_writing_a_post_whose_publication_is_cancelled() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-03T10:00");
        let thomas = app.by(Thomas).await;
        let post = draft_with(app, Zoe).await;
        publish(&thomas, &post).await;
        let page = app.by(Zoe).await.get(&post).await;
        assert!(page.says("Il est publié. Ceux pour qui il est écrit le verront à ce moment-là."), "{}", page.text());
        assert!(!page.says("Jusque-là"), "no button of hers changes it: {}", page.text());
        answers(app, &post, 404, &[Paul, Claire]).await;
        thomas.post_then(&step(&post, "annulation"), &[]).await;
        answers(app, &step(&post, "modifier"), 200, &[Thomas, Zoe]).await;
    })
    .await;
}
