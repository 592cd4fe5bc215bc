//! What is new, counted until somebody looks.

use crate::{
    SERVICES,
    steps::{cards, publish_now, withdraw},
};
use commons::receipt;
use testkit::{
    Classroom::{Ce, Cp},
    Page,
    Who::*,
    on_both,
};

const HOUR: i64 = 3600;

/// The figure of the badge, when one is shown.
fn figure(page: &Page) -> Option<String> {
    page.texts("live-badge:not([hidden]) span[aria-hidden=true]").into_iter().next()
}

fn marked_new(page: &Page) -> usize {
    page.texts(".card-new").len()
}

#[tokio::test]
async fn the_badge_counts_what_is_new_and_forgets_it_after_a_look() {
    on_both(SERVICES, async |app| {
        for who in [Claire, Thomas, Helene] {
            assert_eq!(figure(&app.by(who).await.get("/").await), None, "{who:?}");
        }
        app.wait(60);
        publish_now(app, (Cp, Zoe), "Un").await;
        app.wait(60);
        publish_now(app, (Cp, Zoe), "Deux").await;
        app.wait(60);
        for who in [Claire, Thomas, Helene] {
            let client = app.by(who).await;
            let page = client.get("/").await;
            assert_eq!((figure(&page).as_deref(), marked_new(&page)), (Some("2"), 2), "{who:?}");
            assert!(page.texts("title")[0].starts_with("(2)"), "{who:?}");
            assert!(page.texts(".card-new-word").iter().all(|word| !word.is_empty()), "{who:?}");
            let again = client.get("/").await;
            assert_eq!((figure(&again), marked_new(&again), cards(&again).len()), (None, 2, 2), "{who:?}");
            assert!(!again.texts("title")[0].starts_with('('), "{who:?}");
        }
        app.wait(4 * HOUR);
        for who in [Claire, Thomas, Helene] {
            let next = app.by(who).await.get("/").await;
            assert_eq!((figure(&next), marked_new(&next), cards(&next).len()), (None, 0, 2), "{who:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn somebodys_look_leaves_the_news_new_for_others() {
    on_both(SERVICES, async |app| {
        publish_now(app, (Cp, Thomas), "Un").await;
        let (claire, paul) = (app.by(Claire).await, app.by(Paul).await);
        assert_eq!(figure(&claire.get("/").await).as_deref(), Some("1"));
        app.wait(60);
        publish_now(app, (Cp, Thomas), "Deux").await;
        let page = claire.get("/").await;
        assert_eq!((figure(&page).as_deref(), marked_new(&page), cards(&page).len()), (Some("1"), 2, 2));
        assert_eq!(figure(&paul.get("/").await).as_deref(), Some("2"));
    })
    .await;
}

#[tokio::test]
async fn looking_at_one_child_leaves_the_news_of_the_others_new() {
    on_both(SERVICES, async |app| {
        publish_now(app, (Ce, Helene), "Un").await;
        let client = app.by(Samia).await;
        for _ in 0..2 {
            let page = client.get(&format!("/enfants/{}", Tom.person())).await;
            assert_eq!(marked_new(&page), 1);
        }
        assert_eq!(figure(&client.get("/").await).as_deref(), Some("1"));
        app.wait(4 * HOUR);
        assert_eq!(marked_new(&app.by(Samia).await.get(&format!("/enfants/{}", Tom.person())).await), 0);
    })
    .await;
}

#[tokio::test]
async fn what_was_new_stays_so_for_a_visit_and_is_known_at_the_next() {
    on_both(SERVICES, async |app| {
        publish_now(app, (Cp, Thomas), "Un").await;
        assert_eq!(marked_new(&app.by(Claire).await.get("/").await), 1);
        app.wait(3 * HOUR);
        publish_now(app, (Cp, Thomas), "Deux").await;
        app.wait(60);
        for (hours, figured, new) in [(0, Some("1"), 2), (3, None, 2), (1, None, 0)] {
            app.wait(hours * HOUR);
            let page = app.by(Claire).await.get("/").await;
            assert_eq!((figure(&page).as_deref(), marked_new(&page)), (figured, new), "{hours} hours later");
        }
        publish_now(app, (Cp, Thomas), "Trois").await;
        let page = app.by(Claire).await.get("/").await;
        assert_eq!(page.texts(".card-new .card-title"), ["Trois"]);
    })
    .await;
}

#[tokio::test]
async fn what_a_parent_opened_is_new_no_more() {
    on_both(SERVICES, async |app| {
        let id = publish_now(app, (Cp, Thomas), "Un").await;
        let mut tx = app.write().await;
        receipt::opened(&mut tx, id, 1, Zoe.person(), Claire.person()).await.unwrap();
        tx.commit().await.unwrap();
        for (who, new) in [(Claire, 0), (Paul, 1)] {
            assert_eq!(marked_new(&app.by(who).await.get("/").await), new, "{who:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_was_withdrawn_is_not_counted() {
    on_both(SERVICES, async |app| {
        let id = publish_now(app, (Cp, Thomas), "Un").await;
        withdraw(app, id, true).await;
        let page = app.by(Claire).await.get("/").await;
        assert_eq!((figure(&page), cards(&page).len()), (None, 0));
    })
    .await;
}

#[tokio::test]
async fn nobody_is_told_of_what_they_wrote_themselves() {
    on_both(SERVICES, async |app| {
        publish_now(app, (Cp, Thomas), "Un").await;
        for (who, new) in [(Thomas, 0), (Helene, 1)] {
            let page = app.by(who).await.get("/").await;
            assert_eq!((marked_new(&page), figure(&page).is_some(), cards(&page).len()), (new, new == 1, 1), "{who:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_child_sees_what_is_new_and_no_figure() {
    on_both(SERVICES, async |app| {
        publish_now(app, (Cp, Thomas), "Un").await;
        let client = app.by(Zoe).await;
        let page = client.get("/").await;
        assert_eq!((figure(&page), marked_new(&page)), (None, 1));
        assert!(!page.texts("title")[0].contains('('));
        assert_eq!(marked_new(&client.get("/").await), 1);
        app.wait(4 * HOUR);
        assert_eq!(marked_new(&app.by(Zoe).await.get("/").await), 0);
    })
    .await;
}
