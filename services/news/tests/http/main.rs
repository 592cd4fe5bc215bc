//! News through HTTP, with the named world, on both databases.
#![expect(clippy::unwrap_used, reason = "tests")]

mod banner;
mod comments;
mod departures;
mod ending;
mod publishing;
mod strangers;
mod territory;
mod time;
mod writing;

use db::{Arg, args};
use testkit::{App, Classroom, Client, Page, Place, Who};
use web::Service;

const SERVICES: &[&Service] = &[&news::SERVICE];

/// Everybody of the world.
const EVERYBODY: [Who; 16] = [
    Who::Helene,
    Who::Thomas,
    Who::Rose,
    Who::Agnes,
    Who::Zoe,
    Who::Paul,
    Who::Claire,
    Who::Tom,
    Who::Lina,
    Who::Samia,
    Who::Karim,
    Who::Hector,
    Who::Thea,
    Who::Enzo,
    Who::Perrine,
    Who::Adelaide,
];

/// The scope of a class.
fn class(class: Classroom) -> String {
    format!("class:{}", class.id())
}

/// The scope of a school.
fn school(place: Place) -> String {
    format!("school:{}", place.id())
}

/// What is usually typed, some fields of it typed otherwise or added; a field named twice in the changes is sent twice.
fn form<'a>(scope: &'a str, changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let usual = [
        ("scope", scope),
        ("publics", "families"),
        ("rubric", "evenements"),
        ("title", "La fête"),
        ("body", "Samedi à 10 h dans la cour."),
    ];
    let kept = usual.into_iter().filter(|(name, _)| changes.iter().all(|(changed, _)| changed != name));
    kept.chain(changes.iter().copied()).collect()
}

/// Writes a news; answers its address.
async fn write(client: &Client<'_>, fields: &[(&str, &str)]) -> String {
    let answer = client.upload("/actualites", fields, &[]).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.location().unwrap()
}

/// Publishes a news; answers the page it leads to.
async fn publish(client: &Client<'_>, news: &str) -> Page {
    client.post_then(&step(news, "publication"), &[]).await
}

/// Writes a news and publishes it; answers its address.
async fn published(client: &Client<'_>, fields: &[(&str, &str)]) -> String {
    let news = write(client, fields).await;
    publish(client, &news).await;
    news
}

/// Opens the form of a news, fills it in and sends it; answers the answer.
async fn change(client: &Client<'_>, news: &str, fields: &[(&str, &str)]) -> Page {
    let edition = client.get(&step(news, "modifier")).await.attributes("input[name=edition]", "value").concat();
    client.upload(news, &[fields, &[("edition", edition.as_str())][..]].concat(), &[]).await
}

/// The address of a step of a news.
fn step(news: &str, noun: &str) -> String {
    format!("{news}/{noun}")
}

/// Who reads a news, among everybody, in the order given.
async fn readers(app: &App, news: &str) -> Vec<Who> {
    let mut readers = Vec::new();
    for who in EVERYBODY {
        if app.by(who).await.get(news).await.status == 200 {
            readers.push(who);
        }
    }
    readers
}

/// The titles somebody finds in the list, in order.
async fn finds(app: &App, who: Who) -> Vec<String> {
    app.by(who).await.get("/actualites").await.texts(".card-title")
}

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

/// How many shares there are.
async fn shares(app: &App) -> i64 {
    count(app, "select count(*) as n from share", &[]).await
}

/// How many events tell this.
async fn events(app: &App, verb: &str) -> i64 {
    count(app, "select count(*) as n from event where verb = $1", args![verb]).await
}

/// Gives the account of Adélaïde one task in place of hers.
async fn task(app: &App, role: &str, scope: &str) {
    let mut tx = app.write().await;
    let change = "update account_grant set role = $2, scope = $3 where account_id = $1";
    tx.change(change, args![Who::Adelaide.account(), role, scope]).await.unwrap();
    tx.commit().await.unwrap();
}
