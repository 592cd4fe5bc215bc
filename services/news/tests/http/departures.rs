//! What whoever left the class reads of a news that was changed since.

use crate::{SERVICES, answers, change, class, form, published, step};
use testkit::{App, Classroom::Cp, Who::*, on_both};

const PIECES: &str = "a[href*='/pieces/']";
const FORGET: &str = "input[name=forget]";
const CHANGES: [(&str, &str); 2] = [("title", "La fête de Tom"), ("body", "Dimanche chez Tom.")];

/// The parents of Zoé are told that a news was changed, and read none of what it says now.
async fn shows_nothing_of(app: &App, news: &str) {
    for who in [Claire, Paul] {
        let page = app.by(who).await.get(news).await;
        assert!(page.status == 200 && page.says("ne sont plus montrés"), "{who:?}: {}", page.text());
        assert!(!page.html().contains("Tom") && !page.says("Samedi à 10 h"), "{who:?}: {}", page.html());
    }
}

#[tokio::test]
async fn a_news_changed_after_a_child_left_is_read_as_it_was() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let (thomas, cp) = (app.by(Thomas).await, class(Cp));
        let plan = [("fichiers", "plan.txt", b"La cour.".as_slice())];
        let answer = thomas.upload("/actualites", &form(&cp, &[]), &plan).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        let news = answer.location().unwrap();
        crate::publish(&thomas, &news).await;
        app.at("2026-10-05T10:00");
        app.leaves(Zoe).await;
        app.wait(60);
        assert!(app.by(Claire).await.get(&news).await.has(PIECES));
        let thomas = app.by(Thomas).await;
        // The form names no file any more: the one there is taken away.
        assert_eq!(change(&thomas, &news, &form(&cp, &CHANGES)).await.status, 303);
        for who in [Claire, Paul] {
            let page = app.by(who).await.get(&news).await;
            assert_eq!(page.texts("article h1"), ["La fête"], "{who:?}");
            assert!(page.says("Samedi à 10 h dans la cour.") && page.says("telle qu’elle était"), "{}", page.text());
            assert!(!page.html().contains("Tom") && !page.has(PIECES), "{who:?}: {}", page.html());
        }
        assert!(thomas.get(&news).await.says("Dimanche chez Tom."));
    })
    .await;
}

#[tokio::test]
async fn a_news_withdrawn_then_corrected_is_shown_to_whoever_left_no_more() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let (thomas, cp) = (app.by(Thomas).await, class(Cp));
        let news = published(&thomas, &form(&cp, &[])).await;
        app.at("2026-10-05T10:00");
        app.leaves(Zoe).await;
        app.wait(60);
        let thomas = app.by(Thomas).await;
        thomas.post_then(&step(&news, "retrait"), &[("reason", "La date est fausse.")]).await;
        answers(app, &news, 404, &[Claire, Paul]).await;
        thomas.post_then(&step(&news, "remise"), &[]).await;
        app.wait(60);
        assert_eq!(change(&thomas, &news, &form(&cp, &CHANGES)).await.status, 303);
        shows_nothing_of(app, &news).await;
    })
    .await;
}

#[tokio::test]
async fn a_news_that_was_over_is_shown_as_it_was_to_whoever_left_no_more() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let cp = class(Cp);
        let until = [("until", "2026-10-09")];
        let news = published(&app.by(Thomas).await, &form(&cp, &until)).await;
        app.at("2026-10-05T10:00");
        app.leaves(Zoe).await;
        app.wait(60);
        let thomas = app.by(Thomas).await;
        let changes = form(&cp, &[&CHANGES[..], &until[..]].concat());
        assert_eq!(change(&thomas, &news, &changes).await.status, 303);
        assert_eq!(app.by(Claire).await.get(&news).await.texts("article h1"), ["La fête"]);
        app.at("2026-10-10T08:00");
        app.run_jobs().await;
        answers(app, &news, 404, &[Claire, Paul]).await;
        let thomas = app.by(Thomas).await;
        let longer = form(&cp, &[&CHANGES[..], &[("until", "2026-10-16")][..]].concat());
        assert_eq!(change(&thomas, &news, &longer).await.status, 303);
        shows_nothing_of(app, &news).await;
    })
    .await;
}

#[tokio::test]
async fn what_a_news_should_never_have_said_is_taken_from_those_who_left_too() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let cp = class(Cp);
        let news = published(&app.by(Thomas).await, &form(&cp, &[])).await;
        app.wait(60);
        let edit = step(&news, "modifier");
        assert!(!app.by(Thomas).await.get(&edit).await.has(FORGET), "nobody left");
        app.at("2026-10-05T10:00");
        app.leaves(Zoe).await;
        app.wait(60);
        let thomas = app.by(Thomas).await;
        let asked = thomas.get(&edit).await;
        assert!(asked.has(FORGET) && asked.says("À cocher si vous retirez un nom"), "{}", asked.text());
        let edition = asked.attributes("input[name=edition]", "value").concat();
        let wrong = form(&cp, &[("title", ""), ("forget", "on"), ("edition", edition.as_str())]);
        let again = thomas.upload(&news, &wrong, &[]).await;
        assert!(again.status == 422 && again.has("input[name=forget][checked]"), "{}", again.text());
        let forgets = form(&cp, &[&CHANGES[..], &[("forget", "on")][..]].concat());
        assert_eq!(change(&thomas, &news, &forgets).await.status, 303);
        shows_nothing_of(app, &news).await;
    })
    .await;
}
