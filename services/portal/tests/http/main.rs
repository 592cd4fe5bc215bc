//! Public sites through HTTP, with the named world, on both databases.
#![expect(clippy::unwrap_used, reason = "tests")]

mod delegation;
mod form;
mod leftover;
mod legal;
mod public;
mod publication;
mod report;
mod strangers;
mod town;

use db::{Arg, args};
use testkit::{App, Client, Page, Place, Who};
use web::Service;

const SERVICES: &[&Service] = &[&portal::SERVICE];

/// The address everybody reads the site of Les Tilleuls at.
const PUBLIC: &str = "/sites/0310001h-les-tilleuls";

/// Makes the site of Les Tilleuls and opens it; answers the address of its desk.
async fn site(app: &App) -> String {
    let helene = app.by(Who::Helene).await;
    let desk = make(&helene, &format!("school:{}", Place::Tilleuls.id())).await;
    assert_eq!(helene.post(&format!("{desk}/ouverture"), &[]).await.status, 303);
    desk
}

/// Makes a site; answers the address of its desk.
async fn make(client: &Client<'_>, scope: &str) -> String {
    let answer = client.post("/mon-site", &[("scope", scope)]).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.location().unwrap().trim_end_matches("/reglages").to_owned()
}

/// What is usually typed, some fields of it typed otherwise or added.
fn form<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let usual = [
        ("kind", "page"),
        ("title", "La cantine"),
        ("b0-kind", "text"),
        ("b0-text", "Le menu est affiché devant l’école."),
        ("etape", "garder"),
    ];
    let kept = usual.into_iter().filter(|(name, _)| changes.iter().all(|(changed, _)| changed != name));
    kept.chain(changes.iter().copied()).collect()
}

/// Writes a page; answers its address.
async fn write(client: &Client<'_>, desk: &str, fields: &[(&str, &str)]) -> String {
    let answer = client.upload(&format!("{desk}/pages"), fields, &[]).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.location().unwrap().trim_end_matches("/publication").to_owned()
}

/// Puts a page on line as it stands; answers the answer.
async fn publish(client: &Client<'_>, page: &str, more: &[(&str, &str)]) -> Page {
    let address = format!("{page}/publication");
    let edition = client.get(&address).await.attributes("input[name=edition]", "value").concat();
    client.post(&address, &[&[("edition", edition.as_str())][..], more].concat()).await
}

/// Writes a page and puts it on line, as the head; answers its address.
async fn on_line(app: &App, desk: &str, fields: &[(&str, &str)]) -> String {
    let helene = app.by(Who::Helene).await;
    let page = write(&helene, desk, fields).await;
    let answer = publish(&helene, &page, &[]).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    page
}

/// The number a statement answers.
async fn count(app: &App, sql: &'static str, args: &[Arg]) -> i64 {
    app.read().await.count(sql, args).await.unwrap()
}

/// How many rows of the audit journal tell this.
async fn audited(app: &App, action: &str) -> i64 {
    count(app, "select count(*) as n from audit where action = $1", args![action]).await
}
