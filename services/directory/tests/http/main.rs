//! The directory through HTTP, with the named world, on both databases.
#![expect(clippy::unwrap_used, reason = "tests")]

mod archive;
mod class;
mod days;
mod hours;
mod imports;
mod my_school;
mod quality;
mod reports;
mod running;
mod strangers;

use db::{Arg, args};
use testkit::{App, Client, Page, Who};
use web::Service;

const SERVICES: &[&Service] = &[&directory::SERVICE];

/// The list of imports, where they are started too.
const IMPORTS: &str = "/annuaire/imports";

/// Checks what an address answers to each of these people.
async fn answers(app: &App, path: &str, status: u16, people: &[Who]) {
    for who in people {
        let page = app.by(*who).await.get(path).await;
        assert_eq!(page.status, status, "{path} to {who:?}: {}", page.text());
    }
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

/// How many times somebody did this to somebody or something, by the audit journal.
async fn audited(app: &App, who: Who, action: &str, subject: &str) -> i64 {
    let sql = "select count(*) as n from audit where account_id = $1 and action = $2 and subject = $3";
    count(app, sql, args![who.account(), action, subject]).await
}

/// The list of imports once it shows so many and none runs: an import goes on after the answer to its form.
async fn once_done(client: &Client<'_>, imports: usize) -> Page {
    for _ in 0..1500 {
        let page = client.get(IMPORTS).await;
        if page.texts("main tbody tr").len() == imports && !page.has("progress") {
            return page;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    panic!("the list never shows {imports} imports");
}

/// The report of the newest import of a list.
async fn newest(client: &Client<'_>, list: &Page) -> Page {
    client.get(&list.attributes("main tbody a", "href")[0]).await
}
