//! What a telephone needs to install the site.

use crate::SERVICES;
use testkit::{Who::*, on_both};

#[tokio::test]
async fn a_visitor_finds_the_manifest_the_worker_and_the_icon() {
    on_both(SERVICES, async |app| {
        let visitor = app.anonymous();
        let manifest = visitor.get("/manifest.webmanifest").await;
        assert_eq!(manifest.headers["content-type"], "application/manifest+json");
        let read: serde_json::Value = serde_json::from_slice(&manifest.bytes).unwrap();
        assert_eq!((read["start_url"].as_str(), read["display"].as_str()), (Some("/"), Some("standalone")));
        let icons = read["icons"].as_array().unwrap();
        assert_eq!(icons.len(), 4);
        for icon in icons {
            let given = visitor.get(icon["src"].as_str().unwrap()).await;
            assert_eq!((given.status, given.headers["content-type"].to_str().ok()), (200, icon["type"].as_str()));
        }
        let worker = visitor.get("/service-worker.js").await;
        assert!(worker.headers["content-type"].to_str().unwrap().starts_with("text/javascript"));
        let script = worker.html();
        assert!(script.contains("Du nouveau dans Préau") && !script.contains("__WORDS__"), "{script}");
    })
    .await;
}

#[tokio::test]
async fn pages_name_the_manifest_and_let_the_worker_run() {
    on_both(SERVICES, async |app| {
        let page = app.by(Claire).await.get("/compte/notifications").await;
        assert_eq!(page.attributes("link[rel=manifest]", "href"), ["/manifest.webmanifest"]);
        let policy = page.headers["content-security-policy"].to_str().unwrap();
        assert!(policy.contains("manifest-src 'self'") && policy.contains("worker-src 'self'"), "{policy}");
        assert!(page.has("a[href='/compte/notifications']"));
        let pupil = app.by(Zoe).await.get("/nulle-part").await;
        assert!(!pupil.has("a[href='/compte/notifications']"));
    })
    .await;
}
