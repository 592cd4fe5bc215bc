//! What a head runs, through HTTP, with the named world, on both databases.
#![expect(clippy::unwrap_used, reason = "tests")]

mod acting;
mod delegation;
mod inspection;
mod limits;
mod replacement;
mod services;
mod settings;
mod strangers;

use askama::Template;
use axum::{Router, routing::get};
use db::{Arg, args};
use school::{Right, Viewer};
use testkit::{App, Client, Page, Place::Tilleuls, Who};
use web::{Answer, Place, Service, SignedIn, Site};

/// A page of a service that is under no test.
#[derive(Template)]
#[template(source = "<h1></h1>", ext = "html")]
struct Blank;

async fn blank(visit: SignedIn) -> Answer {
    visit.page("Essai", &Blank)
}

fn journal_routes() -> Router<Site> {
    Router::new().route("/journal", get(blank))
}

fn other_routes() -> Router<Site> {
    Router::new().route("/autre", get(blank))
}

/// A service a school may close, as the journal is.
const JOURNAL: Service = Service {
    closable: true,
    readers: true,
    places: |_| vec![Place::new("Le journal", "/journal", "journal", 20)],
    ..Service::new("journal", journal_routes, &["GET /journal"])
};
/// One that is always open.
const OTHER: Service = Service::new("autre", other_routes, &["GET /autre"]);

const SERVICES: &[&Service] = &[&headship::SERVICE, &JOURNAL, &OTHER];

/// Thursday morning.
const THURSDAY: &str = "2026-10-01T11:00";

/// A page of Les Tilleuls.
fn of_school(end: &str) -> String {
    format!("/ecoles/{}{end}", Tilleuls.id())
}

/// Runs a statement in the house.
async fn run(app: &App, sql: &'static str, args: &[Arg]) {
    let mut tx = app.write().await;
    tx.change(sql, args).await.unwrap();
    tx.commit().await.unwrap();
}

/// The number a statement answers.
async fn count(app: &App, sql: &'static str, args: &[Arg]) -> i64 {
    app.read().await.count(sql, args).await.unwrap()
}

/// How many times somebody did this, by the audit journal.
async fn audited(app: &App, who: Who, action: &str) -> i64 {
    let sql = "select count(*) as n from audit where account_id = $1 and action = $2";
    count(app, sql, args![who.account(), action]).await
}

/// Checks what an address answers to each of these people.
async fn answers(app: &App, path: &str, status: u16, people: &[Who]) {
    for who in people {
        let page = app.by(*who).await.get(path).await;
        assert_eq!(page.status, status, "{path} to {who:?}: {}", page.text());
    }
}

/// Somebody as loaders see them.
async fn viewer(app: &App, who: Who) -> Viewer {
    let mut tx = app.read().await;
    Viewer::load(&mut tx, who.account()).await.unwrap()
}

/// Whether somebody does this in a class of Les Tilleuls.
async fn may(app: &App, who: Who, right: Right, class: testkit::Classroom) -> bool {
    viewer(app, who).await.may_in(right, class.id(), Tilleuls.id())
}

/// Makes Adélaïde the inspector of a circonscription; Les Tilleuls are in the one of number 790001.
async fn inspector<'a>(app: &'a App, district: &str) -> Client<'a> {
    let grant = "update account_grant set role = 'district-admin', scope = $2 where account_id = $1";
    run(app, grant, args![Who::Adelaide.account(), format!("district:16:{district}")]).await;
    run(app, "update school set district = 790001 where id = $1", args![Tilleuls.id()]).await;
    app.by(Who::Adelaide).await
}

/// Opens a class for some days; answers the address of the slip.
async fn open(client: &Client<'_>, class: testkit::Classroom, days: &str, replaced: Who) -> String {
    let fields = [("days", days), ("replaced", &*replaced.person().to_string())];
    let made = client.post(&class.path("/remplacements"), &fields).await;
    assert_eq!(made.status, 303, "{}", made.text());
    made.location().unwrap()
}

/// The code a slip shows.
async fn code(client: &Client<'_>, slip: &str) -> String {
    client.get(slip).await.texts("main strong").concat()
}

/// Types a code.
async fn typed(app: &App, who: Who, code: &str) -> Page {
    app.by(who).await.post("/remplacement", &[("code", code)]).await
}
