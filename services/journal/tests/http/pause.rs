//! The pause numérique: writing never waits, delivery does.

use crate::{READERS, SERVICES, answers, change, events, form, notices, publish, published, step, write};
use school::School;
use testkit::{App, Classroom::Cp, Place, Who::*, on_both};

#[tokio::test]
async fn what_is_published_on_a_saturday_is_delivered_on_monday_at_seven() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-03T10:00");
        let thomas = app.by(Thomas).await;
        let post = write(&thomas, Cp, &form(&[])).await;
        let panel = thomas.get(&step(&post, "publication")).await;
        assert_eq!(panel.texts(".sees-who-when"), ["Sera remis lundi à 7 h"]);
        assert!(panel.says("Publier à cette heure"), "{}", panel.text());
        let page = publish(&thomas, &post).await;
        assert_eq!(page.texts(".status"), ["Sera remis lundi à 7 h"]);
        assert_eq!(page.text().matches("Sera remis").count(), 2, "once as done, once as where it stands");
        assert!(page.says("Jusque-là, il peut encore être modifié, et sa publication annulée."), "{}", page.text());
        assert!(thomas.get(&Cp.path("/journal")).await.says("Seront remis plus tard"));
        answers(app, &post, 404, &READERS).await;
        app.at("2026-10-05T06:59:59");
        answers(app, &post, 404, &READERS).await;
        app.at("2026-10-05T07:00");
        answers(app, &post, 200, &READERS).await;
        assert_eq!(thomas.get(&post).await.texts(".status"), ["Publié"]);
    })
    .await;
}

#[tokio::test]
async fn what_waits_for_its_hour_is_in_no_readers_journal() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-03T10:00");
        published(&app.by(Thomas).await, Cp, &form(&[])).await;
        for (at, listed) in [("2026-10-05T06:59", 0), ("2026-10-05T07:00", 1)] {
            app.at(at);
            for who in READERS {
                let journal = app.by(who).await.get(&Cp.path("/journal")).await;
                assert_eq!(journal.texts(".card-title").len(), listed, "{who:?} at {at}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn the_author_reads_the_hour_before_writing_anything() {
    on_both(SERVICES, async |app| {
        for (at, when) in [
            ("2026-10-01T19:59", "tout de suite"),
            ("2026-10-01T20:00", "demain à 7 h"),
            ("2026-10-02T06:59", "aujourd’hui à 7 h"),
            ("2026-10-02T07:00", "tout de suite"),
            ("2026-10-02T20:00", "lundi à 7 h"),
            ("2026-10-04T23:00", "demain à 7 h"),
            // The school holidays deliver under the national rule; 11 November never does.
            ("2026-10-20T10:00", "tout de suite"),
            ("2026-11-11T10:00", "demain à 7 h"),
        ] {
            app.at(at);
            let page = app.by(Thomas).await.get(&Cp.path("/billets/nouveau")).await;
            let words = format!("Sera remis {when}, s’il est publié maintenant.");
            assert!(page.says(&words), "at {at}: {}", page.text());
        }
    })
    .await;
}

/// Deliveries from 8 h to 18 h on weekdays, none in the holidays.
const OWN_HOURS: &str =
    r#"{"opens":"08:00:00","closes":"18:00:00","days":[true,true,true,true,true,false,false],"holidays":"wait"}"#;

async fn set_own_hours(app: &App) {
    let mut tx = app.write().await;
    School::set_hours(&mut tx, Place::Tilleuls.id(), OWN_HOURS).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_school_has_its_own_hours() {
    on_both(SERVICES, async |app| {
        set_own_hours(app).await;
        app.at("2026-10-01T18:00");
        let post = published(&app.by(Thomas).await, Cp, &form(&[])).await;
        assert_eq!(app.by(Thomas).await.get(&post).await.texts(".status"), ["Sera remis demain à 8 h"]);
        app.at("2026-10-02T07:59");
        answers(app, &post, 404, &READERS).await;
        app.at("2026-10-02T08:00");
        answers(app, &post, 200, &READERS).await;
    })
    .await;
}

#[tokio::test]
async fn a_school_that_rests_in_the_holidays_delivers_on_the_day_of_return() {
    on_both(SERVICES, async |app| {
        set_own_hours(app).await;
        // The autumn holidays of zone C end on Sunday 1 November.
        app.at("2026-10-20T10:00");
        let (post, status) = publish_now(app).await;
        assert_eq!(status, "Sera remis lundi 2 novembre à 8 h");
        app.at("2026-10-30T10:00");
        answers(app, &post, 404, &READERS).await;
        app.at("2026-11-02T07:59");
        answers(app, &post, 404, &READERS).await;
        app.at("2026-11-02T08:00");
        answers(app, &post, 200, &READERS).await;
    })
    .await;
}

/// Publishes as Thomas; answers the address and the status read on the page.
async fn publish_now(app: &App) -> (String, String) {
    let thomas = app.by(Thomas).await;
    let post = write(&thomas, Cp, &form(&[])).await;
    let status = publish(&thomas, &post).await.texts(".status").concat();
    (post, status)
}

#[tokio::test]
async fn a_publication_cancelled_before_its_hour_is_a_draft_again() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-03T10:00");
        let thomas = app.by(Thomas).await;
        let post = published(&thomas, Cp, &form(&[])).await;
        let page = thomas.post_then(&step(&post, "annulation"), &[]).await;
        assert!(page.says("La publication est annulée : le billet est de nouveau un brouillon."), "{}", page.text());
        assert_eq!(events(app, "journal.unscheduled").await, 1);
        app.at("2026-10-05T07:00");
        answers(app, &post, 404, &READERS).await;
        answers(app, &post, 404, &[Helene]).await;
        assert_eq!(thomas.get(&post).await.texts(".status"), ["Brouillon"]);
        publish(&thomas, &post).await;
        answers(app, &post, 200, &READERS).await;
    })
    .await;
}

#[tokio::test]
async fn what_is_delivered_can_no_longer_be_cancelled() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-03T10:00");
        let thomas = app.by(Thomas).await;
        let post = published(&thomas, Cp, &form(&[])).await;
        let cancel = step(&post, "annulation");
        assert!(thomas.get(&post).await.has(&format!("form[action='{cancel}']")));
        app.at("2026-10-05T07:00");
        assert!(!thomas.get(&post).await.has(&format!("form[action='{cancel}']")));
        assert_eq!(thomas.post(&cancel, &[]).await.status, 409);
        answers(app, &post, 200, &READERS).await;
    })
    .await;
}

#[tokio::test]
async fn what_waits_for_its_hour_may_still_be_changed() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-03T10:00");
        let thomas = app.by(Thomas).await;
        let post = published(&thomas, Cp, &form(&[])).await;
        let page = change(&thomas, &post, &form(&[("title", "Le potager"), ("audience", "families")])).await;
        assert_eq!(page.texts(".status"), ["Sera remis lundi à 7 h"]);
        answers(app, &post, 404, &READERS).await;
        app.at("2026-10-05T07:00");
        answers(app, &post, 404, &[Zoe]).await;
        let page = app.by(Paul).await.get(&post).await;
        assert_eq!(page.texts("article h1"), ["Le potager"]);
    })
    .await;
}

#[tokio::test]
async fn the_author_may_choose_a_day_and_an_hour() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        for (day, time, status) in [
            ("2026-10-05", "08:30", "Sera remis lundi à 8 h 30"),
            ("2026-10-06", "", "Sera remis mardi à 7 h"),
            // A Saturday: the wish waits like everything else.
            ("2026-10-03", "09:00", "Sera remis lundi à 7 h"),
            ("2026-10-05", "21:00", "Sera remis mardi à 7 h"),
        ] {
            let post = write(&thomas, Cp, &form(&[("day", day), ("time", time)])).await;
            let page = publish(&thomas, &post).await;
            assert_eq!(page.texts(".status"), [status], "{day} {time}");
        }
        answers(app, &Cp.path("/journal"), 200, &READERS).await;
        assert!(!app.by(Paul).await.get(&Cp.path("/journal")).await.says("La mare"));
    })
    .await;
}

#[tokio::test]
async fn the_hour_chosen_may_be_moved_after_publication() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let post = published(&thomas, Cp, &form(&[("day", "2026-10-05"), ("time", "08:30")])).await;
        let page = change(&thomas, &post, &form(&[("day", "2026-10-06"), ("time", "09:15")])).await;
        assert_eq!(page.texts(".status"), ["Sera remis mardi à 9 h 15"]);
        assert_eq!(events(app, "journal.rescheduled").await, 1);
        app.at("2026-10-06T09:14");
        answers(app, &post, 404, &READERS).await;
        app.at("2026-10-06T09:15");
        answers(app, &post, 200, &READERS).await;
    })
    .await;
}

#[tokio::test]
async fn readers_added_during_the_pause_wait_while_the_others_go_on_reading() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let post = published(&thomas, Cp, &form(&[("audience", "class")])).await;
        app.at("2026-10-03T10:00");
        change(&thomas, &post, &form(&[])).await;
        answers(app, &post, 200, &[Zoe]).await;
        answers(app, &post, 404, &[Paul, Claire]).await;
        app.at("2026-10-05T07:00");
        answers(app, &post, 200, &READERS).await;
    })
    .await;
}

#[tokio::test]
async fn badges_are_woken_at_the_hour_of_delivery_and_not_before() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-03T10:00");
        published(&app.by(Thomas).await, Cp, &form(&[])).await;
        assert_eq!(app.run_jobs().await, 0);
        app.at("2026-10-05T07:00");
        assert_eq!(app.run_jobs().await, 1);
        assert_eq!(app.run_jobs().await, 0);
    })
    .await;
}

/// Sets the hours of the school as its head does, and lets the journal follow them.
async fn change_hours(app: &App) {
    set_own_hours(app).await;
    let mut tx = app.write().await;
    (journal::SERVICE.hours_changed)(&mut tx, Place::Tilleuls.id()).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn nobody_is_told_a_new_hour_of_what_was_withdrawn() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let mut posts = Vec::new();
        for _ in 0..2 {
            posts.push(published(&thomas, Cp, &form(&[("audience", "class")])).await);
        }
        app.at("2026-10-03T10:00");
        for post in &posts {
            // The families, added on a Saturday, wait for Monday.
            change(&thomas, post, &form(&[])).await;
        }
        thomas.post_then(&step(&posts[0], "retrait"), &[("reason", "On reconnaît un enfant.")]).await;
        let before = events(app, "journal.rescheduled").await;
        change_hours(app).await;
        assert_eq!(events(app, "journal.rescheduled").await, before + 1, "only the post that is still read");
    })
    .await;
}

#[tokio::test]
async fn what_was_published_while_the_hours_changed_follows_them_a_little_later() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-03T10:00");
        let mut tx = app.write().await;
        (journal::SERVICE.hours_changed)(&mut tx, Place::Tilleuls.id()).await.unwrap();
        tx.commit().await.unwrap();
        // Thomas publishes as one who still read the hours of before.
        let (post, status) = publish_now(app).await;
        assert_eq!(status, "Sera remis lundi à 7 h");
        set_own_hours(app).await;
        assert_eq!(app.run_jobs().await, 0);
        app.wait(120);
        assert_eq!(app.run_jobs().await, 1);
        assert_eq!(app.by(Thomas).await.get(&post).await.texts(".status"), ["Sera remis lundi à 8 h"]);
        assert_eq!(notices(app, Thomas, "journal.rescheduled").await, 1);
    })
    .await;
}
