//! The sessions of an account, seen and ended by its owner.

use crate::{
    SERVICES,
    steps::{acts, assert_leads, is_inside, sessions},
};
use commons::audit::Action;
use testkit::{Client, Page, Who::*, on_both};

const ALL: &str = "/compte/appareils/fin";

/// Where the sessions of a page are ended one by one.
fn ends(page: &Page) -> Vec<String> {
    let mut paths = page.attributes("form[action^='/compte/appareils/']", "action");
    paths.retain(|path| path != ALL);
    paths
}

async fn inside(clients: &[&Client<'_>]) -> Vec<bool> {
    let mut inside = Vec::new();
    for client in clients {
        inside.push(is_inside(client).await);
    }
    inside
}

#[tokio::test]
async fn one_session_is_ended_and_the_others_stay() {
    on_both(SERVICES, async |app| {
        let (here, other, third) = (app.by(Claire).await, app.by(Claire).await, app.by(Claire).await);
        let page = here.get("/compte").await;
        assert_eq!(page.texts("ul.rows > li").len(), 3);
        let paths = ends(&page);
        assert_eq!(paths.len(), 2, "the session in use is not to be ended here");
        assert_leads(&here.post(&paths[0], &[]).await, "/compte");
        let left = inside(&[&other, &third]).await;
        assert_ne!(left[0], left[1]);
        assert!(is_inside(&here).await);
        assert_eq!(ends(&here.get("/compte").await), paths[1..]);
        assert_eq!(acts(app, Action::SessionsEnded).await, [(Some(Claire.account()), None, None)]);
    })
    .await;
}

#[tokio::test]
async fn every_other_session_is_ended_at_once() {
    on_both(SERVICES, async |app| {
        let (here, other, third) = (app.by(Claire).await, app.by(Claire).await, app.by(Claire).await);
        assert!(here.get("/compte").await.has("form[action='/compte/appareils/fin']"));
        assert_leads(&here.post(ALL, &[]).await, "/compte");
        assert_eq!(inside(&[&here, &other, &third]).await, [true, false, false]);
        let page = here.get("/compte").await;
        assert_eq!(page.texts("ul.rows > li").len(), 1);
        assert!(!page.has("form[action^='/compte/appareils/']"));
    })
    .await;
}

#[tokio::test]
async fn nobody_ends_the_session_of_somebody_else() {
    on_both(SERVICES, async |app| {
        let (here, other, stranger) = (app.by(Claire).await, app.by(Claire).await, app.by(Paul).await);
        for path in ends(&here.get("/compte").await) {
            stranger.post(&path, &[]).await;
        }
        stranger.post(ALL, &[]).await;
        assert_eq!(inside(&[&here, &other, &stranger]).await, [true, true, true]);
        assert_eq!(sessions(app, Claire).await, 2);
    })
    .await;
}

#[tokio::test]
async fn a_session_that_does_not_exist_ends_nothing() {
    on_both(SERVICES, async |app| {
        let here = app.by(Claire).await;
        for token in ["00", "nimporte", "%C3%A9"] {
            assert_leads(&here.post(&format!("/compte/appareils/{token}/fin"), &[]).await, "/compte");
        }
        assert!(is_inside(&here).await);
    })
    .await;
}
