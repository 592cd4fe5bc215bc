//! Protection through HTTP, with the named world, on both databases.
#![expect(clippy::unwrap_used, reason = "tests")]

mod class_images;
mod images;
mod listeners;
mod queue;
mod reports;
mod strangers;
mod talks;
mod thing;
mod words;

use db::{Arg, args};
use testkit::{App, Who};
use thing::BILLETS;
use web::Service;

/// Protection, and a service of one kind of things to report.
const SERVICES: &[&Service] = &[&protection::SERVICE, &BILLETS];

/// Checks what an address answers to each of these people.
async fn answers(app: &App, path: &str, status: u16, people: &[Who]) {
    for who in people {
        let page = app.by(*who).await.get(path).await;
        assert_eq!(page.status, status, "{path} to {who:?}: {}", page.text());
    }
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

/// How many notices tell somebody this, read or not.
async fn notices(app: &App, who: Who, verb: &str) -> i64 {
    let sql = "select count(*) as n from notification where person_id = $1 and verb = $2";
    count(app, sql, args![who.person(), verb]).await
}
