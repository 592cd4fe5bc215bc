//! Closing messages in haste, and opening them again.

use crate::{
    SERVICES,
    safety::{acts, refusal, viewer},
};
use commons::audit::Action;
use messages::closing;
use testkit::{
    App, Client, Page,
    Place::{JulesVerne, Tilleuls},
    Who,
    Who::*,
    on_both, strangers_find_nothing,
};

const PATH: &str = "/messages/fermetures";
const WHY: &str = "Des comptes volés envoient des menaces.";

async fn close(client: &Client<'_>, scope: &str, party: &str) -> Page {
    client.post(PATH, &[("portee", scope), ("profils", party), ("raison", WHY)]).await
}

async fn reopen(client: &Client<'_>) -> Page {
    let address = client.get(PATH).await.attributes("form[action$='/fin']", "action").remove(0);
    client.post(&address, &[]).await
}

fn school() -> String {
    format!("school:{}", Tilleuls.id())
}

async fn notice(app: &App, who: Who) -> Option<String> {
    let viewer = viewer(app, who).await;
    let mut tx = app.read().await;
    closing::notice(&mut tx, &viewer).await.unwrap().map(|it| it.to_string())
}

#[tokio::test]
async fn a_head_closes_messages_to_families_and_opens_them_again() {
    on_both(SERVICES, async |app| {
        let helene = app.by(Helene).await;
        assert!(helene.get(PATH).await.says("Rien n’est fermé"));
        assert_eq!(refusal(app, Claire, Thomas, "Bonjour").await, None);
        assert_eq!(close(&helene, &school(), "families").await.status, 303);
        let why = refusal(app, Claire, Thomas, "Bonjour").await.unwrap();
        assert!(why.contains(WHY) && why.contains("carnet de liaison"), "{why}");
        assert_eq!(refusal(app, Thomas, Claire, "Bonjour").await, None, "the team goes on");
        assert_eq!(refusal(app, Tom, Helene, "Bonjour").await, None, "so do the pupils");
        assert_eq!(refusal(app, Perrine, Thea, "Bonjour").await, None, "and another school");
        assert!(notice(app, Claire).await.unwrap().contains(WHY));
        assert!(notice(app, Thomas).await.unwrap().contains("aux familles"), "the team knows who cannot write");
        assert!(notice(app, Tom).await.is_none() && notice(app, Perrine).await.is_none());
        let (who, subject, detail) = acts(app, Action::MessagesClosed).await.remove(0);
        assert_eq!((who, subject), (Some(Helene.account()), Some(school())));
        assert_eq!(detail, Some(format!("families: {WHY}")));
        assert_eq!(reopen(&helene).await.status, 303);
        assert_eq!(refusal(app, Claire, Thomas, "Bonjour").await, None);
        assert!(notice(app, Claire).await.is_none());
        assert_eq!(acts(app, Action::MessagesOpened).await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn the_list_the_form_and_the_conversation_say_that_messages_are_closed() {
    on_both(SERVICES, async |app| {
        let (helene, claire) = (app.by(Helene).await, app.by(Claire).await);
        let thread = crate::send(&claire, &[&crate::person(Thomas)], "Piscine", "Bonjour.").await;
        assert_eq!(helene.get("/messages").await.link("Fermer les messages").as_deref(), Some(PATH));
        assert_eq!(app.by(Thomas).await.get("/messages").await.link("Fermer les messages"), None);
        close(&helene, &school(), "families").await;
        for path in ["/messages", "/messages/nouveau", thread.as_str()] {
            assert!(claire.get(path).await.says(WHY), "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_closed_to_everybody_is_closed_to_whoever_closed_it() {
    on_both(SERVICES, async |app| {
        let scope = school();
        let fields = [("portee", scope.as_str()), ("profils", "pupils"), ("profils", "everybody"), ("raison", WHY)];
        assert_eq!(app.by(Helene).await.post(PATH, &fields).await.status, 303);
        for (who, to) in [(Helene, Claire), (Thomas, Claire), (Claire, Thomas), (Tom, Helene)] {
            assert!(refusal(app, who, to, "Bonjour").await.is_some(), "{who:?}");
        }
        assert!(refusal(app, Tom, Helene, "Bonjour").await.unwrap().starts_with("Tu ne peux pas"));
        assert_eq!(acts(app, Action::MessagesClosed).await.len(), 1, "everybody makes the others needless");
    })
    .await;
}

#[tokio::test]
async fn a_closing_ends_at_its_hour() {
    on_both(SERVICES, async |app| {
        let helene = app.by(Helene).await;
        let (scope, end) = (school(), [("jour", "2026-10-02"), ("heure", "08:30")]);
        let fields = [("portee", scope.as_str()), ("profils", "families"), ("raison", WHY), end[0], end[1]];
        assert_eq!(helene.post(PATH, &fields).await.status, 303);
        assert!(refusal(app, Claire, Thomas, "Bonjour").await.unwrap().contains("demain à"));
        app.at("2026-10-02T08:29");
        assert!(refusal(app, Claire, Thomas, "Bonjour").await.is_some());
        app.at("2026-10-02T08:30");
        assert_eq!(refusal(app, Claire, Thomas, "Bonjour").await, None);
        assert!(helene.get(PATH).await.says("Rien n’est fermé"));
    })
    .await;
}

#[tokio::test]
async fn the_academie_closes_wider_and_no_head_overrules_it() {
    on_both(SERVICES, async |app| {
        let (adelaide, helene) = (app.by(Adelaide).await, app.by(Helene).await);
        let own = school();
        for scope in ["department:031", "academy:16", own.as_str()] {
            let answer = match scope.starts_with("school") {
                true => {
                    let fields = [("portee", "ecole"), ("uai", "0310001h"), ("profils", "families"), ("raison", WHY)];
                    adelaide.post(PATH, &fields).await
                }
                false => close(&adelaide, scope, "families").await,
            };
            assert_eq!(answer.status, 303, "{scope}");
            assert!(refusal(app, Claire, Thomas, "Bonjour").await.is_some(), "{scope}");
            let there = refusal(app, Perrine, Thea, "Bonjour").await;
            assert_eq!(there.is_some(), !scope.starts_with("school"), "{scope}");
            assert!(helene.get(PATH).await.says(WHY));
            assert!(!helene.get(PATH).await.has("form[action$='/fin']"), "{scope}");
            let address = adelaide.get(PATH).await.attributes("form[action$='/fin']", "action").remove(0);
            assert_eq!(helene.post(&address, &[]).await.status, 403, "{scope}");
            assert_eq!(adelaide.post(&address, &[]).await.status, 303, "{scope}");
            assert_eq!(refusal(app, Claire, Thomas, "Bonjour").await, None, "{scope}");
        }
        for beyond in ["region", "academy:11", "department:011"] {
            assert_eq!(close(&adelaide, beyond, "families").await.status, 422, "{beyond}");
        }
    })
    .await;
}

#[tokio::test]
async fn closing_again_says_the_new_reason_and_a_wrong_form_comes_back() {
    on_both(SERVICES, async |app| {
        let helene = app.by(Helene).await;
        close(&helene, &school(), "families").await;
        let scope = school();
        let again = [("portee", scope.as_str()), ("profils", "families"), ("raison", "Toujours la même alerte.")];
        assert_eq!(helene.post(PATH, &again).await.status, 303);
        let page = helene.get(PATH).await;
        assert!(page.says("Toujours la même alerte.") && !page.says(WHY));
        let wrong = [("portee", scope.as_str()), ("raison", "x"), ("jour", "2026-09-01")];
        let page = helene.post(PATH, &wrong).await;
        assert_eq!(page.status, 422);
        assert!(page.has("#f-profils-error") && page.has("#f-raison-error") && page.has("#f-jour-error"));
        assert_eq!(page.attributes("#f-jour", "value"), ["2026-09-01"]);
    })
    .await;
}

#[tokio::test]
async fn nobody_else_closes_anything() {
    on_both(SERVICES, async |app| {
        close(&app.by(Helene).await, &school(), "families").await;
        let address = app.by(Helene).await.get(PATH).await.attributes("form[action$='/fin']", "action").remove(0);
        let addresses = [("GET", PATH.to_owned()), ("POST", PATH.to_owned()), ("POST", address.clone())];
        strangers_find_nothing(app, &addresses, &[Thomas, Rose, Agnes, Claire, Tom, Thea, Enzo, Perrine]).await;
        let hector = app.by(Hector).await;
        assert!(!hector.get(PATH).await.says(WHY));
        assert_eq!(close(&hector, &school(), "families").await.status, 422);
        assert_eq!(hector.post(&address, &[]).await.status, 404);
        let own = format!("school:{}", JulesVerne.id());
        assert_eq!(close(&hector, &own, "families").await.status, 303);
    })
    .await;
}
