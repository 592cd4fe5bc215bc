//! Messages through HTTP, with the named world, on both databases.
#![expect(clippy::unwrap_used, reason = "tests")]

mod absence;
mod anomaly;
mod carried;
mod closing;
mod communication;
mod group;
mod keeping;
mod leaving;
mod many;
mod mass;
mod matrix;
mod pupils;
mod recall;
mod reported;
mod safety;
mod strangers;
mod suggestions;
mod team;
mod trace;
mod two_way;
mod writing;

use db::{Arg, args};
use testkit::{App, Client, Page, Who};
use web::Service;

const SERVICES: &[&Service] = &[&messages::SERVICE];

/// Thursday morning, while the school delivers.
const OPEN: &str = "2026-10-01T10:00";

/// A person, as the form names them.
fn person(who: Who) -> String {
    format!("personne-{}", who.person())
}

/// The parents of a child, as the form names them.
fn family(child: Who) -> String {
    format!("famille-{}", child.person())
}

/// Sends a message as the form would, with what else is in it.
async fn try_send(client: &Client<'_>, to: &[&str], subject: &str, body: &str, more: &[(&str, &str)]) -> Page {
    let mut fields: Vec<(&str, &str)> = to.iter().map(|target| ("to", *target)).collect();
    fields.extend([("subject", subject), ("body", body), ("suite", "envoyer")]);
    fields.extend(more);
    client.upload("/messages", &fields, &[]).await
}

/// Sends a message, confirms it when it goes to a circle; answers the address of its conversation.
async fn send(client: &Client<'_>, to: &[&str], subject: &str, body: &str) -> String {
    let answer = try_send(client, to, subject, body, &[]).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let place = answer.location().unwrap();
    if !place.starts_with("/messages/envois/") {
        return place;
    }
    let confirmed = client.post(&place, &[]).await;
    assert_eq!(confirmed.status, 303, "{}", confirmed.text());
    confirmed.location().unwrap()
}

/// Sends a message about a child; answers the address of its conversation.
async fn send_about(client: &Client<'_>, to: &[&str], subject: &str, about: &str) -> String {
    let answer = try_send(client, to, subject, "Bonjour.", &[("about", about)]).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.location().unwrap()
}

/// Answers in a conversation; answers the address of the one the answer is in.
async fn answer(client: &Client<'_>, thread: &str, body: &str) -> String {
    let answer = client.upload(&format!("{thread}/reponses"), &[("body", body)], &[]).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.location().unwrap()
}

/// Checks what an address answers to each of these people.
async fn answers(app: &App, path: &str, status: u16, people: &[Who]) {
    for who in people {
        let page = app.by(*who).await.get(path).await;
        assert_eq!(page.status, status, "{path} to {who:?}: {}", page.text());
    }
}

/// Whether a list of somebody names a conversation.
async fn lists(app: &App, who: Who, path: &str, subject: &str) -> bool {
    app.by(who).await.get(path).await.texts(".message-title").iter().any(|title| title == subject)
}

/// The number a statement answers.
async fn count(app: &App, sql: &'static str, args: &[Arg]) -> i64 {
    app.read().await.count(sql, args).await.unwrap()
}

/// How many notices somebody has not read.
async fn unread(app: &App, who: Who) -> i64 {
    let sql = "select count(*) as n from notification where person_id = $1 and read_at is null and visible_from <= $2";
    count(app, sql, args![who.person(), app.now()]).await
}
