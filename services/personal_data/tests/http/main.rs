//! « Mes données » and the desk through HTTP, with the named world, on both databases.
#![expect(clippy::unwrap_used, reason = "tests")]

mod after;
mod copies;
mod desk;
mod limits;
mod mine;
mod requests;
mod sample;
mod seen;
mod strangers;

use db::{Arg, args};
use testkit::{App, Client, Page, Who};
use web::Service;

/// « Mes données », and a service that keeps something of everybody.
const SERVICES: &[&Service] = &[&personal_data::SERVICE, &sample::SAMPLE];

/// Runs a statement.
async fn run(app: &App, sql: &'static str, args: &[Arg]) {
    let mut tx = app.write().await;
    tx.change(sql, args).await.unwrap();
    tx.commit().await.unwrap();
}

/// The number a statement answers.
async fn count(app: &App, sql: &'static str, args: &[Arg]) -> i64 {
    app.read().await.count(sql, args).await.unwrap()
}

/// Says that somebody showed being there by more than the password.
async fn prove(app: &App, who: Who) {
    let sql = "update session set proved_at = $2 where account_id = $1";
    run(app, sql, args![who.account(), app.now()]).await;
}

/// Files a request; answers its address.
async fn file(client: &Client<'_>, fields: &[(&str, &str)]) -> String {
    let answer = client.post("/mes-donnees/demandes", fields).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.location().unwrap()
}

/// The address of a request at the desk.
fn at_desk(own: &str) -> String {
    own.replace("/mes-donnees/demandes/", "/demandes-de-droits/")
}

/// Sends the answer of the desk.
async fn answer(desk: &Client<'_>, file: &str, words: &str) -> Page {
    desk.upload(&format!("{file}/reponse"), &[("texte", words)], &[]).await
}
