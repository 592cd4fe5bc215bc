//! Whoever is not in a conversation finds nothing of it, whatever the address; the head no more than others.

use crate::{OPEN, SERVICES, answers, count, family, send};
use testkit::{
    App,
    Classroom::Cp,
    Place,
    Who::{self, *},
    on_both, strangers_find_nothing,
};

/// Everybody but Thomas, who wrote, and both parents of Zoé.
const STRANGERS: [Who; 13] = [Helene, Hector, Thea, Enzo, Perrine, Tom, Lina, Samia, Karim, Rose, Agnes, Adelaide, Zoe];

/// Addresses everybody who has messages finds their own things at.
const OWN: [&str; 8] = [
    "GET /messages",
    "POST /messages",
    "GET /messages/nouveau",
    "GET /messages/destinataires",
    "POST /messages/rangement",
    "GET /messages/dossiers",
    "GET /messages/reglages",
    "POST /messages/reglages",
];

/// Every address about a conversation, a draft and a folder of Thomas’s, with its method.
async fn addresses(app: &App) -> Vec<(&'static str, String)> {
    app.at(OPEN);
    let thomas = app.by(Thomas).await;
    let thread = send(&thomas, &[&family(Zoe)], "Piscine", "Pensez au bonnet.").await;
    let page = thomas.get(&thread).await;
    let message = page.attributes("form[action*='/rappels/']", "action").concat();
    let fields = [("subject", "Brouillon"), ("body", "Pensez"), ("suite", "brouillon")];
    let draft = thomas.upload("/messages", &fields, &[]).await.location().unwrap();
    let folders = thomas.post_then("/messages/dossiers", &[("name", "Sport")]).await;
    let folder = folders.link("Sport").unwrap();
    let fill = |pattern: &str| {
        pattern
            .replace("{circle}", &Cp.id().to_string())
            .replace("{school}", &Place::Tilleuls.id().to_string())
            .replace("{id}", thread.rsplit_once('/').unwrap().1)
            .replace("{message}", message.rsplit_once('/').unwrap().1)
            .replace("{draft}", draft.rsplit_once('=').unwrap().1)
            .replace("{folder}", folder.rsplit_once('=').unwrap().1)
            .replace("{file}", "0197000000007000800000000000ffff")
    };
    let patterns = messages::SERVICE
        .paths
        .iter()
        .filter(|pattern| !OWN.contains(pattern) && **pattern != "POST /messages/dossiers");
    patterns.map(|pattern| (*pattern, fill(pattern.split_once(' ').unwrap().1))).collect()
}

#[tokio::test]
async fn strangers_find_nothing_at_any_address_and_change_nothing() {
    on_both(SERVICES, async |app| {
        let addresses = addresses(app).await;
        let before = count(app, "select count(*) as n from event", &[]).await;
        for who in STRANGERS {
            let client = app.by(who).await;
            for (pattern, path) in &addresses {
                // The head and the pupils of the class know that the class is there.
                if pattern.contains("/classes/") && [Helene, Zoe].contains(&who) {
                    continue;
                }
                // The head reads who writes to whom (communication.rs).
                if pattern.contains("/ecoles/{school}/") && who == Helene {
                    continue;
                }
                // Heads close the messages of their own school; the académie closes and traces (closing.rs, trace.rs).
                if pattern.ends_with("/messages/fermetures") && [Helene, Hector, Adelaide].contains(&who)
                    || pattern.ends_with("/messages/tracage") && who == Adelaide
                {
                    continue;
                }
                let page = match *pattern {
                    "POST /messages/{id}/reponses" => client.upload(path, &[("body", "Bonjour.")], &[]).await,
                    _ if pattern.starts_with("POST") => client.post(path, &[("name", "Sport")]).await,
                    _ => client.get(path).await,
                };
                assert_eq!(page.status, 404, "{pattern} to {who:?}: {}", page.text());
                assert!(!page.says("Piscine") && !page.says("Zoé"), "{pattern} to {who:?}: {}", page.text());
            }
        }
        assert_eq!(count(app, "select count(*) as n from event", &[]).await, before);
    })
    .await;
}

#[tokio::test]
async fn a_visitor_is_asked_to_sign_in_everywhere() {
    on_both(SERVICES, async |app| {
        let mut tried: Vec<(&str, String)> = Vec::new();
        for (pattern, path) in addresses(app).await {
            tried.push((if pattern.starts_with("GET") { "GET" } else { "POST" }, path));
        }
        for pattern in OWN {
            let (method, path) = pattern.split_once(' ').unwrap();
            tried.push((method, path.to_owned()));
        }
        strangers_find_nothing(app, &tried, &[]).await;
    })
    .await;
}

#[tokio::test]
async fn whoever_is_of_no_school_has_no_messages() {
    on_both(SERVICES, async |app| {
        app.at(OPEN);
        for path in
            ["/messages", "/messages/nouveau", "/messages/destinataires", "/messages/dossiers", "/messages/reglages"]
        {
            answers(app, path, 404, &[Adelaide, Zoe]).await;
        }
    })
    .await;
}

#[tokio::test]
async fn identifiers_that_are_none_find_nothing() {
    on_both(SERVICES, async |app| {
        app.at(OPEN);
        for path in ["/messages/1", "/messages/0197000000007000800000000000ffff", "/messages?dossier=1"] {
            answers(app, path, 404, &[Thomas, Helene, Paul]).await;
        }
    })
    .await;
}
