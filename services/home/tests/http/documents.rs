//! The legal notice, and what the foot of every page leads to.

use crate::{
    SERVICES,
    steps::{assert_well_made, change},
};
use commons::identity::{Identity, REGION};
use db::args;
use testkit::{Who::*, on_both};

/// What the foot of every page leads to; each has a service.
const FOOT: [&str; 4] = ["/accessibilite", "/protection-des-donnees", "/mentions-legales", "/charte"];
const LEGAL: &str = "/mentions-legales";

#[tokio::test]
async fn the_legal_notice_is_open_to_everybody() {
    on_both(SERVICES, async |app| {
        let page = app.anonymous().get(LEGAL).await;
        assert_well_made(&page);
        assert!(page.texts("main h2").len() > 3);
        for who in [Zoe, Claire, Adelaide] {
            let page = app.by(who).await.get(LEGAL).await;
            assert_well_made(&page);
            assert!(page.has(".navigation"), "{who:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn it_says_what_the_region_wrote() {
    on_both(SERVICES, async |app| {
        let before = app.anonymous().get(LEGAL).await;
        assert!(before.says("Le rectorat donne son nom et ses coordonnées à qui les demande."), "{}", before.text());
        let identity = Identity {
            name: "Région académique Occitanie".to_owned(),
            signatory: "Camille Faure".to_owned(),
            quality: "rectrice de région académique".to_owned(),
            host: "Hébergeur Exemple\n1 rue du Port, 31000 Toulouse".to_owned(),
            ..Identity::default()
        };
        let mut tx = app.write().await;
        identity.save(&mut tx, REGION).await.unwrap();
        tx.commit().await.unwrap();
        let page = app.anonymous().get(LEGAL).await;
        for said in ["Région académique Occitanie", "Représentée par Camille Faure, rectrice", "1 rue du Port"] {
            assert!(page.says(said), "{said}: {}", page.text());
        }
    })
    .await;
}

#[tokio::test]
async fn the_foot_of_every_page_leads_to_what_the_law_asks_for() {
    on_both(SERVICES, async |app| {
        for page in [app.anonymous().get(LEGAL).await, app.by(Zoe).await.get("/").await] {
            let foot = page.attributes("footer a", "href");
            for path in FOOT {
                assert!(foot.iter().any(|href| href == path), "{path} is missing: {foot:?}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn it_is_read_before_the_charter_is_accepted() {
    on_both(SERVICES, async |app| {
        change(app, "update account set charter = 0 where id = $1", args![Claire.account()]).await;
        let client = app.by(Claire).await;
        assert_eq!(client.get(LEGAL).await.status, 200);
        let first = client.get("/").await;
        assert_eq!((first.status, first.location().as_deref()), (303, Some("/charte")));
    })
    .await;
}
