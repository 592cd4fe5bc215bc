//! Whoever is not responsible for a child finds nothing of the household.

use crate::{SERVICES, ends, invited};
use testkit::{App, Classroom::Cp, Who, Who::*, on_both, people::KARIM_AGAIN, strangers_find_nothing};

/// Every address of the service that is about somebody, with an invitation of Claire in it.
async fn addresses(app: &App) -> Vec<(&'static str, String)> {
    app.at("2026-10-01T10:00");
    invited(app, Claire).await;
    let end = ends(&app.by(Claire).await, "/fin").await.remove(0);
    let invitation = end.split('/').nth(5).unwrap().to_owned();
    let fill = |pattern: &str| {
        pattern
            .replace("{circle}", &Cp.id().to_string())
            .replace("{child}", &Zoe.person().to_string())
            .replace("{invitation}", &invitation)
            .replace("{merge}", &Zoe.person().to_string())
            .replace("{person}", &KARIM_AGAIN.to_string())
    };
    let lines = family::SERVICE.paths.iter().filter_map(|line| line.split_once(' '));
    // One's own pages, and the page of a letter, whose link is the key.
    let about = lines.filter(|(_, path)| path.contains('{') && !path.starts_with("/invitations"));
    about.map(|(method, path)| (method, fill(path))).collect()
}

#[tokio::test]
async fn strangers_and_other_families_find_nothing() {
    on_both(SERVICES, async |app| {
        let addresses = addresses(app).await;
        assert_eq!(addresses.len(), 9, "{addresses:?}");
        let others: Vec<Who> = [Samia, Karim, Zoe, Tom, Agnes, Adelaide].into_iter().chain(Who::STRANGERS).collect();
        strangers_find_nothing(app, &addresses, &others).await;
        // Those of the school find what families show them, and nothing else.
        let of_families: Vec<_> = addresses.iter().filter(|(_, path)| !path.starts_with("/classes")).cloned().collect();
        strangers_find_nothing(app, &of_families, &[Helene, Thomas, Rose]).await;
    })
    .await;
}

#[tokio::test]
async fn a_visitor_is_asked_to_sign_in_everywhere() {
    on_both(SERVICES, async |app| {
        let own = [("GET", "/foyer"), ("GET", "/foyer/coordonnees"), ("POST", "/foyer/coordonnees")];
        let own: Vec<(&str, String)> = own.map(|(method, path)| (method, path.to_owned())).to_vec();
        strangers_find_nothing(app, &own, &[]).await;
        let forged = app.anonymous().get(&format!("/invitations/{}/0", Zoe.person())).await;
        assert!(forged.asks_to_sign_in());
    })
    .await;
}
