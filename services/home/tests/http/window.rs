//! How much stands on a page, and for how long: a child reads to the end.

use crate::{
    SERVICES,
    steps::{finds, publish, publish_now, readers},
};
use testkit::{Classroom::Cp, Who::*, on_both};

const DAY: i64 = 86_400;

#[tokio::test]
async fn news_leave_the_page_of_a_teacher_first_and_of_a_child_last() {
    on_both(SERVICES, async |app| {
        publish_now(app, (Cp, Thomas), "Un").await;
        let all = [Helene, Thomas, Zoe, Claire];
        app.wait(13 * DAY);
        assert_eq!(readers(app, &all, "Un").await, all);
        app.wait(2 * DAY);
        assert_eq!(readers(app, &all, "Un").await, [Zoe, Claire]);
        app.wait(16 * DAY);
        assert_eq!(readers(app, &all, "Un").await, [Zoe]);
        app.wait(60 * DAY);
        assert!(readers(app, &all, "Un").await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_page_is_full_when_more_than_it_holds_comes_at_one_instant() {
    on_both(SERVICES, async |app| {
        let monday = app.now();
        publish(app, (Cp, Thomas), "Avant", &[Cp.id(), Cp.families()], monday.plus_seconds(-60)).await;
        for number in 0..25 {
            let title = format!("Billet {number:02}");
            publish(app, (Cp, Thomas), &title, &[Cp.id(), Cp.families()], monday).await;
        }
        for who in [Thomas, Helene, Zoe, Claire] {
            let found = finds(app, who).await;
            assert_eq!(found.len(), 20, "{who:?}");
            assert!(found.iter().all(|title| title.starts_with("Billet")), "{found:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_page_holds_the_twenty_newest_in_order() {
    on_both(SERVICES, async |app| {
        let now = app.now();
        for number in 0..22 {
            let title = format!("Billet {number}");
            let from = now.plus_seconds(-60 * number);
            publish(app, (Cp, Thomas), &title, &[Cp.id(), Cp.families()], from).await;
        }
        let expected: Vec<String> = (0..20).map(|number| format!("Billet {number}")).collect();
        for who in [Thomas, Helene, Zoe, Claire] {
            assert_eq!(finds(app, who).await, expected, "{who:?}");
        }
    })
    .await;
}
