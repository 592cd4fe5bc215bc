//! Data protection and accessibility through HTTP, with the named world, on both databases.
#![expect(clippy::unwrap_used, reason = "tests")]

mod accessibility;
mod breaches;
mod journal;
mod notices;
mod register;
mod retention;
mod space;
mod strangers;

use commons::identity::{Identity, REGION};
use db::{Arg, args};
use testkit::{App, Client, Who};
use web::Service;

const SERVICES: &[&Service] = &[&compliance::SERVICE];

/// Adélaïde with another task.
async fn task<'a>(app: &'a App, role: &str, scope: &str) -> Client<'a> {
    change(
        app,
        "update account_grant set role = $2, scope = $3 where account_id = $1",
        args![Who::Adelaide.account(), role, scope],
    )
    .await;
    app.by(Who::Adelaide).await
}

/// The data protection officer of the région.
async fn officer(app: &App) -> Client<'_> {
    task(app, "data-officer", "region").await
}

/// Changes something behind the scenes.
async fn change(app: &App, sql: &'static str, args: &[Arg]) {
    let mut tx = app.write().await;
    tx.change(sql, args).await.unwrap();
    tx.commit().await.unwrap();
}

/// Counts something behind the scenes.
async fn count(app: &App, sql: &'static str) -> i64 {
    app.read().await.count(sql, &[]).await.unwrap()
}

/// What the région wrote of itself.
async fn identity(app: &App) {
    let identity = Identity {
        name: "Région académique Occitanie".to_owned(),
        address: "75 rue Saint-Roch\n31400 Toulouse".to_owned(),
        signatory: "Camille Faure".to_owned(),
        quality: "rectrice de région académique".to_owned(),
        email: "ent@ac-example.fr".to_owned(),
        officer: "Solène Rey\ndpd@ac-example.fr".to_owned(),
        host: "Hébergeur Exemple, 1 rue du Port, 31000 Toulouse".to_owned(),
        ..Identity::default()
    };
    let mut tx = app.write().await;
    identity.save(&mut tx, REGION).await.unwrap();
    tx.commit().await.unwrap();
}

/// The work of a night, whole.
async fn night(app: &App, day: &str) {
    (compliance::night::NIGHT.run)(app.house.clone(), day.to_owned()).await.unwrap();
    app.run_jobs().await;
}
