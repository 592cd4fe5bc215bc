//! The turn of the year and the past years through HTTP, with the named world, on both databases.
#![expect(clippy::unwrap_used, reason = "tests")]

mod academy;
mod archive;
mod departures;
mod departures_by_hand;
mod departures_told;
mod erasure;
mod opening;
mod preparing;
mod strangers;
mod taking_back;
mod undoing;

use commons::retention;
use db::{Arg, args};
use school::{CircleId, CircleKind, Viewer};
use testkit::{App, Client, Page, Place::Tilleuls, Who};
use web::Service;

const SERVICES: &[&Service] = &[&years::SERVICE];

/// What the CP and the CE1-CE2 of Les Tilleuls are called a year later.
const CE1: &str = "CE1 de M. Roux";
const CE2_CM1: &str = "CE2-CM1 de Mme Vidal";

/// An address of the turn of Les Tilleuls.
fn rentree(rest: &str) -> String {
    format!("/ecoles/{}/rentree{rest}", Tilleuls.id())
}

/// In June 2027 Hélène begins to prepare the rentrée of Les Tilleuls.
async fn prepared(app: &App) -> Client<'_> {
    app.at("2027-06-14T10:00");
    let helene = app.by(Who::Helene).await;
    let page = helene.post_then(&rentree(""), &[]).await;
    assert!(page.says(CE1), "{}", page.text());
    helene
}

/// At the end of August she opens it.
async fn opened(app: &App) -> Client<'_> {
    prepared(app).await;
    let helene = in_august(app).await;
    let page = open(&helene).await;
    assert_eq!(page.location(), Some(rentree("")), "{}", page.text());
    helene
}

/// Hélène comes back from holidays: her session of June is over.
async fn in_august(app: &App) -> Client<'_> {
    app.at("2027-08-30T09:00");
    app.by(Who::Helene).await
}

async fn open(client: &Client<'_>) -> Page {
    client.post(&rentree("/ouverture"), &[("quand", "maintenant")]).await
}

/// The identifier of a class that is prepared.
async fn draft_class(client: &Client<'_>, name: &str) -> String {
    let link = client.get(&rentree("")).await.link(name).unwrap();
    link.rsplit('/').next().unwrap().to_owned()
}

/// The classes somebody sits in, or whose families; `CE1 de M. Roux`, by their names.
async fn classes(app: &App, who: Who) -> Vec<String> {
    let mut tx = app.read().await;
    let viewer = Viewer::load(&mut tx, who.account()).await.unwrap();
    let is_of_class = |kind: CircleKind| matches!(kind, CircleKind::Class | CircleKind::Families);
    let seats = viewer.seats.into_iter().filter(|it| is_of_class(it.kind) && it.of_circle != Some(Tilleuls.pupils()));
    let mut names: Vec<String> = seats.map(|it| it.name).collect();
    names.sort();
    names.dedup();
    names
}

/// The class of a name that is open.
async fn class(app: &App, name: &str) -> CircleId {
    let sql = "select id from circle where name = $1 and kind = 'class' and until is null";
    let row: (CircleId,) = app.read().await.one(sql, args![name]).await.unwrap();
    row.0
}

/// The number a statement answers.
async fn count(app: &App, sql: &'static str, args: &[Arg]) -> i64 {
    app.read().await.count(sql, args).await.unwrap()
}

/// Changes something behind the pages.
async fn change(app: &App, sql: &'static str, args: &[Arg]) {
    let mut tx = app.write().await;
    tx.change(sql, args).await.unwrap();
    tx.commit().await.unwrap();
}

/// An address where somebody is reached.
async fn reached(app: &App, who: Who, email: &str) {
    change(app, "update account set email = $2 where id = $1", args![who.account(), email.to_owned()]).await;
}

/// The directory holds somebody no more.
async fn gone(app: &App, who: Who) {
    let now = app.now();
    change(app, "update person set gone_at = $2 where id = $1", args![who.person(), now]).await;
}

/// The directory holds somebody again.
async fn there(app: &App, who: Who) {
    change(app, "update person set gone_at = null where id = $1", args![who.person()]).await;
}

/// The night of departures, and the letters that leave by it.
async fn night(app: &App, when: &str) {
    app.at(when);
    (years::departure::night::NIGHT.run)(app.house.clone(), String::new()).await.unwrap();
    app.run_jobs().await;
}

/// The night of the schedule of retention.
async fn erase(app: &App) {
    let rule = *app.house.rules.find("accounts-gone").unwrap();
    retention::run(&app.house, &rule, &app.now().day().to_string()).await.unwrap();
    app.run_jobs().await;
}
