//! Whoever stands on no side of a convention finds nothing of it.

use crate::{
    SERVICES,
    scene::{at, mairie, prepared, propose, task},
};
use agreements::AgreementId;
use testkit::{
    App,
    Who::{self, *},
    on_both, strangers_find_nothing,
};

/// Everybody without a task: a head, teachers, parents, pupils, whoever the commune employs in the school.
const PEOPLE: [Who; 15] =
    [Helene, Thomas, Rose, Agnes, Zoe, Paul, Claire, Tom, Lina, Samia, Karim, Hector, Thea, Enzo, Perrine];

/// What the académie alone does.
const OF_THE_ACADEMY: [&str; 5] =
    ["/proposer", "/brouillon", "/annuler", "/signatures/academy/retrait", "/signatures/authority/retrait"];

/// Every address of these pages, with the method it takes.
fn addresses(id: AgreementId) -> Vec<(&'static str, String)> {
    let mut addresses = Vec::new();
    for rest in
        ["", "/convention.pdf", "/annexe.pdf", "/projet-de-deliberation.pdf", "/note-explicative.pdf", "/courrier.pdf"]
    {
        addresses.push(("GET", at(id, rest)));
    }
    for rest in ["/deliberation", "/signatures", "/refuser", "/annuler", "/signatures/academy/retrait"] {
        addresses.push(("GET", at(id, rest)));
        addresses.push(("POST", at(id, rest)));
    }
    for rest in ["/proposer", "/brouillon", "/pieces"] {
        addresses.push(("POST", at(id, rest)));
    }
    addresses.push(("GET", at(id, "/pieces/01970000000070008000000000000001")));
    for rest in ["", "/1", "/1/apercu.pdf"] {
        addresses.push(("GET", format!("/conventions/articles{rest}")));
    }
    for rest in ["/1", "/1/vigueur"] {
        addresses.push(("POST", format!("/conventions/articles{rest}")));
    }
    addresses.push(("POST", "/conventions/campagnes/2026/reconduire".to_owned()));
    addresses.push(("GET", "/conventions".to_owned()));
    addresses.push(("POST", "/conventions".to_owned()));
    addresses.push(("GET", "/conventions/liste.csv".to_owned()));
    addresses
}

#[tokio::test]
async fn people_of_the_school_find_nothing_and_a_visitor_is_asked_to_sign_in() {
    on_both(SERVICES, async |app| {
        let id = prepared(app).await;
        propose(app, id).await;
        strangers_find_nothing(app, &addresses(id), &PEOPLE).await;
    })
    .await;
}

#[tokio::test]
async fn tasks_over_another_territory_and_other_tasks_find_nothing() {
    on_both(SERVICES, async |app| {
        let id = prepared(app).await;
        propose(app, id).await;
        for (role, scope) in [
            ("town-officer", "town:031:sainte-foy"),
            ("town-officer", "town:081:montaubrac"),
            ("town-editor", "town:031:montaubrac"),
            ("academy-admin", "academy:11"),
            ("district-admin", "academy:16"),
            ("help-agent", "region"),
        ] {
            let client = task(app, role, scope).await;
            for (method, path) in addresses(id) {
                if !path.contains(&id.to_string()) {
                    continue;
                }
                let answer = if method == "GET" { client.get(&path).await } else { client.post(&path, &[]).await };
                assert_eq!(answer.status, 404, "{method} {path} to {role} {scope}: {}", answer.text());
            }
        }
    })
    .await;
}

#[tokio::test]
async fn the_authority_is_refused_what_the_academy_does() {
    on_both(SERVICES, async |app| {
        let id = prepared(app).await;
        propose(app, id).await;
        let client = mairie(app).await;
        for rest in OF_THE_ACADEMY {
            let answer = client.post(&at(id, rest), &[("raison", "Essai.")]).await;
            assert_eq!(answer.status, 403, "{rest}: {}", answer.text());
        }
        let page = client.get(&at(id, "")).await;
        assert_eq!(page.status, 200);
        assert!(!page.has("form[action$='/brouillon']") && page.link("Annuler la convention").is_none());
        opens(app, id).await;
    })
    .await;
}

/// The addresses tried above are true ones: each side finds them.
async fn opens(app: &App, id: AgreementId) {
    let region = task(app, "academy-admin", "region").await;
    for (_, path) in addresses(id).into_iter().filter(|(method, path)| *method == "GET" && !path.contains("/pieces/")) {
        let page = region.get(&path).await;
        assert!([200, 303].contains(&page.status), "{path} answers {}: {}", page.status, page.text());
    }
}
