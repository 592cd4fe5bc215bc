//! What asks an act: told at once within the hours, else at the opening, each at a minute of one's own; once.

use crate::SERVICES;
use crate::steps::{ask, rows, run, subscribe, turn, woken, write_to};
use commons::{
    attention::{self, Ending, claim, jitter, note},
    thing,
};
use db::args;
use testkit::{App, Classroom::Cp, Who::*, on_both};

const CLAIRE: &str = "https://push.example.net/claire";
const PAUL: &str = "https://push.example.net/paul";

async fn devices(app: &App) {
    subscribe(app, Claire, CLAIRE).await;
    subscribe(app, Paul, PAUL).await;
}

#[tokio::test]
async fn within_the_hours_the_devices_are_woken_at_once_and_once() {
    on_both(SERVICES, async |app| {
        devices(app).await;
        write_to(app, Claire, "claire@example.org").await;
        ask(app, "Sortie à la ferme", app.now()).await;
        turn(app).await;
        let mut endpoints = woken(app);
        endpoints.sort();
        assert_eq!(endpoints, [CLAIRE, PAUL]);
        // The push says nothing.
        assert!(app.house.push.record().iter().all(|it| it.message == format!(r#"{{"tag":"{}"}}"#, it.topic)));
        app.wait(600);
        turn(app).await;
        assert_eq!((woken(app).len(), rows(app, "waiting").await), (2, 0));
        let letters = app.letters();
        assert_eq!(letters.len(), 1);
        for part in
            ["claire@example.org", "Sortie à la ferme", "Pour : Zoé", "À signer avant le 12 octobre", "/lecture/"]
        {
            assert!(letters[0].contains(part), "{part}: {}", letters[0]);
        }
        assert!(!letters[0].contains("MARTY") && !letters[0].contains("9 heures"), "{}", letters[0]);
    })
    .await;
}

#[tokio::test]
async fn what_is_sent_on_saturday_leaves_on_monday_each_at_a_minute_of_ones_own() {
    on_both(SERVICES, async |app| {
        devices(app).await;
        app.at("2026-10-03T10:00");
        let monday = {
            let mut tx = app.read().await;
            commons::delivery::instant(&mut tx, testkit::Place::Tilleuls.id(), None).await.unwrap()
        };
        ask(app, "Sortie à la ferme", monday).await;
        app.at("2026-10-05T06:59");
        turn(app).await;
        assert!(woken(app).is_empty());
        let (early, late) = (jitter(Claire.account()), jitter(Paul.account()));
        app.at("2026-10-05T07:00");
        app.wait(early.min(late));
        turn(app).await;
        assert_eq!(woken(app).len(), 1);
        app.at("2026-10-05T07:30");
        turn(app).await;
        assert_eq!(woken(app).len(), 2);
    })
    .await;
}

#[tokio::test]
async fn what_was_hushed_does_not_leave() {
    on_both(SERVICES, async |app| {
        devices(app).await;
        let later = app.now().plus_seconds(3600);
        let trip = ask(app, "Sortie à la ferme", later).await;
        let photo = ask(app, "Photo de classe", later).await;
        let mut tx = app.write().await;
        attention::hush_for(&mut tx, trip, &[Paul.person()]).await.unwrap();
        attention::hush(&mut tx, photo).await.unwrap();
        tx.commit().await.unwrap();
        app.wait(3600);
        turn(app).await;
        assert_eq!(woken(app), [CLAIRE]);
        // Told again at the same instant, it comes back.
        let mut tx = app.write().await;
        attention::alert(&mut tx, photo, &[Paul.person()], later).await.unwrap();
        tx.commit().await.unwrap();
        turn(app).await;
        assert_eq!(woken(app), [CLAIRE, PAUL]);
    })
    .await;
}

#[tokio::test]
async fn what_was_withdrawn_and_whoever_was_shut_out_are_told_nothing() {
    on_both(SERVICES, async |app| {
        devices(app).await;
        let trip = ask(app, "Sortie à la ferme", app.now()).await;
        run(app, "update account set blocked_at = 1 where id = $1", args![Paul.account()]).await;
        ask(app, "Photo de classe", app.now()).await;
        let mut tx = app.write().await;
        thing::set_withdrawn(&mut tx, trip, true).await.unwrap();
        tx.commit().await.unwrap();
        turn(app).await;
        assert_eq!(woken(app), [CLAIRE]);
        assert_eq!(rows(app, "dropped").await, 2);
    })
    .await;
}

#[tokio::test]
async fn a_node_that_dies_loses_nothing() {
    on_both(SERVICES, async |app| {
        devices(app).await;
        ask(app, "Sortie à la ferme", app.now()).await;
        let mut tx = app.write().await;
        assert_eq!(claim(&mut tx, 100).await.unwrap().len(), 2);
        tx.commit().await.unwrap();
        app.wait(59);
        assert_eq!((turn(app).await, woken(app).len()), (0, 0));
        app.wait(2);
        assert_eq!(turn(app).await, 2);
        assert_eq!(woken(app).len(), 2);
    })
    .await;
}

#[tokio::test]
async fn what_a_batch_had_no_time_for_uses_up_no_attempt() {
    on_both(SERVICES, async |app| {
        devices(app).await;
        ask(app, "Sortie à la ferme", app.now()).await;
        for _ in 0..10 {
            let mut tx = app.write().await;
            let claimed = claim(&mut tx, 100).await.unwrap();
            let endings: Vec<_> = claimed.iter().map(|it| (it.id, Ending::NotTried)).collect();
            assert_eq!(endings.len(), 2);
            note(&mut tx, &endings).await.unwrap();
            tx.commit().await.unwrap();
        }
        turn(app).await;
        assert_eq!(woken(app).len(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_device_that_is_gone_is_forgotten_and_a_busy_service_asked_again() {
    on_both(SERVICES, async |app| {
        subscribe(app, Claire, "https://push.example.net/gone").await;
        subscribe(app, Paul, "https://push.example.net/busy").await;
        ask(app, "Sortie à la ferme", app.now()).await;
        turn(app).await;
        assert!(!app.by(Claire).await.get("/compte/notifications").await.has("form[action$='/fin']"));
        assert!(app.by(Paul).await.get("/compte/notifications").await.has("form[action$='/fin']"));
        for _ in 0..8 {
            app.wait(3600);
            turn(app).await;
        }
        assert_eq!((rows(app, "failed").await, rows(app, "waiting").await), (1, 0));
    })
    .await;
}

#[tokio::test]
async fn an_address_that_answers_no_more_is_seen() {
    on_both(SERVICES, async |app| {
        write_to(app, Claire, "claire@nulle-part.invalid").await;
        ask(app, "Sortie à la ferme", app.now()).await;
        app.wait(600);
        turn(app).await;
        let page = app.by(Claire).await.get("/compte/notifications").await;
        assert!(page.says("Les courriels envoyés à claire@nulle-part.invalid reviennent"), "{}", page.text());
        // Nothing is written to it any more.
        ask(app, "Photo de classe", app.now()).await;
        assert_eq!(rows(app, "waiting").await, 0);
        let page = app.by(Thomas).await.get(&Cp.path("/joindre")).await;
        assert!(page.says("Adresse qui ne répond plus") && page.says("Claire FABRE"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn whoever_wrote_it_and_other_classes_are_told_nothing() {
    on_both(SERVICES, async |app| {
        for (who, name) in [(Thomas, "thomas"), (Samia, "samia"), (Helene, "helene"), (Perrine, "perrine")] {
            subscribe(app, who, &format!("https://push.example.net/{name}")).await;
        }
        ask(app, "Sortie à la ferme", app.now()).await;
        turn(app).await;
        assert!(woken(app).is_empty());
    })
    .await;
}
