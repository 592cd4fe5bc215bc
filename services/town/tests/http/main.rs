//! « Ma commune » through HTTP, with the named world, on both databases.
#![expect(clippy::unwrap_used, reason = "tests")]

mod canteen;
mod flash;
mod hours;
mod menus;
mod network;
mod notices;
mod offers;
mod papers;
mod profiles;
mod strangers;
mod strikes;
mod team;

use db::Arg;
use testkit::{App, Client, Page, Place, Who};
use web::Service;

const SERVICES: &[&Service] = &[&town::SERVICE];

/// The commune of Les Tilleuls.
const MONTAUBRAC: &str = "town:031:montaubrac";
/// The commune of Jules-Verne.
const SAINTE_FOY: &str = "town:031:sainte-foy";

/// Gives the account of Adélaïde one task in place of hers.
async fn task(app: &App, role: &str, scope: &str) {
    let mut tx = app.write().await;
    let change = "update account_grant set role = $2, scope = $3 where account_id = $1";
    tx.change(change, db::args![Who::Adelaide.account(), role, scope]).await.unwrap();
    tx.commit().await.unwrap();
}

/// A browser of somebody who publishes for Montaubrac.
async fn editor(app: &App) -> Client<'_> {
    task(app, "town-editor", MONTAUBRAC).await;
    app.by(Who::Adelaide).await
}

/// The number a statement answers.
async fn count(app: &App, sql: &'static str, args: &[Arg]) -> i64 {
    app.read().await.count(sql, args).await.unwrap()
}

/// Checks what an address answers to each of these people.
async fn answers(app: &App, path: &str, status: u16, people: &[Who]) {
    for who in people {
        let page = app.by(*who).await.get(path).await;
        assert_eq!(page.status, status, "{path} to {who:?}: {}", page.text());
    }
}

/// Where the first form of a page whose address ends so is sent.
fn action(page: &Page, end: &str) -> String {
    let css = format!("form[action$='{end}']");
    page.attributes(&css, "action").first().cloned().unwrap_or_default()
}

/// The identifier of a school, as forms send it.
fn school(place: Place) -> String {
    place.id().to_string()
}

/// What is usually typed, some of it typed otherwise or added.
fn form<'a>(usual: &[(&'a str, &'a str)], changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = usual.iter().copied().filter(|(name, _)| changes.iter().all(|(changed, _)| changed != name));
    kept.chain(changes.iter().copied()).collect()
}
