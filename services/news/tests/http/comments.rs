//! Comments under a news: closed unless opened, read over before others read them.

use crate::{SERVICES, answers, change, class, form, published, step};
use school::Viewer;
use testkit::{App, Classroom::Cp, Who, Who::*, on_both};

const OPEN: (&str, &str) = ("comments", "on");

/// What somebody finds in « À valider ».
async fn to_review(app: &App, who: Who) -> Vec<String> {
    let mut tx = app.read().await;
    let viewer = Viewer::load(&mut tx, who.account()).await.unwrap();
    let reviews = (news::SERVICE.to_review)(&mut tx, &viewer).await.unwrap();
    reviews.into_iter().map(|review| review.title).collect()
}

#[tokio::test]
async fn comments_are_closed_until_whoever_publishes_opens_them() {
    on_both(SERVICES, async |app| {
        let (thomas, cp) = (app.by(Thomas).await, class(Cp));
        let news = published(&thomas, &form(&cp, &[])).await;
        let claire = app.by(Claire).await;
        assert!(!claire.get(&news).await.has("#f-comment"));
        let path = step(&news, "commentaires");
        assert_eq!(claire.post(&path, &[("comment", "Merci !")]).await.status, 403);
        assert_eq!(change(&thomas, &news, &form(&cp, &[OPEN])).await.status, 303);
        assert!(claire.get(&news).await.has("#f-comment"));
        assert_eq!(claire.post(&path, &[("comment", "Merci !")]).await.status, 303);
        let empty = claire.post(&path, &[("comment", " ")]).await;
        assert_eq!((empty.status, empty.texts("#f-comment-error").len()), (422, 1), "{}", empty.text());
    })
    .await;
}

#[tokio::test]
async fn a_comment_is_read_over_before_others_read_it() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let news = published(&thomas, &form(&class(Cp), &[OPEN])).await;
        let path = step(&news, "commentaires");
        app.by(Claire).await.post_then(&path, &[("comment", "Quelle belle fête !")]).await;
        assert!(app.by(Claire).await.get(&news).await.says("Quelle belle fête !"));
        assert!(!app.by(Paul).await.get(&news).await.says("Quelle belle fête !"));
        assert_eq!(to_review(app, Thomas).await, ["Quelle belle fête !"]);
        assert_eq!(to_review(app, Helene).await, ["Quelle belle fête !"]);
        for who in [Claire, Rose, Hector] {
            assert!(to_review(app, who).await.is_empty(), "{who:?}");
        }
        let page = thomas.get(&news).await;
        let validation = page.attributes("form[action$='/validation']", "action").concat();
        let hiding = page.attributes("form[action$='/masquage']", "action").concat();
        for address in [&validation, &hiding] {
            assert_eq!(app.by(Paul).await.post(address, &[]).await.status, 403);
            assert_eq!(app.by(Samia).await.post(address, &[]).await.status, 404);
        }
        thomas.post_then(&validation, &[]).await;
        let page = app.by(Paul).await.get(&news).await;
        assert!(page.says("Quelle belle fête !") && page.says("Claire F."), "{}", page.text());
        assert!(to_review(app, Thomas).await.is_empty());
        thomas.post_then(&hiding, &[]).await;
        assert!(!app.by(Paul).await.get(&news).await.says("Quelle belle fête !"));
        assert!(thomas.get(&news).await.says("Masqué"));
    })
    .await;
}

#[tokio::test]
async fn a_comment_that_waits_is_taken_back_by_whoever_wrote_it() {
    on_both(SERVICES, async |app| {
        let news = published(&app.by(Thomas).await, &form(&class(Cp), &[OPEN])).await;
        let claire = app.by(Claire).await;
        let page = claire.post_then(&step(&news, "commentaires"), &[("comment", "Merci !")]).await;
        let back = page.attributes("form[action$='/retrait']", "action").concat();
        answers(app, &news, 200, &[Claire]).await;
        assert_eq!(app.by(Paul).await.post(&back, &[]).await.status, 404);
        claire.post_then(&back, &[]).await;
        assert!(!claire.get(&news).await.says("Merci !"));
        assert!(to_review(app, Thomas).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn the_news_of_a_territory_has_no_comments() {
    on_both(SERVICES, async |app| {
        let news = published(&app.by(Adelaide).await, &form("academy:16", &[OPEN])).await;
        let claire = app.by(Claire).await;
        assert!(!claire.get(&news).await.has("#f-comment"));
        assert_eq!(claire.post(&step(&news, "commentaires"), &[("comment", "Merci !")]).await.status, 403);
    })
    .await;
}

#[tokio::test]
async fn whoever_left_the_class_reads_no_comment_written_later() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let (thomas, cp) = (app.by(Thomas).await, class(Cp));
        let news = published(&thomas, &form(&cp, &[OPEN])).await;
        let path = step(&news, "commentaires");
        thomas.post_then(&path, &[("comment", "Venez nombreux.")]).await;
        app.at("2026-10-05T10:00");
        app.leaves(Zoe).await;
        app.at("2026-10-05T11:00");
        let thomas = app.by(Thomas).await;
        thomas.post_then(&path, &[("comment", "La fête est reportée.")]).await;
        for who in [Claire, Paul] {
            let page = app.by(who).await.get(&news).await;
            assert!(page.says("Venez nombreux.") && !page.says("reportée"), "{who:?}: {}", page.text());
        }
        assert!(thomas.get(&news).await.says("reportée"));
    })
    .await;
}
