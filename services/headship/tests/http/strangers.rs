//! Every address of the service, and those who have no business there.

use crate::{SERVICES, THURSDAY, of_school, open};
use testkit::{
    App,
    Classroom::Cp,
    Place::Tilleuls,
    Who::{self, *},
    on_both, strangers_find_nothing,
};

/// Nobody of these runs Les Tilleuls, nor teaches in the CP.
const STRANGERS: [Who; 11] = [Hector, Thea, Enzo, Perrine, Claire, Paul, Zoe, Tom, Samia, Agnes, Rose];

/// The addresses of the service but the one where codes are typed, of things that are there.
async fn addresses(app: &App) -> Vec<(&'static str, String)> {
    app.at(THURSDAY);
    let helene = app.by(Helene).await;
    let slip = open(&helene, Cp, "2", Thomas).await;
    let fields = [("person", &*Thomas.person().to_string()), ("last", "2026-10-09")];
    let page = helene.post_then(&of_school("/delegations"), &fields).await;
    let end = page.attributes("main form[action$='/fin']", "action").concat();
    let delegation = end.split('/').nth_back(1).unwrap().to_owned();
    let real = |path: &'static str| {
        let (method, pattern) = path.split_once(' ').unwrap();
        let address = pattern
            .replace("{school}", &Tilleuls.id().to_string())
            .replace("{circle}", &Cp.id().to_string())
            .replace("{pass}", slip.rsplit_once('/').unwrap().1)
            .replace("{delegation}", &delegation);
        assert!(!address.contains('{'), "{address}");
        (method, address)
    };
    let paths = headship::SERVICE.paths.iter().copied();
    paths.filter(|path| !path.ends_with(" /remplacement")).map(real).collect()
}

#[tokio::test]
async fn strangers_find_nothing_at_any_address() {
    on_both(SERVICES, async |app| {
        let addresses = addresses(app).await;
        assert_eq!(addresses.len(), headship::SERVICE.paths.len() - 2);
        strangers_find_nothing(app, &addresses, &STRANGERS).await;
    })
    .await;
}

#[tokio::test]
async fn codes_are_not_for_families_pupils_and_the_commune() {
    on_both(SERVICES, async |app| {
        let both = [("GET", "/remplacement".to_owned()), ("POST", "/remplacement".to_owned())];
        strangers_find_nothing(app, &both, &[Claire, Paul, Zoe, Enzo, Agnes, Adelaide]).await;
    })
    .await;
}
