//! The service through HTTP, with the named world, on both databases.
#![expect(clippy::unwrap_used, reason = "tests")]

mod challenge;
mod ending;
mod making;
mod rule;
mod schools;
mod strangers;

use db::{Arg, args};
use school::{CircleId, Role, Viewer, circle};
use testkit::{App, Classroom, Client, Page, Place, Who};
use web::Service;

const SERVICES: &[&Service] = &[&groups::SERVICE];

/// Thursday morning.
const THURSDAY: &str = "2026-10-01T10:00";

/// The groups of a school.
fn list(place: Place) -> String {
    format!("/ecoles/{}/groupes", place.id())
}

/// The part of a school in a group.
fn part(group: &str, place: Place) -> String {
    format!("{group}/ecoles/{}", place.id())
}

/// The circle of a group, by its address.
fn circle_of(group: &str) -> CircleId {
    group.rsplit('/').next().unwrap().parse().unwrap()
}

/// Makes a group until Christmas; answers its address.
async fn make(client: &Client<'_>, place: Place, name: &str, way: &str) -> String {
    let fields = [("name", name), ("purpose", "need"), ("way", way), ("last", "2026-12-18")];
    let made = client.post(&list(place), &fields).await;
    assert_eq!(made.status, 303, "{}", made.text());
    let part = made.location().unwrap();
    part.split("/ecoles/").next().unwrap().to_owned()
}

/// Ticks pupils of their classes, and adults, in the part of a school.
async fn choose(client: &Client<'_>, part: &str, pupils: &[(Classroom, Who)], adults: &[Who]) -> Page {
    let pupils = pupils.iter().map(|(class, who)| (format!("eleves-{}", class.id()), who.person().to_string()));
    let adults = adults.iter().map(|who| ("adults".to_owned(), who.person().to_string()));
    let fields: Vec<(String, String)> = pupils.chain(adults).collect();
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    client.post(part, &fields).await
}

/// A group by hand of Thomas, with Zoé of his class and Tom of another.
async fn reading(app: &App) -> String {
    let thomas = app.by(Who::Thomas).await;
    let group = make(&thomas, Place::Tilleuls, "Lecture du mardi", "choix").await;
    let pupils = [(Classroom::Cp, Who::Zoe), (Classroom::Ce, Who::Tom)];
    let chosen = choose(&thomas, &part(&group, Place::Tilleuls), &pupils, &[]).await;
    assert_eq!(chosen.status, 303, "{}", chosen.text());
    group
}

/// The first names of the pupils of a group.
async fn pupils(app: &App, group: &str) -> Vec<String> {
    let mut tx = app.read().await;
    let members = circle::members(&mut tx, circle_of(group), Role::Pupil).await.unwrap();
    members.into_iter().map(|it| it.first_name).collect()
}

/// Somebody as loaders see them.
async fn viewer(app: &App, who: Who) -> Viewer {
    let mut tx = app.read().await;
    Viewer::load(&mut tx, who.account()).await.unwrap()
}

/// Whether somebody sits in a group, or in its families.
async fn sits(app: &App, who: Who, group: &str) -> bool {
    let id = circle_of(group);
    viewer(app, who).await.seats.iter().any(|seat| seat.circle == id || seat.of_circle == Some(id))
}

/// Runs a statement in the house.
async fn run(app: &App, sql: &'static str, args: &[Arg]) {
    let mut tx = app.write().await;
    tx.change(sql, args).await.unwrap();
    tx.commit().await.unwrap();
}

/// What is done each night.
async fn night(app: &App) {
    for job in groups::SERVICE.nightly {
        (job.run)(app.house.clone(), String::new()).await.unwrap();
    }
}

/// How many times somebody did this, by the audit journal.
async fn audited(app: &App, who: Who, action: &str) -> i64 {
    let sql = "select count(*) as n from audit where account_id = $1 and action = $2";
    app.read().await.count(sql, args![who.account(), action]).await.unwrap()
}

/// Checks what an address answers to each of these people.
async fn answers(app: &App, path: &str, status: u16, people: &[Who]) {
    for who in people {
        let page = app.by(*who).await.get(path).await;
        assert_eq!(page.status, status, "{path} to {who:?}: {}", page.text());
    }
}
