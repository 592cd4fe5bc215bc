//! The space of the DPO: what is not as it should be, and who has which task.

use crate::{SERVICES, count, officer, task};
use db::Uuid;
use school::{AccountId, Role, Viewer, account};
use testkit::{App, Who::*, on_both};

/// An account with a task.
async fn holder(app: &App, login: &str, role: Role, scope: &str) -> AccountId {
    let mut tx = app.write().await;
    let id = account::create(&mut tx, login).await.unwrap();
    account::grant(&mut tx, id, role, scope).await.unwrap();
    tx.commit().await.unwrap();
    id
}

fn suspension(id: AccountId, role: &str, scope: &str) -> String {
    format!("/espace-dpo/missions/{id}/{role}/{scope}/suspension")
}

#[tokio::test]
async fn it_leads_everywhere_and_counts_acts_without_naming_anybody() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let dpo = officer(app).await;
        let page = dpo.get("/espace-dpo").await;
        assert_eq!(page.status, 200);
        for path in ["/registre", "/conservation", "/violations", "/demandes-de-droits", "/espace-dpo/missions"] {
            assert!(page.attributes("main a", "href").iter().any(|it| it == path), "{path}");
        }
        assert!(
            page.texts(".navigation a").iter().any(|it| it.contains("Données")),
            "{:?}",
            page.texts(".navigation a")
        );
        assert!(
            !app.by(Helene)
                .await
                .get("/accessibilite")
                .await
                .texts(".navigation a")
                .iter()
                .any(|it| it.contains("Données"))
        );
    })
    .await;
}

#[tokio::test]
async fn the_region_sees_all_tasks_and_suspends_one_with_a_reason() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let mairie = holder(app, "mairie.montaubrac", Role::TownOfficer, "town:031:montaubrac").await;
        let dpo = officer(app).await;
        let list = dpo.get("/espace-dpo/missions").await;
        assert!(list.says("mairie.montaubrac") && list.says("Secrétariat de mairie · "), "{}", list.text());
        assert!(list.says("Sans second facteur"));
        let path = suspension(mairie, "town-officer", "town:031:montaubrac");
        assert_eq!(dpo.post(&path, &[("reason", " ")]).await.status, 422);
        let page = dpo.post_then(&path, &[("reason", "A quitté la mairie.")]).await;
        assert!(page.says("La mission confiée à mairie.montaubrac est suspendue."), "{}", page.text());
        assert!(!page.says("Secrétariat de mairie"));
        let viewer = Viewer::load(&mut app.read().await, mairie).await.unwrap();
        assert!(viewer.grants.is_empty());
        assert_eq!(count(app, "select count(*) as n from audit where action = 'task-suspended'").await, 1);
        assert_eq!(dpo.post(&path, &[("reason", "Encore.")]).await.status, 404);
        // Nobody shuts themselves out.
        assert_eq!(dpo.get(&suspension(Adelaide.account(), "data-officer", "region")).await.status, 403);
    })
    .await;
}

#[tokio::test]
async fn an_academy_looks_over_its_own_territory_alone() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let near = holder(app, "mairie.montaubrac", Role::TownOfficer, "town:031:montaubrac").await;
        let far = holder(app, "admin.montpellier", Role::AcademyAdmin, "academy:11").await;
        let wide = holder(app, "dpd.region", Role::DataOfficer, "region").await;
        let academy = task(app, "academy-admin", "academy:16").await;
        let list = academy.get("/espace-dpo/missions").await;
        assert!(list.says("mairie.montaubrac"), "{}", list.text());
        assert!(!list.says("admin.montpellier") && !list.says("dpd.region"), "{}", list.text());
        let paths = [
            (suspension(near, "town-officer", "town:031:montaubrac"), 200),
            (suspension(far, "academy-admin", "academy:11"), 404),
            (suspension(wide, "data-officer", "region"), 404),
            (suspension(near, "mayor", "region"), 404),
            (suspension(AccountId(Uuid::nil()), "data-officer", "region"), 404),
        ];
        for (path, status) in paths {
            assert_eq!(academy.get(&path).await.status, status, "{path}");
        }
    })
    .await;
}
