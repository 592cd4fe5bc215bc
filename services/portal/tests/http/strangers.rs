//! Whoever does not work at a site finds nothing of its making, whatever the address.

use crate::{SERVICES, count, form, site, write};
use testkit::{App, Who, Who::*, on_both, strangers_find_nothing};

/// Another school, families and pupils of this one, somebody the commune employs, somebody of the académie.
const STRANGERS: [Who; 8] = [Hector, Thea, Enzo, Perrine, Zoe, Paul, Agnes, Adelaide];

/// What is true of a form that any page of the service could send.
const FIELDS: [(&str, &str); 9] = [
    ("scope", "school:nulle-part"),
    ("title", "La cantine"),
    ("presentation", ""),
    ("contact", ""),
    ("legal", ""),
    ("word", "Pourquoi ?"),
    ("edition", "1"),
    ("since", "2026-10-05"),
    ("until", "2026-10-09"),
];

/// Every address of a site and of one of its pages but the list everybody has of their own.
async fn addresses(app: &App) -> Vec<(&'static str, String)> {
    let desk = site(app).await;
    let page = write(&app.by(Thomas).await, &desk, &form(&[])).await;
    let fill = |pattern: &str| {
        pattern
            .replace("/mon-site/{site}/pages/{page}", &page)
            .replace("/mon-site/{site}", &desk)
            .replace("{file}", "01970000000070008000000000009999")
            .replace("{delegation}", "01970000000070008000000000009999")
            .replace("{report}", "01970000000070008000000000009999")
    };
    let patterns = portal::SERVICE.paths.iter().filter_map(|pattern| pattern.split_once(' '));
    let patterns = patterns.filter(|(_, path)| path.starts_with("/mon-site/{site}"));
    patterns.map(|(method, path)| (method, fill(path))).collect()
}

#[tokio::test]
async fn strangers_find_nothing_at_any_address_and_change_nothing() {
    on_both(SERVICES, async |app| {
        let addresses = addresses(app).await;
        let steps = "select count(*) as n from portal_step";
        let before = count(app, steps, &[]).await;
        for who in STRANGERS {
            let client = app.by(who).await;
            for (method, path) in &addresses {
                let page = match *method {
                    "GET" => client.get(path).await,
                    _ => client.post(path, &FIELDS).await,
                };
                assert_eq!(page.status, 404, "{method} {path} to {who:?}: {}", page.text());
                assert!(!page.says("La cantine"));
            }
        }
        assert_eq!(count(app, steps, &[]).await, before);
    })
    .await;
}

#[tokio::test]
async fn a_visitor_is_asked_to_sign_in_to_make_a_site() {
    on_both(SERVICES, async |app| {
        let mut tried = addresses(app).await;
        tried.push(("GET", "/mon-site".to_owned()));
        tried.push(("POST", "/mon-site".to_owned()));
        strangers_find_nothing(app, &tried, &[]).await;
    })
    .await;
}

#[tokio::test]
async fn those_who_publish_nowhere_have_no_list_of_sites() {
    on_both(SERVICES, async |app| {
        for who in [Zoe, Paul, Agnes, Adelaide] {
            assert_eq!(app.by(who).await.get("/mon-site").await.status, 404, "{who:?}");
        }
        assert!(app.by(Thomas).await.get("/mon-site").await.says("n’a pas encore créé ce site"));
        assert!(app.by(Helene).await.get("/mon-site").await.says("Créer le site"));
    })
    .await;
}
