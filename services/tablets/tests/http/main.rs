//! The doors for children through HTTP, with the named world, on both databases.
#![expect(clippy::unwrap_used, reason = "tests")]

mod all_pictures;
mod badges;
mod home;
mod kept;
mod pairing;
mod phrase;
mod pictures;
mod strangers;
mod tablets;
mod wall;

use commons::audit::Action;
use db::{Arg, args};
use testkit::{App, Classroom, Client, Page, Who};
use web::Service;

const SERVICES: &[&Service] = &[&::tablets::SERVICE];

/// A morning of school.
const MORNING: &str = "2026-10-05T09:00";

/// A tablet a teacher has just enrolled in a class, for « jour » or « annee »; nobody is signed in on it.
async fn tablet<'a>(app: &'a App, teacher: Who, class: Classroom, length: &str) -> Client<'a> {
    let client = app.by(teacher).await;
    let fields = [("nom", "Tablette bleue"), ("duree", length), ("charte", "on")];
    let answer = client.post(&class.path("/tablettes"), &fields).await;
    assert_eq!(answer.location().as_deref(), Some("/tablette"), "{}", answer.text());
    client
}

/// Changes something behind the scenes.
async fn change(app: &App, sql: &'static str, args: &[Arg]) {
    let mut tx = app.write().await;
    tx.change(sql, args).await.unwrap();
    tx.commit().await.unwrap();
}

/// Puts a pupil in another level.
async fn level(app: &App, who: Who, level: &str) {
    change(app, "update person set level = $2 where id = $1", args![who.person(), level]).await;
}

/// The number a statement answers.
async fn count(app: &App, sql: &'static str, args: &[Arg]) -> i64 {
    app.read().await.count(sql, args).await.unwrap()
}

/// How often something is in the journal.
async fn acts(app: &App, action: Action) -> i64 {
    count(app, "select count(*) as n from audit where action = $1", args![action]).await
}

/// Taps a pupil on the wall.
async fn tap(client: &Client<'_>, who: Who) -> Page {
    client.post(&format!("/tablette/eleves/{}", who.person()), &[]).await
}

/// The page of a pupil's codes, or something under it.
fn codes(class: Classroom, who: Who, rest: &str) -> String {
    class.path(&format!("/codes/{}{rest}", who.person()))
}

/// Whether a child is in: the page of one's own works opens.
async fn is_in(client: &Client<'_>) -> bool {
    client.get("/mes-travaux").await.status == 200
}

/// Checks that somebody came in.
#[track_caller]
fn assert_came_in(answer: &Page, to: &str) {
    assert_eq!(answer.location().as_deref(), Some(to), "{} {}", answer.status, answer.text());
}
