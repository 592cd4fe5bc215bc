//! Taking a message back: from those who have not opened it.

use crate::{OPEN, SERVICES, answers, family, lists, send, unread};
use testkit::{Client, Page, Who::*, on_both};

/// Takes the only message of a conversation back.
async fn recall(client: &Client<'_>, thread: &str) -> Page {
    let address = client.get(thread).await.attributes("form[action*='/rappels/']", "action").concat();
    client.post_then(&address, &[]).await
}

#[tokio::test]
async fn a_message_is_taken_back_from_whoever_has_not_opened_it() {
    on_both(SERVICES, async |app| {
        app.at(OPEN);
        let thomas = app.by(Thomas).await;
        let thread = send(&thomas, &[&family(Zoe)], "Piscine", "Jeudi.").await;
        app.by(Claire).await.get(&thread).await;
        let page = recall(&thomas, &thread).await;
        assert!(
            page.says("Message rappelé pour 1 personne. 1 personne l’avait déjà ouvert et le garde."),
            "{}",
            page.text()
        );
        answers(app, &thread, 404, &[Paul]).await;
        assert!(!lists(app, Paul, "/messages", "Piscine").await);
        assert_eq!(unread(app, Paul).await, 0);
        let claire = app.by(Claire).await.get(&thread).await;
        assert!(claire.says("Jeudi.") && claire.says("rappelé"), "{}", claire.text());
    })
    .await;
}

#[tokio::test]
async fn what_waits_for_monday_is_taken_back_from_everybody() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-03T10:00");
        let thomas = app.by(Thomas).await;
        let thread = send(&thomas, &[&family(Zoe)], "Piscine", "Jeudi.").await;
        let page = recall(&thomas, &thread).await;
        assert!(page.says("Message rappelé pour 2 personnes. Personne ne l’avait ouvert."), "{}", page.text());
        app.at("2026-10-05T07:00");
        answers(app, &thread, 404, &[Claire, Paul]).await;
        answers(app, &thread, 200, &[Thomas]).await;
    })
    .await;
}

#[tokio::test]
async fn what_all_have_opened_stays_and_others_take_nothing_back() {
    on_both(SERVICES, async |app| {
        app.at(OPEN);
        let thomas = app.by(Thomas).await;
        let thread = send(&thomas, &[&family(Zoe)], "Piscine", "Jeudi.").await;
        let address = thomas.get(&thread).await.attributes("form[action*='/rappels/']", "action").concat();
        let claire = app.by(Claire).await;
        claire.get(&thread).await;
        assert_eq!(claire.post(&address, &[]).await.status, 403);
        app.by(Paul).await.get(&thread).await;
        let page = thomas.post_then(&address, &[]).await;
        assert!(page.says("Le message a déjà été ouvert par tous ses destinataires"), "{}", page.text());
        answers(app, &thread, 200, &[Claire, Paul]).await;
    })
    .await;
}
