//! Every address of the service, and those who have no business there.

use crate::{SERVICES, THURSDAY, circle_of, reading};
use testkit::{
    App,
    Classroom::Cp,
    Place::Tilleuls,
    Who::{self, *},
    on_both, strangers_find_nothing,
};

/// Nobody of these makes groups at Les Tilleuls; pupils of the group and their families neither.
const STRANGERS: [Who; 11] = [Hector, Thea, Enzo, Perrine, Claire, Paul, Zoe, Tom, Samia, Agnes, Adelaide];

async fn addresses(app: &App) -> Vec<(&'static str, String)> {
    app.at(THURSDAY);
    let group = circle_of(&reading(app).await);
    let real = |path: &'static str| {
        let (method, pattern) = path.split_once(' ').unwrap();
        let address = pattern
            .replace("{school}", &Tilleuls.id().to_string())
            .replace("{circle}", &group.to_string())
            .replace("{class}", &Cp.id().to_string());
        assert!(!address.contains('{'), "{address}");
        (method, address)
    };
    groups::SERVICE.paths.iter().copied().map(real).collect()
}

#[tokio::test]
async fn strangers_find_nothing_at_any_address() {
    on_both(SERVICES, async |app| {
        let addresses = addresses(app).await;
        assert_eq!(addresses.len(), groups::SERVICE.paths.len());
        strangers_find_nothing(app, &addresses, &STRANGERS).await;
    })
    .await;
}
