//! The journal through HTTP, with the named world, on both databases.
#![expect(clippy::unwrap_used, reason = "tests")]

mod archive;
mod authors;
mod care;
mod comment_reports;
mod comments;
mod departures;
mod editions;
mod groups;
mod images;
mod in_charge;
mod moderation;
mod pause;
mod photos;
mod publishing;
mod reading;
mod review;
mod strangers;
mod writing;

use db::{Arg, args};
use testkit::{App, Classroom, Client, Page, Who};
use web::Service;

const SERVICES: &[&Service] = &[&journal::SERVICE];

/// Those who read what is published for the CP and its families: a pupil and both parents, who live apart.
const READERS: [Who; 3] = [Who::Zoe, Who::Paul, Who::Claire];

/// What is usually typed in the form of a post.
const USUAL: [(&str, &str); 3] =
    [("title", "La mare"), ("body", "Nous avons vu des têtards."), ("audience", "class-and-families")];

/// The usual form, some fields of it typed otherwise.
fn form<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let usual: [(&'a str, &'a str); 3] = USUAL;
    let kept = usual.into_iter().filter(|(name, _)| changes.iter().all(|(changed, _)| changed != name));
    kept.chain(changes.iter().copied()).collect()
}

/// Writes a post in the journal of a class; answers its address.
async fn write(client: &Client<'_>, class: Classroom, fields: &[(&str, &str)]) -> String {
    let answer = client.upload(&class.path("/billets"), fields, &[]).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.location().unwrap()
}

/// Opens the form of a post, fills it in and sends it; answers the page it leads to.
async fn change(client: &Client<'_>, post: &str, fields: &[(&str, &str)]) -> Page {
    let edition = edition(client, post).await;
    let answer = client.upload(post, &[fields, &[("edition", edition.as_str())][..]].concat(), &[]).await;
    client.follow(&answer).await
}

/// The edition of a post that a form opened now would be filled in from.
async fn edition(client: &Client<'_>, post: &str) -> String {
    client.get(&step(post, "modifier")).await.attributes("input[name=edition]", "value").concat()
}

/// Publishes a post; answers the page it leads to.
async fn publish(client: &Client<'_>, post: &str) -> Page {
    client.post_then(&step(post, "publication"), &[]).await
}

/// Writes a post and publishes it; answers its address.
async fn published(client: &Client<'_>, class: Classroom, fields: &[(&str, &str)]) -> String {
    let post = write(client, class, fields).await;
    publish(client, &post).await;
    post
}

/// The address of a step of a post.
fn step(post: &str, noun: &str) -> String {
    format!("{post}/{noun}")
}

/// A part of an address: that of `/billets/1` numbered 2 is `1`.
fn part(address: &str, number: usize) -> &str {
    address.split('/').nth(number).unwrap()
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

/// How many events tell this.
async fn events(app: &App, verb: &str) -> i64 {
    count(app, "select count(*) as n from event where verb = $1", args![verb]).await
}

/// How many notices tell somebody this, read or not.
async fn notices(app: &App, who: Who, verb: &str) -> i64 {
    count(app, "select count(*) as n from notification where person_id = $1 and verb = $2", args![who.person(), verb])
        .await
}
