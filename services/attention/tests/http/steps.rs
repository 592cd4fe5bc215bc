//! Steps that several stories share, and a service whose things a link reads.

use crate::SERVICES;
use axum::Router;
use commons::{
    Attention, Kind, Level, ThingId,
    attention::{alert_circles, still_told},
    share,
    thing::{self, Card, NewThing},
};
use db::{Arg, Moment, args};
use richtext::Doc;
use school::{CircleId, Right, Viewer, account};
use testkit::{App, Classroom, Place, Who};
use web::{Bearer, Reading, Service, Site};

const KIND: Kind = Kind { name: "mots", managed_by: Some(Right::PublishJournal) };

/// A public key of RFC 8291 and its secret: what a browser gives.
pub(crate) const KEYS: (&str, &str) = (
    "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
    "BTBZMqHH6r4Tts7J_aSIgg",
);

/// A service whose things are read by a link.
pub(crate) const MOTS: Service =
    Service { reading: |tx, bearer| Box::pin(read(tx, bearer)), ..Service::new("mots", Router::<Site>::new, &[]) };

async fn read(tx: &mut db::Tx, bearer: &Bearer) -> db::Result<Option<Reading>> {
    if bearer.kind != KIND.name {
        return Ok(None);
    }
    let viewer = Viewer::load(tx, bearer.account).await?;
    let told = still_told(tx, &viewer, bearer.thing, &[]).await?;
    Ok(told.map(|told| Reading {
        title: told.title,
        about: "Thomas Roux".to_owned(),
        body: Doc::from_plain("Rendez-vous à 9 heures."),
        asked: Some("À signer avant le 12 octobre".to_owned()),
    }))
}

/// A thing of the CP that its families, or other circles, see from an instant on.
pub(crate) async fn give(app: &App, title: &str, asks: Attention, circles: &[CircleId], from: Moment) -> ThingId {
    let mut tx = app.write().await;
    let card = Card { title, excerpt: "", cover: None, cover_alt: None };
    let (school, circle, author) = (Place::Tilleuls.id(), Classroom::Cp.id(), Who::Thomas.person());
    let new = NewThing { kind: &KIND, school, circle, year: 2026, author, card, attention: asks };
    let id = thing::create(&mut tx, &new).await.unwrap();
    for circle in circles {
        share::grant(&mut tx, id, *circle, Level::See, from, author).await.unwrap();
    }
    tx.commit().await.unwrap();
    id
}

/// A thing the families of the CP must answer, told at an instant.
pub(crate) async fn ask(app: &App, title: &str, at: Moment) -> ThingId {
    let families = [Classroom::Cp.families()];
    let id = give(app, title, Attention::Action, &families, at).await;
    let mut tx = app.write().await;
    alert_circles(&mut tx, id, &families, at).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// Gives somebody an address.
pub(crate) async fn write_to(app: &App, who: Who, email: &str) {
    let mut tx = app.write().await;
    account::set_email(&mut tx, who.account(), Some(email)).await.unwrap();
    tx.commit().await.unwrap();
}

/// Lets a browser of somebody be woken.
pub(crate) async fn subscribe(app: &App, who: Who, endpoint: &str) {
    let fields = [("endpoint", endpoint), ("p256dh", KEYS.0), ("auth", KEYS.1)];
    let page = app.by(who).await.post_then("/notifications/abonnements", &fields).await;
    assert!(page.says("Cet appareil est autorisé."), "{}", page.text());
}

/// Lets out all that is due.
pub(crate) async fn turn(app: &App) -> usize {
    attention::turn(&app.house, SERVICES).await.unwrap()
}

/// Runs a statement in the house.
pub(crate) async fn run(app: &App, sql: &'static str, args: &[Arg]) {
    let mut tx = app.write().await;
    tx.change(sql, args).await.unwrap();
    tx.commit().await.unwrap();
}

/// The number a statement answers.
pub(crate) async fn count(app: &App, sql: &'static str, args: &[Arg]) -> i64 {
    app.read().await.count(sql, args).await.unwrap()
}

/// How many rows of the queue are in a state.
pub(crate) async fn rows(app: &App, state: &str) -> i64 {
    count(app, "select count(*) as n from outing where state = $1", args![state]).await
}

/// The endpoints woken so far.
pub(crate) fn woken(app: &App) -> Vec<String> {
    app.house.push.record().into_iter().map(|push| push.endpoint).collect()
}
