//! A telephone lent to a child, in the whole program: the child's own works, and nothing of others nor of the adult who lent it.

use super::{SERVICES, published, readers};
use testkit::{
    App,
    Classroom::Cp,
    Client,
    Who::{self, *},
    on_both,
    people::PASSWORD,
};

/// What the adult who lends had open a moment before, or the child elsewhere.
const CLOSED: [&str; 9] = [
    "/foyer",
    "/foyer/coordonnees",
    "/messages",
    "/carnet",
    "/compte",
    "/compte/notifications",
    "/mes-donnees",
    "/annuaire/personnes",
    "/cantine",
];

/// The telephone of somebody, lent to Zoé from « Mon foyer ».
async fn lent(app: &App, who: Who) -> Client<'_> {
    let client = app.by(who).await;
    let form = client.get("/foyer").await.attributes("main form[action$='/pret']", "action").remove(0);
    let answer = client.post(&form, &[]).await;
    assert_eq!(answer.location().as_deref(), Some("/"), "{}", answer.text());
    client
}

#[tokio::test]
async fn the_child_finds_own_works_and_nothing_of_others() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-05T18:00");
        let post = published(app, &[]).await;
        app.at("2026-10-06T18:00");
        let client = lent(app, Claire).await;
        let page = client.get("/mes-travaux").await;
        assert_eq!(page.status, 200, "{}", page.text());
        assert_eq!(page.link("Rendre le téléphone").as_deref(), Some("/pret/retour"));
        assert!(page.has("body.skin-pupil"));
        // What the class keeps for itself may be a surprise for the parent.
        for of_class in [post, Cp.path("/journal"), "/parler".to_owned()] {
            assert_eq!(client.get(&of_class).await.status, 404, "{of_class}");
        }
        let of_child = [
            format!("/enfants/{}", Zoe.person()),
            format!("/enfants/{}/code-maison", Zoe.person()),
            format!("/foyer/enfants/{}/lecteurs", Zoe.person()),
        ];
        for closed in CLOSED.iter().copied().chain(of_child.iter().map(String::as_str)) {
            assert_eq!(client.get(closed).await.status, 404, "{closed}");
        }
        for closed in CLOSED {
            assert!(!page.has(&format!("a[href='{closed}']")), "{closed}");
        }
        let back = client.post_then("/pret/retour", &[("mot_de_passe", PASSWORD)]).await;
        assert_eq!((back.status, back.texts("h1")), (200, vec!["Mon foyer".to_owned()]));
        assert_eq!(client.get("/messages").await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn what_the_child_signs_with_the_teacher_is_among_own_works() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-05T09:00");
        let zoe = Zoe.person().to_string();
        let post = published(app, &[("authors", zoe.as_str())]).await;
        app.at("2026-10-06T12:00");
        let client = lent(app, Claire).await;
        let page = client.get("/mes-travaux").await;
        assert!(page.says("La mare"), "{}", page.text());
        assert_eq!(client.get(&post).await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn whom_a_family_lets_read_lends_nothing() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let lucette = readers::lucette(app).await;
        assert_eq!(lucette.get("/foyer").await.status, 404);
        let answer = lucette.post(&format!("/enfants/{}/pret", Zoe.person()), &[]).await;
        assert_eq!(answer.status, 404, "{}", answer.text());
        assert_eq!(lucette.get("/compte").await.status, 200, "she is still in");
    })
    .await;
}
