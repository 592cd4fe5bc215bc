//! What asks to sign in.

use crate::{SERVICES, steps::change};
use db::args;
use testkit::{Who::*, on_both, strangers_find_nothing};

/// The legal notice is open; every other page needs a session.
const OPEN: &[&str] = &["/mentions-legales"];

#[tokio::test]
async fn a_visitor_is_asked_to_sign_in_and_led_back() {
    on_both(SERVICES, async |app| {
        let lines = home::SERVICE.paths.iter().copied().map(|line| line.split_once(' ').unwrap());
        let behind = lines.filter(|(_, path)| !OPEN.contains(path));
        let filled = |path: &str| path.replace("{person}", &Tom.person().to_string());
        let addresses: Vec<(&str, String)> = behind.map(|(method, path)| (method, filled(path))).collect();
        assert!(addresses.contains(&("GET", "/".to_owned())));
        strangers_find_nothing(app, &addresses, &[]).await;
        let sent = app.anonymous().get("/?classe=1").await;
        assert_eq!(sent.location().as_deref(), Some("/connexion?suite=%2F%3Fclasse%3D1"));
    })
    .await;
}

#[tokio::test]
async fn an_account_closed_by_the_school_opens_nothing() {
    on_both(SERVICES, async |app| {
        let client = app.by(Claire).await;
        assert_eq!(client.get("/").await.status, 200);
        change(app, "update account set blocked_at = 1 where id = $1", args![Claire.account()]).await;
        assert!(client.get("/").await.asks_to_sign_in());
    })
    .await;
}
