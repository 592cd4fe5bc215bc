//! The inspection opens classes of its circonscription, and of no other.

use crate::{SERVICES, THURSDAY, code, inspector, may, of_school, open, typed};
use school::Right;
use testkit::{
    Classroom::{Cm, Cp},
    Place::JulesVerne,
    Who::*,
    on_both,
};

#[tokio::test]
async fn an_inspector_opens_a_class_of_the_circonscription() {
    on_both(SERVICES, async |app| {
        app.at(THURSDAY);
        let inspector = inspector(app, "790001").await;
        let page = inspector.get("/remplacements").await;
        assert_eq!(page.link("Les Tilleuls"), Some(of_school("/remplacements")));
        assert_eq!(page.link("Jules-Verne"), None);
        let page = inspector.get(&of_school("/remplacements")).await;
        assert_eq!(page.link("CP de M. Roux"), Some(Cp.path("/remplacements")));
        let slip = open(&inspector, Cp, "3", Thomas).await;
        let code = code(&inspector, &slip).await;
        assert_eq!(typed(app, Thea, &code).await.status, 303);
        assert!(may(app, Thea, Right::SeeClass, Cp).await);
        let page = app.by(Helene).await.get(&of_school("/remplacements")).await;
        assert!(page.says("Remplacement de Thomas ROUX par Théa CARRÈRE"), "{}", page.text());
        // Opening a class does not show it.
        assert!(!may(app, Adelaide, Right::SeeClass, Cp).await);
    })
    .await;
}

#[tokio::test]
async fn an_inspector_of_another_circonscription_finds_nothing() {
    on_both(SERVICES, async |app| {
        app.at(THURSDAY);
        let slip = open(&app.by(Helene).await, Cp, "2", Thomas).await;
        let inspector = inspector(app, "790002").await;
        for path in [of_school("/remplacements"), Cp.path("/remplacements"), Cm.path("/remplacements"), slip.clone()] {
            assert_eq!(inspector.get(&path).await.status, 404, "{path}");
        }
        assert_eq!(inspector.post(&Cp.path("/remplacements"), &[("days", "2")]).await.status, 404);
        assert_eq!(inspector.post(&format!("{slip}/fin"), &[]).await.status, 404);
        assert_eq!(inspector.get("/remplacements").await.link("Les Tilleuls"), None);
        let unknown = inspector.get("/remplacements?uai=0310001H").await;
        assert_eq!(unknown.status, 422);
        assert_eq!(unknown.texts("#f-uai-error"), ["Aucune école de votre territoire n’a ce code."]);
    })
    .await;
}

#[tokio::test]
async fn the_academie_finds_a_school_by_its_code() {
    on_both(SERVICES, async |app| {
        let adelaide = app.by(Adelaide).await;
        let found = adelaide.get("/remplacements?uai=0310002j").await;
        assert_eq!(found.location(), Some(format!("/ecoles/{}/remplacements", JulesVerne.id())));
        assert_eq!(adelaide.get("/remplacements").await.link("Les Tilleuls"), None, "an académie is no list");
    })
    .await;
}
