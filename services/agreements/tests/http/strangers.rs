//! Whoever has no task in the office finds nothing there.

use crate::office::*;
use testkit::{
    App, Place,
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

/// Everybody without a task over a territory, of either school.
const STRANGERS: [Who; 9] = [Helene, Thomas, Agnes, Zoe, Paul, Hector, Thea, Enzo, Perrine];

/// The addresses of the office, with an authority and a convention that are true.
async fn addresses(app: &App) -> Vec<(&'static str, String)> {
    campaign(app).await;
    let montaubrac = commune(app, "Montaubrac", &[Place::Tilleuls.id()]).await;
    let mut tx = app.write().await;
    agreements::preparation::prepare(&mut tx, 2026, "16").await.unwrap();
    tx.commit().await.unwrap();
    let schools = convention(app, &montaubrac).await;
    let agreement = schools.split('/').nth(2).unwrap();
    let (authority, school) = (montaubrac.id.to_string(), Place::Tilleuls.id().to_string());
    let fill = |pattern: &str| {
        let id = if pattern.starts_with("/collectivites") { authority.as_str() } else { agreement };
        pattern.replace("{id}", id).replace("{school}", &school).replace("{year}", "2026").replace("{trial}", agreement)
    };
    let split = |pattern: &&'static str| pattern.split_once(' ').unwrap();
    // Those of the office: other pages of conventions have strangers of their own.
    let ours = [
        "/collectivites",
        "/conventions/annuaire",
        "/conventions/campagnes",
        "/conventions/identite",
        "/conventions/inscriptions",
        "/conventions/{id}/ecoles",
    ];
    let addresses = agreements::SERVICE.paths.iter().map(split);
    let addresses = addresses.filter(|(_, path)| ours.iter().any(|it| path.starts_with(it)));
    addresses.map(|(method, path)| (method, fill(path))).collect()
}

#[tokio::test]
async fn strangers_find_nothing_in_the_office() {
    on_both(SERVICES, async |app| {
        let addresses = addresses(app).await;
        assert!(addresses.len() > 20);
        // A form with files is asked for as one; the others answer before reading any.
        strangers_find_nothing(app, &addresses, &STRANGERS).await;
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
async fn tasks_of_others_open_nothing_of_the_office() {
    on_both(SERVICES, async |app| {
        let addresses = addresses(app).await;
        for (role, scope) in [
            ("town-editor", "town:031:montaubrac"),
            ("district-admin", "district:16:790001"),
            ("help-agent", "academy:16"),
            ("data-officer", "region"),
        ] {
            task(app, role, scope).await;
            let adelaide = app.by(Adelaide).await;
            for (method, path) in &addresses {
                let page = if *method == "GET" { adelaide.get(path).await } else { adelaide.post(path, &[]).await };
                assert_eq!(page.status, 404, "{method} {path} to {role}: {}", page.text());
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
                if path.contains("/articles") || path.contains("/campagnes") {
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
