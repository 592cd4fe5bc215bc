//! Being absent: told before one writes, answered once a day, never to a message to many.

use crate::{OPEN, SERVICES, answer, count, person, send};
use testkit::{Classroom::Cp, Who::*, on_both};

const AWAY: [(&str, &str); 4] = [
    ("signature", "Thomas Roux, CP"),
    ("from", "2026-10-01"),
    ("until", "2026-10-09"),
    ("absence", "Voyez Mme Vidal."),
];

const AUTOMATIC: &str = "select count(*) as n from message where automatic = true and school_id is not null";

#[tokio::test]
async fn whoever_writes_to_somebody_absent_is_told_before_and_answered_once_a_day() {
    on_both(SERVICES, async |app| {
        app.at(OPEN);
        app.by(Thomas).await.post_then("/messages/reglages", &AWAY).await;
        let paul = app.by(Paul).await;
        let form = paul.get(&format!("/messages/nouveau?a={}", person(Thomas))).await;
        assert!(form.says("Thomas ROUX n’est pas là jusqu’au vendredi 9 octobre."), "{}", form.text());
        let thread = send(&paul, &[&person(Thomas)], "Question", "Bonjour.").await;
        let page = paul.get(&thread).await;
        assert!(page.says("Réponse automatique") && page.says("Voyez Mme Vidal."), "{}", page.text());
        answer(&paul, &thread, "Encore une chose.").await;
        assert_eq!(count(app, AUTOMATIC, &[]).await, 1);
        app.at("2026-10-02T10:00");
        answer(&paul, &thread, "Et une autre.").await;
        assert_eq!(count(app, AUTOMATIC, &[]).await, 2);
        app.at("2026-10-12T10:00");
        answer(&paul, &thread, "Bon retour.").await;
        assert_eq!(count(app, AUTOMATIC, &[]).await, 2);
    })
    .await;
}

#[tokio::test]
async fn a_message_to_many_gets_no_automatic_answer() {
    on_both(SERVICES, async |app| {
        app.at(OPEN);
        app.by(Claire).await.post_then("/messages/reglages", &AWAY).await;
        send(&app.by(Thomas).await, &[&format!("familles-{}", Cp.id())], "Sortie", "Jeudi.").await;
        assert_eq!(count(app, AUTOMATIC, &[]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_signature_ends_each_new_message_and_dates_are_checked() {
    on_both(SERVICES, async |app| {
        app.at(OPEN);
        let thomas = app.by(Thomas).await;
        thomas.post_then("/messages/reglages", &AWAY).await;
        assert!(thomas.get("/messages/nouveau").await.says("Thomas Roux, CP"));
        let wrong = [("signature", "Thomas"), ("from", "2026-10-09"), ("until", "2026-10-01"), ("absence", "")];
        let page = thomas.post("/messages/reglages", &wrong).await;
        assert!(page.status == 422 && page.says("Le dernier jour vient avant le premier."), "{}", page.text());
        assert!(page.says("Thomas"));
    })
    .await;
}
