//! The site of a commune: its référent ville directs it, its town hall proposes, the académie does neither.

use crate::{SERVICES, form, make, publish, write};
use db::args;
use school::{Viewer, account};
use testkit::{App, Who::*, on_both};

const SCOPE: &str = "town:031:montaubrac";

/// Gives the account of Adélaïde one task in place of hers.
async fn task(app: &App, role: &str) {
    let mut tx = app.write().await;
    let change = "update account_grant set role = $2, scope = $3 where account_id = $1";
    tx.change(change, args![Adelaide.account(), role, SCOPE]).await.unwrap();
    account::set_name(&mut tx, Adelaide.account(), "Adélaïde Costes").await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn the_referent_of_a_commune_publishes_and_is_named() {
    on_both(SERVICES, async |app| {
        task(app, "town-editor").await;
        let referent = app.by(Adelaide).await;
        let desk = make(&referent, SCOPE).await;
        assert_eq!(referent.get("/mon-site").await.location(), Some(desk.clone()));
        referent.post(&format!("{desk}/ouverture"), &[]).await;
        let page = write(&referent, &desk, &form(&[("title", "Le périscolaire")])).await;
        assert_eq!(publish(&referent, &page, &[]).await.status, 303);
        let read = app.anonymous().get("/sites/031-montaubrac/le-periscolaire").await;
        assert!(read.says("Publié sous la responsabilité d’Adélaïde Costes, référent ville"), "{}", read.text());
        let notice = app.anonymous().get("/sites/031-montaubrac/mentions-legales").await;
        assert!(notice.says("Adélaïde Costes, référent ville") && notice.says("Montaubrac"), "{}", notice.text());
    })
    .await;
}

#[tokio::test]
async fn the_town_hall_proposes_and_waits_for_the_referent() {
    on_both(SERVICES, async |app| {
        task(app, "town-editor").await;
        let desk = make(&app.by(Adelaide).await, SCOPE).await;
        task(app, "town-officer").await;
        let officer = app.by(Adelaide).await;
        let page = write(&officer, &desk, &form(&[("etape", "proposer")])).await;
        assert_eq!(officer.get(&format!("{page}/publication")).await.status, 403);
        task(app, "town-editor").await;
        let mut tx = app.read().await;
        let viewer = Viewer::load(&mut tx, Adelaide.account()).await.unwrap();
        let tasks = (portal::SERVICE.tasks)(&mut tx, &viewer).await.unwrap();
        assert_eq!(tasks.into_iter().map(|it| it.title).collect::<Vec<_>>(), ["La cantine"]);
    })
    .await;
}

#[tokio::test]
async fn a_school_is_not_the_communes_and_the_academy_takes_nothing_down() {
    on_both(SERVICES, async |app| {
        let school = format!("school:{}", testkit::Place::Tilleuls.id());
        let desk = make(&app.by(Helene).await, &school).await;
        assert_eq!(app.by(Adelaide).await.get(&desk).await.status, 404, "the académie");
        task(app, "town-editor").await;
        let referent = app.by(Adelaide).await;
        assert_eq!(referent.get(&desk).await.status, 404, "the commune");
        assert_eq!(referent.post("/mon-site", &[("scope", school.as_str())]).await.status, 404);
        assert_eq!(app.by(Helene).await.post("/mon-site", &[("scope", SCOPE)]).await.status, 404);
        assert_eq!(
            app.by(Helene).await.post("/mon-site", &[("scope", school.as_str())]).await.status,
            409,
            "there is one"
        );
    })
    .await;
}
