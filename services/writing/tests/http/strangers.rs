//! What somebody deposits and drafts is nobody else's.

use crate::{SERVICES, announce, pdf, send};
use testkit::{Who::*, on_both, strangers_find_nothing};

#[tokio::test]
async fn a_deposit_is_its_owners_alone() {
    on_both(SERVICES, async |app| {
        let file = pdf();
        let deposit = announce(&app.by(Thomas).await, "sortie.pdf", file.len()).await;
        // Not even those of the same class.
        let others = [Hector, Thea, Enzo, Perrine, Helene, Zoe, Claire, Adelaide];
        strangers_find_nothing(app, &[("GET", deposit.clone())], &others).await;
        for who in others {
            let client = app.by(who).await;
            assert_eq!(send(&client, &deposit, 0, &file).await.status, 404, "{who:?}");
            assert_eq!(client.ask("DELETE", &deposit, b"").await.status, 404, "{who:?}");
        }
        assert_eq!(app.by(Thomas).await.get(&deposit).await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn a_draft_is_found_by_its_owner_alone() {
    on_both(SERVICES, async |app| {
        let path = "/brouillons?cle=billet-1";
        app.by(Thomas).await.ask("PUT", path, b"{\"title\":\"La mare\"}").await;
        for who in [Hector, Helene, Zoe, Adelaide] {
            let client = app.by(who).await;
            assert!(!client.get(path).await.html().contains("La mare"), "{who:?}");
            client.ask("DELETE", path, b"").await;
            client.ask("PUT", path, b"{}").await;
        }
        assert!(app.by(Thomas).await.get(path).await.html().contains("La mare"));
    })
    .await;
}

#[tokio::test]
async fn a_visitor_is_asked_to_sign_in() {
    on_both(SERVICES, async |app| {
        let deposit = announce(&app.by(Thomas).await, "sortie.pdf", 1000).await;
        let tried = [("POST", "/depots".to_owned()), ("GET", deposit.clone()), ("GET", "/brouillons?cle=a".to_owned())];
        strangers_find_nothing(app, &tried, &[]).await;
        let visitor = app.anonymous();
        for (method, path) in [("PATCH", deposit.as_str()), ("DELETE", &deposit), ("PUT", "/brouillons?cle=a")] {
            assert!(visitor.ask(method, path, b"x").await.asks_to_sign_in(), "{method} {path}");
        }
    })
    .await;
}
