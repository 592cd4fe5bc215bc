//! Whoever has no business in the school finds nothing there, whatever the address.

use crate::{SERVICES, card};
use testkit::{
    Classroom::Cp,
    Place::Tilleuls,
    Who::{self, Hector, Thomas, Zoe},
    on_both, strangers_find_nothing,
};

/// Each address of the service about the first school.
fn addresses() -> Vec<(&'static str, String)> {
    let (zoe, opening) = (Zoe.person(), format!("/ecoles/{}/trombinoscope", Tilleuls.id()));
    vec![
        ("GET", Cp.path("/trombinoscope")),
        ("GET", Cp.path("/trombinoscope/photos")),
        ("POST", Cp.path("/trombinoscope/photos")),
        ("POST", Cp.path(&format!("/trombinoscope/photos/{zoe}/retrait"))),
        ("GET", Cp.path("/contacts")),
        ("GET", opening.clone()),
        ("POST", opening),
        ("POST", "/annuaire/motif".to_owned()),
        ("GET", card(Zoe)),
        ("GET", card(Thomas)),
        ("GET", format!("{}/carte.vcf", card(Thomas))),
        ("GET", format!("/annuaire/visages/{zoe}")),
        ("GET", format!("/familles/{zoe}")),
    ]
}

#[tokio::test]
async fn strangers_find_nothing_at_any_address() {
    on_both(SERVICES, async |app| strangers_find_nothing(app, &addresses(), &Who::STRANGERS).await).await;
}

#[tokio::test]
async fn a_visitor_is_asked_to_sign_in_everywhere() {
    on_both(SERVICES, async |app| {
        let own = ["/ma-classe", "/annuaire/personnes", "/annuaire/moi"].map(|path| ("GET", path.to_owned()));
        let sent = ["/annuaire/moi", "/annuaire/moi/photo/retrait"].map(|path| ("POST", path.to_owned()));
        strangers_find_nothing(app, &[own.as_slice(), sent.as_slice()].concat(), &[]).await;
    })
    .await;
}

#[tokio::test]
async fn what_is_no_identifier_is_not_found() {
    on_both(SERVICES, async |app| {
        let hector = app.by(Hector).await;
        for path in ["/annuaire/personnes/1", "/familles/zoe", "/classes/cp/trombinoscope", "/annuaire/visages/.."] {
            assert_eq!(hector.get(path).await.status, 404, "{path}");
        }
    })
    .await;
}
