//! Whoever has no business in the class finds nothing there, whatever the address; families only read and answer.

use crate::{SERVICES, answers, count, form, sent, step};
use testkit::{
    App,
    Classroom::Cp,
    Client, Page,
    Who::{self, *},
    on_both, strangers_find_nothing,
};

/// Everybody without business in the CP.
const STRANGERS: [Who; 11] = [Hector, Thea, Enzo, Perrine, Tom, Lina, Samia, Karim, Rose, Agnes, Adelaide];

/// What only those in charge of the class may do.
const OF_THOSE_IN_CHARGE: &[&str] = &[
    "POST /mots/{id}",
    "GET /mots/{id}/modifier",
    "GET /mots/{id}/envoi",
    "POST /mots/{id}/envoi",
    "POST /mots/{id}/annulation",
    "GET /mots/{id}/suivi",
    "POST /mots/{id}/relance",
    "POST /mots/{id}/eleves",
    "POST /mots/{id}/copie",
    "GET /mots/{id}/retrait",
    "POST /mots/{id}/retrait",
];

/// Every address of the service about a mot of the CP but `/carnet`, which is everybody's own.
async fn addresses(app: &App) -> Vec<(&'static str, String)> {
    let mot = sent(app, Thomas, Cp, &[]).await;
    let id = mot.rsplit('/').next().unwrap();
    let fill = |pattern: &str| {
        let file = "0197000000007000800000000000ffff";
        let path = pattern.split_once(' ').unwrap().1;
        path.replace("{circle}", &Cp.id().to_string()).replace("{id}", id).replace("{file}", file)
    };
    let patterns = liaison::SERVICE.paths.iter().filter(|pattern| **pattern != "GET /carnet");
    patterns.map(|pattern| (*pattern, fill(pattern))).collect()
}

/// Sends what a page of the service would send to an address.
async fn send(client: &Client<'_>, pattern: &str, path: &str) -> Page {
    let zoe = Zoe.person().to_string();
    match pattern {
        "POST /classes/{circle}/mots" | "POST /mots/{id}" => client.upload(path, &form(&[("edition", "1")]), &[]).await,
        _ if pattern.starts_with("POST") => {
            let fields = [("child", zoe.as_str()), ("answer", "Oui"), ("reason", "Annulé.")];
            client.post(path, &fields).await
        }
        _ => client.get(path).await,
    }
}

#[tokio::test]
async fn strangers_find_nothing_at_any_address_and_change_nothing() {
    on_both(SERVICES, async |app| {
        let addresses = addresses(app).await;
        let events = "select count(*) as n from event";
        let before = count(app, events, &[]).await;
        for who in STRANGERS {
            let client = app.by(who).await;
            for (pattern, path) in &addresses {
                let page = send(&client, pattern, path).await;
                assert_eq!(page.status, 404, "{pattern} to {who:?}: {}", page.text());
                assert!(!page.says("ferme") && !page.says("Zoé"), "{pattern} to {who:?}: {}", page.text());
            }
        }
        assert_eq!(count(app, events, &[]).await, before);
    })
    .await;
}

#[tokio::test]
async fn families_are_refused_every_act_of_those_in_charge() {
    on_both(SERVICES, async |app| {
        let addresses = addresses(app).await;
        for who in [Claire, Paul] {
            let client = app.by(who).await;
            for (pattern, path) in addresses.iter().filter(|it| OF_THOSE_IN_CHARGE.contains(&it.0)) {
                let page = send(&client, pattern, path).await;
                assert_eq!(page.status, 403, "{pattern} to {who:?}: {}", page.text());
            }
            for (pattern, path) in addresses.iter().filter(|it| it.0.contains("/classes/")) {
                assert_eq!(send(&client, pattern, path).await.status, 404, "{pattern} to {who:?}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_visitor_is_asked_to_sign_in_everywhere() {
    on_both(SERVICES, async |app| {
        let mut tried: Vec<(&str, String)> = vec![("GET", "/carnet".to_owned())];
        for (pattern, path) in addresses(app).await {
            tried.push((if pattern.starts_with("GET") { "GET" } else { "POST" }, path));
        }
        strangers_find_nothing(app, &tried, &[]).await;
    })
    .await;
}

#[tokio::test]
async fn addresses_of_nothing_find_nothing() {
    on_both(SERVICES, async |app| {
        let mot = sent(app, Thomas, Cp, &[]).await;
        let file = step(&mot, "pieces/0197000000007000800000000000ffff");
        let paths = ["/mots/1", "/mots/0197000000007000800000000000ffff", "/carnet?classe=cp", file.as_str()];
        for path in paths {
            answers(app, path, 404, &[Thomas, Helene, Claire]).await;
        }
    })
    .await;
}
