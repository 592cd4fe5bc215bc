//! Folders, archives, the bin, what is marked to be read again, what is found again.

use crate::{OPEN, SERVICES, answer, family, lists, send};
use testkit::{Client, Page, Who::*, on_both};

/// The part of an address that names a conversation.
fn name(thread: &str) -> &str {
    thread.split('/').nth(2).unwrap()
}

async fn keep(client: &Client<'_>, thread: &str, action: &str, folder: &str) -> Page {
    let fields = [("fil", name(thread)), ("action", action), ("dossier", folder), ("retour", "/messages")];
    client.post("/messages/rangement", &fields).await
}

/// Makes a folder; answers its name in addresses.
async fn folder(client: &Client<'_>, called: &str, parent: &str) -> String {
    let page = client.post_then("/messages/dossiers", &[("name", called), ("parent", parent)]).await;
    page.link(called).unwrap().rsplit_once('=').unwrap().1.to_owned()
}

#[tokio::test]
async fn a_conversation_goes_to_a_folder_and_back() {
    on_both(SERVICES, async |app| {
        app.at(OPEN);
        let thread = send(&app.by(Thomas).await, &[&family(Zoe)], "Piscine", "Jeudi.").await;
        let claire = app.by(Claire).await;
        let sport = folder(&claire, "Sport", "").await;
        let swimming = folder(&claire, "Natation", &sport).await;
        assert_eq!(keep(&claire, &thread, "classer", &swimming).await.status, 303);
        assert!(!lists(app, Claire, "/messages", "Piscine").await);
        let shelf = format!("/messages?dossier={swimming}");
        assert!(lists(app, Claire, &shelf, "Piscine").await);
        // What somebody files moves nowhere for others.
        assert!(lists(app, Paul, "/messages", "Piscine").await);
        let paul = app.by(Paul).await;
        assert_eq!(paul.get(&shelf).await.status, 404);
        assert_eq!(keep(&paul, &thread, "classer", &swimming).await.status, 404);
        claire.post_then(&format!("/messages/dossiers/{sport}/suppression"), &[]).await;
        assert!(lists(app, Claire, "/messages", "Piscine").await);
    })
    .await;
}

#[tokio::test]
async fn what_is_thrown_away_comes_back_for_thirty_days_or_with_an_answer() {
    on_both(SERVICES, async |app| {
        app.at(OPEN);
        let thomas = app.by(Thomas).await;
        let thread = send(&thomas, &[&family(Zoe)], "Piscine", "Jeudi.").await;
        let claire = app.by(Claire).await;
        keep(&claire, &thread, "supprimer", "").await;
        assert!(!lists(app, Claire, "/messages", "Piscine").await);
        assert!(lists(app, Claire, "/messages?boite=corbeille", "Piscine").await);
        keep(&claire, &thread, "reprendre", "").await;
        assert!(lists(app, Claire, "/messages", "Piscine").await);
        keep(&claire, &thread, "supprimer", "").await;
        app.at("2026-11-02T10:00");
        assert!(!lists(app, Claire, "/messages?boite=corbeille", "Piscine").await);
        answer(&app.by(Thomas).await, &thread, "Et jeudi prochain ?").await;
        assert!(lists(app, Claire, "/messages", "Piscine").await);
    })
    .await;
}

#[tokio::test]
async fn archives_and_marks_are_ones_own() {
    on_both(SERVICES, async |app| {
        app.at(OPEN);
        let thread = send(&app.by(Thomas).await, &[&family(Zoe)], "Piscine", "Jeudi.").await;
        let claire = app.by(Claire).await;
        claire.get(&thread).await;
        assert!(!claire.get("/messages").await.has(".message-unread"));
        keep(&claire, &thread, "non-lu", "").await;
        assert!(claire.get("/messages").await.has(".message-unread"));
        keep(&claire, &thread, "archiver", "").await;
        assert!(lists(app, Claire, "/messages?boite=archives", "Piscine").await);
        assert!(!lists(app, Claire, "/messages", "Piscine").await);
        let nothing = claire.post_then("/messages/rangement", &[("action", "archiver"), ("retour", "/messages")]).await;
        assert!(nothing.says("Aucun fil n’est coché."), "{}", nothing.text());
        assert_eq!(keep(&app.by(Samia).await, &thread, "archiver", "").await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn a_message_is_found_by_its_words_without_accents_by_its_readers_only() {
    on_both(SERVICES, async |app| {
        app.at(OPEN);
        send(&app.by(Thomas).await, &[&family(Zoe)], "Été à la forêt", "Nous verrons des hérissons.").await;
        for (who, found) in [(Claire, true), (Thomas, true), (Samia, false), (Helene, false)] {
            for typed in ["foret", "H%C3%89RISSON", "thomas%20foret"] {
                assert_eq!(
                    lists(app, who, &format!("/messages?q={typed}"), "Été à la forêt").await,
                    found,
                    "{who:?} {typed}"
                );
            }
        }
        assert!(!lists(app, Claire, "/messages?q=piscine", "Été à la forêt").await);
        app.at("2026-10-03T10:00");
        send(&app.by(Thomas).await, &[&family(Zoe)], "Surprise", "Pour lundi.").await;
        assert!(!lists(app, Claire, "/messages?q=surprise", "Surprise").await, "it waits for Monday");
    })
    .await;
}
