//! The journal of sensitive actions cannot be changed unseen.

use crate::{SERVICES, steps::sign_in};
use commons::audit::{Chain, key, seal, verify};
use testkit::{App, Who::*, on_both, people::PASSWORD};

/// Signs three people in, lets the rows settle and seals them.
async fn sealed(app: &App) {
    for who in [Claire, Paul, Thomas] {
        sign_in(&app.anonymous(), &who.login(), PASSWORD).await;
        app.wait(1);
    }
    app.wait(120);
    let mut tx = app.write().await;
    assert_eq!(seal(&mut tx, &key(&app.house)).await.unwrap(), 3);
    tx.commit().await.unwrap();
}

async fn read_again(app: &App) -> Chain {
    verify(&mut app.read().await, &key(&app.house)).await.unwrap()
}

async fn tamper(app: &App, statement: &'static str) {
    let mut tx = app.write().await;
    assert_eq!(tx.changed_rows(statement, &[]).await.unwrap(), 1);
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_chain_nobody_touched_is_whole() {
    on_both(SERVICES, async |app| {
        sealed(app).await;
        assert!(matches!(read_again(app).await, Chain::Whole { last: 3, .. }));
    })
    .await;
}

#[tokio::test]
async fn a_row_changed_is_seen() {
    on_both(SERVICES, async |app| {
        sealed(app).await;
        tamper(app, "update audit set action = 'signed-out' where number = 2").await;
        assert_eq!(read_again(app).await, Chain::Broken(2));
    })
    .await;
}

#[tokio::test]
async fn a_row_removed_is_seen() {
    on_both(SERVICES, async |app| {
        sealed(app).await;
        tamper(app, "delete from audit where number = 2").await;
        assert_eq!(read_again(app).await, Chain::Broken(2));
    })
    .await;
}

#[tokio::test]
async fn a_row_slipped_in_or_sealed_with_another_key_is_seen() {
    on_both(SERVICES, async |app| {
        sealed(app).await;
        let slip = "insert into audit (id, at, action, number, seal) \
             select id, at, action, 4, seal from (select unhex('01970000000070008000000000008888') as id, at, action, seal \
             from audit where number = 3) s";
        tamper(app, slip).await;
        assert_eq!(read_again(app).await, Chain::Broken(4));
        assert_eq!(verify(&mut app.read().await, &[1; 32]).await.unwrap(), Chain::Broken(1));
    })
    .await;
}
