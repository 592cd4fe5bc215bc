//! Every address of the service, and those who have no business there.

use crate::SERVICES;
use db::Uuid;
use testkit::{
    App,
    Classroom::Cp,
    Place::Tilleuls,
    Who::{self, *},
    on_both, strangers_find_nothing,
};

/// What anybody may open: what an application is made of, and the link of a letter, which is its own key.
const OPEN: &[&str] = &["/manifest.webmanifest", "/service-worker.js", "/icone.svg", "/lecture/{token}"];
/// What everybody grown up has for oneself.
const OWN: &[&str] = &["/compte/notifications", "/notifications/abonnements"];

const STRANGERS: [Who; 9] = [Hector, Thea, Enzo, Perrine, Claire, Zoe, Samia, Rose, Agnes];

fn addresses(wanted: impl Fn(&str) -> bool) -> Vec<(&'static str, String)> {
    let nobody = Uuid::from_u128(0x0197_0000_0000_7000_8000_0000_0000_9999).simple().to_string();
    let lines = attention::SERVICE.paths.iter().copied().map(|line| line.split_once(' ').unwrap());
    let filled = lines.filter(|(_, path)| wanted(path)).map(|(method, path)| {
        let path = path
            .replace("{school}", &Tilleuls.id().to_string())
            .replace("{circle}", &Cp.id().to_string())
            .replace("{person}", &Paul.person().to_string())
            .replace("{subscription}", &nobody);
        assert!(!path.contains('{'), "{path}");
        (method, path)
    });
    filled.collect()
}

#[tokio::test]
async fn strangers_find_nothing_at_any_address() {
    on_both(SERVICES, async |app: &App| {
        let behind = addresses(|path| !OPEN.contains(&path));
        strangers_find_nothing(app, &behind, &[]).await;
        let strange = addresses(|path| !OPEN.contains(&path) && !OWN.contains(&path));
        // The form of the holidays says nothing of who may send it: missing fields are empty.
        strangers_find_nothing(app, &strange, &STRANGERS).await;
    })
    .await;
}
