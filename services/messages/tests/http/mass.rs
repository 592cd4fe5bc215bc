//! A message to many people: counted, shown, proved, sent once.

use crate::{
    SERVICES,
    safety::{acts, crowd, outgoing, prove, viewer, written},
};
use commons::audit::Action;
use messages::{mass, target::Target};
use testkit::{
    App,
    Classroom::{Ce, Cp},
    Who,
    Who::*,
    on_both, strangers_find_nothing,
};

const TEXT: &str = "La sortie à la mare est avancée à jeudi.";

/// Where a message to the families of the CP is confirmed, when it is to be.
async fn hold(app: &App, who: Who) -> Option<String> {
    let viewer = viewer(app, who).await;
    let mut tx = app.write().await;
    let held = mass::hold(&mut tx, &viewer, &outgoing(&[Target::Families(Cp.id())], TEXT)).await.unwrap();
    tx.commit().await.unwrap();
    held
}

#[tokio::test]
async fn a_message_to_the_families_of_a_class_is_counted_and_leaves_without_a_proof() {
    on_both(SERVICES, async |app| {
        crowd(app, Zoe, 78).await;
        let path = hold(app, Thomas).await.unwrap();
        let thomas = app.by(Thomas).await;
        let page = thomas.get(&path).await;
        assert!(page.says("1 famille (80 adultes)") && page.says("pour Zoé M."), "{}", page.text());
        assert_eq!(page.link("Vérifier que c’est bien moi"), None);
        assert!(page.says("Envoyer à 80 personnes"));
        assert!(thomas.post(&path, &[]).await.location().is_some_and(|to| !to.contains("verification")));
        assert_eq!(written(app, Thomas).await, 1);
        crowd(app, Zoe, 1).await;
        let path = hold(app, Thomas).await.unwrap();
        assert!(thomas.get(&path).await.link("Vérifier que c’est bien moi").is_some(), "eighty-one");
    })
    .await;
}

#[tokio::test]
async fn several_circles_at_once_ask_who_sends() {
    on_both(SERVICES, async |app| {
        let viewer = viewer(app, Helene).await;
        let targets = [Target::Families(Cp.id()), Target::Families(Ce.id())];
        let mut tx = app.write().await;
        let path = mass::hold(&mut tx, &viewer, &outgoing(&targets, TEXT)).await.unwrap().unwrap();
        tx.commit().await.unwrap();
        let sent = app.by(Helene).await.post(&path, &[]).await;
        assert!(sent.location().is_some_and(|to| to.starts_with("/verification")), "{:?}", sent.location());
        assert_eq!(written(app, Helene).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_message_to_many_shows_whom_it_reaches_and_asks_who_sends_it() {
    on_both(SERVICES, async |app| {
        crowd(app, Zoe, 81).await;
        let path = hold(app, Thomas).await.unwrap();
        let thomas = app.by(Thomas).await;
        let page = thomas.get(&path).await;
        assert!(page.says("1 famille (83 adultes)") && page.says("pour Zoé M.") && page.says(TEXT), "{}", page.text());
        assert!(page.says("Sortie à la mare") && page.says("Une réponse ne va qu’à vous."));
        let proof = format!("/verification?retour={path}");
        assert_eq!(page.link("Vérifier que c’est bien moi"), Some(proof.clone()));
        assert!(!page.says("Envoyer à 83 personnes"));
        assert_eq!(thomas.post(&path, &[]).await.location(), Some(proof));
        assert_eq!(written(app, Thomas).await, 0);
        prove(app, Thomas).await;
        assert!(thomas.get(&path).await.says("Envoyer à 83 personnes"));
        let sent = thomas.post(&path, &[]).await;
        assert_eq!(sent.status, 303);
        assert!(sent.location().is_some_and(|to| to.starts_with("/messages/")), "{:?}", sent.location());
        assert_eq!(written(app, Thomas).await, 1);
        let viewer = viewer(app, Thomas).await;
        let mut tx = app.read().await;
        assert!(messages::draft::of(&mut tx, &viewer).await.unwrap().is_empty(), "what left is no draft");
        drop(tx);
        let (by, _, detail) = acts(app, Action::MassSent).await.remove(0);
        assert_eq!((by, detail.as_deref()), (Some(Thomas.account()), Some("83")));
        assert_eq!(thomas.post(&path, &[]).await.status, 404, "it leaves once");
        assert_eq!(written(app, Thomas).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_proof_grows_old() {
    on_both(SERVICES, async |app| {
        crowd(app, Zoe, 81).await;
        let path = hold(app, Thomas).await.unwrap();
        let thomas = app.by(Thomas).await;
        prove(app, Thomas).await;
        app.wait(900);
        assert!(thomas.post(&path, &[]).await.location().is_some_and(|to| to.starts_with("/verification")));
        assert_eq!(written(app, Thomas).await, 0);
    })
    .await;
}

#[tokio::test]
async fn what_is_to_be_changed_is_a_draft_again() {
    on_both(SERVICES, async |app| {
        crowd(app, Zoe, 81).await;
        let path = hold(app, Thomas).await.unwrap();
        let thomas = app.by(Thomas).await;
        let answer = thomas.post(&format!("{path}/brouillon"), &[]).await;
        assert!(answer.location().is_some_and(|to| to.starts_with("/messages/nouveau?brouillon=")));
        assert_eq!(thomas.get(&path).await.status, 404);
        let viewer = viewer(app, Thomas).await;
        let mut tx = app.read().await;
        let drafts = messages::draft::of(&mut tx, &viewer).await.unwrap();
        assert_eq!(drafts[0].targets(), [Target::Families(Cp.id())]);
        assert!(drafts[0].doc().unwrap().to_plain().contains(TEXT));
    })
    .await;
}

#[tokio::test]
async fn nobody_else_finds_what_is_held_and_a_day_later_nobody_does() {
    on_both(SERVICES, async |app| {
        crowd(app, Zoe, 81).await;
        let path = hold(app, Thomas).await.unwrap();
        let addresses = [("GET", path.clone()), ("POST", path.clone()), ("POST", format!("{path}/brouillon"))];
        let everybody = [Helene, Rose, Agnes, Claire, Tom, Adelaide, Hector, Thea, Enzo, Perrine];
        strangers_find_nothing(app, &addresses, &everybody).await;
        app.wait(86_400);
        assert_eq!(app.by(Thomas).await.get(&path).await.status, 404);
    })
    .await;
}
