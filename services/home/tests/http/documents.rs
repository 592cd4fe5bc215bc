//! The pages the law asks for.

use crate::{
    SERVICES,
    steps::{assert_well_made, change},
};
use db::args;
use testkit::{Who::*, on_both};

const DOCUMENTS: [&str; 3] = ["/accessibilite", "/protection-des-donnees", "/mentions-legales"];

#[tokio::test]
async fn the_pages_the_law_asks_for_are_open_to_everybody() {
    on_both(SERVICES, async |app| {
        let mut titles = Vec::new();
        for path in DOCUMENTS {
            let page = app.anonymous().get(path).await;
            assert_well_made(&page);
            assert!(page.texts("main h2").len() > 3, "{path}");
            titles.extend(page.texts("h1"));
            for who in [Zoe, Claire, Adelaide] {
                let page = app.by(who).await.get(path).await;
                assert_well_made(&page);
                assert!(page.has(".navigation"), "{who:?} {path}");
            }
        }
        titles.sort();
        titles.dedup();
        assert_eq!(titles.len(), 3);
    })
    .await;
}

#[tokio::test]
async fn they_stand_at_the_foot_of_every_page() {
    on_both(SERVICES, async |app| {
        for page in [app.anonymous().get("/mentions-legales").await, app.by(Zoe).await.get("/").await] {
            let foot = page.attributes("footer a", "href");
            for path in DOCUMENTS.into_iter().chain(["/charte"]) {
                assert!(foot.iter().any(|href| href == path), "{path} is missing: {foot:?}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn they_are_read_before_the_charter_is_accepted() {
    on_both(SERVICES, async |app| {
        change(app, "update account set charter = 0 where id = $1", args![Claire.account()]).await;
        let client = app.by(Claire).await;
        for path in DOCUMENTS {
            assert_eq!(client.get(path).await.status, 200, "{path}");
        }
        let first = client.get("/").await;
        assert_eq!((first.status, first.location().as_deref()), (303, Some("/charte")));
    })
    .await;
}

#[tokio::test]
async fn they_load_nothing_from_elsewhere() {
    on_both(SERVICES, async |app| {
        for path in DOCUMENTS {
            let page = app.anonymous().get(path).await;
            for css in ["img", "script", "iframe"] {
                assert!(page.attributes(css, "src").iter().all(|src| src.starts_with("/assets/")), "{path}");
            }
            // Whoever leaves is told so, and the other site is not told whence.
            let outside = page.texts("main a[href^=http]").len();
            assert_eq!(page.texts("main a[href^=http][rel~=noreferrer] .visually-hidden").len(), outside, "{path}");
        }
    })
    .await;
}
