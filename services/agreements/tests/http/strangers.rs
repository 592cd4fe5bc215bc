//! Whoever has no task in the office finds nothing there.

use crate::office::*;
use testkit::{
    App, Place,
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
    let split = |pattern: &&'static str| -> (&'static str, &'static str) { pattern.split_once(' ').unwrap() };
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
            }
        }
    })
    .await;
}
