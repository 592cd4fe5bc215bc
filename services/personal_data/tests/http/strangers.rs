//! Every address of the service, and those who have no business there.

use crate::{SERVICES, at_desk, file};
use db::Uuid;
use testkit::{
    App,
    Who::{self, *},
    on_both, strangers_find_nothing,
};

/// What everybody has for oneself.
const OWN: &[&str] = &[
    "/mes-donnees",
    "/mes-donnees/consultations",
    "/mes-donnees/export",
    "/mes-donnees/demandes",
    "/mes-donnees/directives",
    "/mes-donnees/directives/retrait",
];

/// Everybody but the desk and whoever asked.
const STRANGERS: [Who; 11] = [Hector, Thea, Enzo, Perrine, Helene, Thomas, Zoe, Paul, Samia, Rose, Agnes];

/// The addresses about a request of Claire.
async fn addresses(app: &App, wanted: impl Fn(&str) -> bool) -> Vec<(&'static str, String)> {
    let own = file(&app.by(Claire).await, &[("droit", "access")]).await;
    let nobody = Uuid::from_u128(0x0197_0000_0000_7000_8000_0000_0000_9999).simple().to_string();
    let desk = at_desk(&own);
    let request = desk.rsplit('/').next().unwrap();
    let lines = personal_data::SERVICE.paths.iter().map(|line| line.split_once(' ').unwrap());
    let filled = lines.filter(|(_, path)| wanted(path)).map(|(method, path)| {
        let id = if path.contains("/deces/") || path.contains("/exports/") { nobody.as_str() } else { request };
        let path = path.replace("{id}", id).replace("{paper}", &nobody).replace("{limit}", &nobody);
        assert!(!path.contains('{'), "{path}");
        (method, path)
    });
    filled.collect()
}

#[tokio::test]
async fn visitors_sign_in_first() {
    on_both(SERVICES, async |app| {
        let all = addresses(app, |_| true).await;
        strangers_find_nothing(app, &all, &[]).await;
    })
    .await;
}

#[tokio::test]
async fn strangers_find_nothing_at_any_address() {
    on_both(SERVICES, async |app| {
        let strange = addresses(app, |path| !OWN.contains(&path)).await;
        strangers_find_nothing(app, &strange, &STRANGERS).await;
        // Who asked reads the request, not the desk.
        let desk = addresses(app, |path| path.starts_with("/demandes-de-droits")).await;
        strangers_find_nothing(app, &desk, &[Claire]).await;
    })
    .await;
}
