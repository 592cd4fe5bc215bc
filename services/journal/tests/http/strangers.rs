//! Whoever has no business in the class finds nothing there, whatever the address; readers only read.

use crate::{READERS, SERVICES, answers, count, form, part, publish, step};
use testkit::{
    App,
    Classroom::Cp,
    Client, Page,
    Who::{self, *},
    on_both, photograph, strangers_find_nothing,
};

/// Everybody without business in the CP: another school, another class of the same school, a replacement attached to no
/// class, somebody the commune employs, somebody of the académie.
const STRANGERS: [Who; 11] = [Hector, Thea, Enzo, Perrine, Tom, Lina, Samia, Karim, Rose, Agnes, Adelaide];

/// What is true of a form that any page of the service could send.
const FIELDS: [(&str, &str); 6] = [
    ("edition", "1"),
    ("title", "La mare"),
    ("body", "Nous avons vu des têtards."),
    ("audience", "class-and-families"),
    ("reason", "On reconnaît un enfant."),
    ("comment", "Quelle belle sortie !"),
];

/// A post of the CP that is read, with a photograph and a comment that waits; answers every address about it but
/// `/journal`, which is everybody's own.
async fn addresses(app: &App) -> Vec<(&'static str, String)> {
    let thomas = app.by(Thomas).await;
    let photo = photograph::jpeg(64, 48);
    let fields = form(&[("comments", "on"), ("alt", "La mare")]);
    let answer = thomas.upload(&Cp.path("/billets"), &fields, &[("photos", "mare.jpg", photo.as_slice())]).await;
    let post = answer.location().unwrap();
    publish(&thomas, &post).await;
    app.by(Paul).await.post_then(&step(&post, "commentaires"), &FIELDS).await;
    let page = thomas.get(&post).await;
    let source = page.attributes(".prose figure img", "src").concat();
    let comment = page.attributes("form[action$='/validation']", "action").concat();
    let fill = |pattern: &str| {
        pattern
            .replace("{circle}", &Cp.id().to_string())
            .replace("{id}", part(&post, 2))
            .replace("{comment}", part(&comment, 4))
            .replace("{file}", part(&source, 4))
            .replace("{size}", "petit")
    };
    let patterns = journal::SERVICE.paths.iter().filter(|pattern| **pattern != "GET /journal");
    patterns.map(|pattern| (*pattern, fill(part_after_method(pattern)))).collect()
}

fn part_after_method(pattern: &str) -> &str {
    pattern.split_once(' ').unwrap().1
}

/// Sends what a page of the service would send to an address.
async fn send(client: &Client<'_>, pattern: &str, path: &str) -> Page {
    match pattern {
        "POST /classes/{circle}/billets" | "POST /billets/{id}" => client.upload(path, &FIELDS, &[]).await,
        _ if pattern.starts_with("POST") => client.post(path, &FIELDS).await,
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
                assert!(!page.says("La mare") && !page.says("Zoé"), "{pattern} to {who:?}: {}", page.text());
            }
        }
        assert_eq!(count(app, events, &[]).await, before);
    })
    .await;
}

#[tokio::test]
async fn the_addresses_tried_by_strangers_are_true_ones() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        for (pattern, path) in addresses(app).await {
            let page = send(&thomas, pattern, &path).await;
            let opens = match pattern.starts_with("GET") {
                true => page.status == 200 || page.status == 303,
                // What cannot be done to the post as it stands is refused as such, never as absent.
                false => [303, 403, 409].contains(&page.status),
            };
            assert!(opens, "{pattern} answers {}: {}", page.status, page.text());
        }
    })
    .await;
}

#[tokio::test]
async fn a_visitor_is_asked_to_sign_in_everywhere() {
    on_both(SERVICES, async |app| {
        let mut tried: Vec<(&str, String)> = vec![("GET", "/journal".to_owned())];
        for (pattern, path) in addresses(app).await {
            tried.push((if pattern.starts_with("GET") { "GET" } else { "POST" }, path));
        }
        strangers_find_nothing(app, &tried, &[]).await;
    })
    .await;
}

#[tokio::test]
async fn identifiers_that_are_none_find_nothing() {
    on_both(SERVICES, async |app| {
        for path in ["/billets/1", "/billets/..", "/classes/cp/journal", "/billets/0197000000007000800000000000ffff"] {
            answers(app, path, 404, &[Thomas, Helene, Paul]).await;
        }
    })
    .await;
}

#[tokio::test]
async fn readers_of_a_post_are_refused_every_action_of_those_in_charge() {
    on_both(SERVICES, async |app| {
        let addresses = addresses(app).await;
        let events = "select count(*) as n from event";
        let before = count(app, events, &[]).await;
        for who in READERS {
            let client = app.by(who).await;
            for (pattern, path) in addresses.iter().filter(|(pattern, _)| is_of_those_in_charge(pattern)) {
                let page = send(&client, pattern, path).await;
                assert_eq!(page.status, 403, "{pattern} to {who:?}: {}", page.text());
            }
        }
        assert_eq!(count(app, events, &[]).await, before);
    })
    .await;
}

/// Whether an address is neither for reading, nor for what every reader may do, nor where pupils write.
fn is_of_those_in_charge(pattern: &str) -> bool {
    let of_readers = [
        "GET /billets/{id}",
        "GET /billets/{id}/signalement",
        "GET /billets/{id}/photos/{file}/{size}",
        "POST /billets/{id}/commentaires",
        "POST /billets/{id}/commentaires/{comment}/retrait",
        "GET /billets/{id}/commentaires/{comment}/signalement",
        "POST /billets/{id}/commentaires/{comment}/signalement",
        "POST /billets/{id}/signalement",
    ];
    pattern.contains("/billets/{id}") && !of_readers.contains(&pattern)
}
