//! What the tests of the office share: tasks, schools, authorities.

use db::{Arg, args, fold};
use school::{Authority, SchoolId, Territory, authority::set_payer, territory::town_key};
use testkit::{App, Page, Who};
use web::Service;

pub(crate) const SERVICES: &[&Service] = &[&agreements::SERVICE];

/// Gives the account of Adélaïde one task in place of hers.
pub(crate) async fn task(app: &App, role: &str, scope: &str) {
    let mut tx = app.write().await;
    let change = "update account_grant set role = $2, scope = $3 where account_id = $1";
    tx.change(change, args![Who::Adelaide.account(), role, scope]).await.unwrap();
    tx.commit().await.unwrap();
}

/// Adélaïde runs the scheme again.
pub(crate) async fn academy(app: &App) {
    task(app, "academy-admin", "academy:16").await;
}

/// Adélaïde handles the convention of a town of the Haute-Garonne.
pub(crate) async fn officer(app: &App, town: &str) {
    task(app, "town-officer", &format!("town:031:{town}")).await;
}

/// Adds a school of an académie.
pub(crate) async fn school_of(app: &App, academy: &str, uai: &str, name: &str, town: &str, kind: &str) -> SchoolId {
    let mut tx = app.write().await;
    let (id, now): (SchoolId, _) = (tx.id(), tx.now());
    tx.change(
        "insert into school (id, academy, uai, name, kind, town, details, sort_key, created_at) \
         values ($1, $2, $3, $4, $5, $6, '{}', $7, $8)",
        args![id, academy, uai, name, kind, town, fold(name), now],
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    id
}

/// Adds a public school of the académie of Toulouse.
pub(crate) async fn school(app: &App, uai: &str, name: &str, town: &str) -> SchoolId {
    school_of(app, "16", uai, name, town, "E.E.PU").await
}

/// Founds a commune of the Haute-Garonne, which pays for these schools.
pub(crate) async fn commune(app: &App, name: &str, schools: &[SchoolId]) -> Authority {
    let mut tx = app.write().await;
    let town = Territory::Town("031".to_owned(), town_key(name));
    let (id, now) = (tx.id(), tx.now());
    let authority = Authority::new(id, name, Some(&town), "031", now);
    authority.save(&mut tx).await.unwrap();
    for school in schools {
        set_payer(&mut tx, *school, authority.id, "hand").await.unwrap();
    }
    tx.commit().await.unwrap();
    authority
}

/// Opens the campaign of 2026, in which communes enrol now.
pub(crate) async fn campaign(app: &App) {
    let mut tx = app.write().await;
    let campaign = agreements::Campaign {
        year: 2026,
        price_cents: 4500,
        opens_on: "2026-03-01".to_owned(),
        closes_on: "2026-12-31".to_owned(),
    };
    campaign.save(&mut tx, Who::Adelaide.account()).await.unwrap();
    tx.commit().await.unwrap();
}

/// The address of the schools of the only convention of a year.
pub(crate) async fn convention(app: &App, authority: &Authority) -> String {
    let found: (agreements::AgreementId,) =
        app.read().await.one("select id from agreement where authority_id = $1", args![authority.id]).await.unwrap();
    format!("/conventions/{}/ecoles", found.0)
}

/// The number a statement answers.
pub(crate) async fn count(app: &App, sql: &'static str, args: &[Arg]) -> i64 {
    app.read().await.count(sql, args).await.unwrap()
}

/// Who pays for a school: the name, and who said so.
pub(crate) async fn payer(app: &App, school: SchoolId) -> Option<(String, String)> {
    let mut tx = app.read().await;
    tx.first(
        "select o.name, l.source from authority_school l join authority o on o.id = l.authority_id where l.school_id = $1",
        args![school],
    )
    .await
    .unwrap()
}

/// Fails with what can be read, unless the answer leads on.
#[track_caller]
pub(crate) fn went_on(page: &Page) {
    assert_eq!(page.status, 303, "{}", page.text());
}
