//! Drafts follow their owner from one device to another.

use crate::SERVICES;
use db::args;
use testkit::{Client, Page, Who::*, on_both};

const KEY: &str = "/brouillons?cle=billet-1";

async fn save(client: &Client<'_>, path: &str, content: &str) -> Page {
    client.ask("PUT", path, content.as_bytes()).await
}

#[tokio::test]
async fn a_draft_is_kept_read_elsewhere_replaced_and_forgotten() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T14:05");
        let tablet = app.by(Thomas).await;
        let nothing = tablet.get(KEY).await;
        assert_eq!((nothing.status, nothing.html().contains("\"content\":null")), (200, true), "{}", nothing.html());
        let saved = save(&tablet, KEY, "{\"title\":\"La mare\"}").await;
        assert_eq!(saved.status, 200);
        assert!(saved.html().contains("Brouillon enregistré à 14 h 05"), "{}", saved.html());
        let computer = app.by(Thomas).await;
        assert!(computer.get(KEY).await.html().contains("La mare"));
        save(&computer, KEY, "{\"title\":\"La serre\"}").await;
        let found = tablet.get(KEY).await.html();
        assert!(found.contains("La serre") && !found.contains("La mare"), "{found}");
        assert_eq!(tablet.ask("DELETE", KEY, b"").await.status, 204);
        assert!(!computer.get(KEY).await.html().contains("La serre"));
    })
    .await;
}

#[tokio::test]
async fn a_draft_has_its_limits() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        assert_eq!(save(&thomas, KEY, &"x".repeat(256 * 1024 + 1)).await.status, 413);
        for path in ["/brouillons", "/brouillons?cle=", &format!("/brouillons?cle={}", "x".repeat(201))] {
            assert_eq!(save(&thomas, path, "{}").await.status, 404, "{path}");
        }
        for number in 0..52 {
            app.wait(1);
            save(&thomas, &format!("/brouillons?cle=mot-{number}"), "{}").await;
        }
        let kept = app.read().await.count("select count(*) as n from draft", args![]).await.unwrap();
        assert_eq!(kept, 50);
        let has = async |number: usize| {
            let page = thomas.get(&format!("/brouillons?cle=mot-{number}")).await;
            !page.html().contains("\"content\":null")
        };
        assert_eq!((has(1).await, has(2).await, has(51).await), (false, true, true));
    })
    .await;
}

#[tokio::test]
async fn a_draft_nobody_takes_up_goes_after_a_month() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        save(&thomas, KEY, "{}").await;
        app.wait(20 * 86_400);
        save(&thomas, KEY, "{\"title\":\"La mare\"}").await;
        let count = async || app.read().await.count("select count(*) as n from draft", args![]).await.unwrap();
        app.wait(11 * 86_400);
        app.run_jobs().await;
        assert_eq!(count().await, 1, "somebody went on typing");
        app.wait(20 * 86_400);
        app.run_jobs().await;
        assert_eq!(count().await, 0);
    })
    .await;
}
