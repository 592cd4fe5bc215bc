//! Whoever stands on no side of a convention finds nothing of its sum and of its breach; visitors are asked to sign in.

use crate::{NOTICE, OTHER_OFFICER, SERVICES, convention, enter, follow, path};
use testkit::{Who, Who::Adelaide, on_both, strangers_find_nothing};

/// People of schools on the convention included: it is no matter of theirs.
const STRANGERS: [Who; 8] =
    [OTHER_OFFICER, Who::Helene, Who::Thomas, Who::Zoe, Who::Claire, Who::Hector, Who::Enzo, Who::Perrine];

#[tokio::test]
async fn strangers_find_nothing_of_a_sum_or_a_breach() {
    on_both(SERVICES, async |app| {
        let id = convention(app).await;
        follow(app, id, &[]).await;
        enter(&app.by(Adelaide).await, id, "", &NOTICE).await;
        let mut addresses = vec![
            ("GET", "/conventions/sommes".to_owned()),
            ("POST", "/conventions/sommes".to_owned()),
            ("GET", "/conventions/sommes.csv".to_owned()),
            ("GET", "/conventions/sommes.xlsx".to_owned()),
        ];
        for (method, end) in [
            ("GET", "somme"),
            ("POST", "somme"),
            ("POST", "somme/etat"),
            ("GET", "etat-des-sommes.pdf"),
            ("GET", "manquement"),
            ("POST", "manquement"),
            ("POST", "manquement/reception"),
            ("POST", "manquement/conciliation"),
            ("POST", "manquement/accord"),
            ("POST", "manquement/resiliation"),
            ("POST", "manquement/tribunal"),
            ("GET", "manquement/mise-en-demeure.pdf"),
            ("GET", "manquement/pieces/0197000000007000800000000000ffff"),
        ] {
            addresses.push((method, path(id, end)));
        }
        strangers_find_nothing(app, &addresses, &STRANGERS).await;
    })
    .await;
}

#[tokio::test]
async fn what_is_no_convention_or_no_letter_is_not_found() {
    on_both(SERVICES, async |app| {
        let id = convention(app).await;
        enter(&app.by(Adelaide).await, id, "", &NOTICE).await;
        let adelaide = app.by(Adelaide).await;
        for address in [
            "/conventions/1/somme".to_owned(),
            "/conventions/0197000000007000800000000000ffff/manquement".to_owned(),
            path(id, "manquement/facture.pdf"),
            path(id, "manquement/mise-en-demeure"),
            path(id, "manquement/resiliation.pdf"),
        ] {
            assert_eq!(adelaide.get(&address).await.status, 404, "{address}");
        }
    })
    .await;
}
