//! A service of one kind of things, as the journal is one: what the shared pages of reports need of any other.

use axum::{Router, routing::get};
use commons::{
    Attention, Kind, Level, Thing, ThingId, share,
    thing::{self, Card, NewThing},
};
use db::{Moment, Result, Tx};
use school::{Right, Viewer};
use testkit::{App, Classroom::Cp, Place::Tilleuls, Who};
use web::{Answer, Path, Reportable, Review, Service, SignedIn};

const KIND: Kind = Kind { name: "billets", managed_by: Some(Right::PublishJournal) };

/// The service: things are read at `/billets/{id}`, and one waits to be read over by whoever teaches.
pub(crate) const BILLETS: Service = Service {
    reportable: |tx, viewer, kind, id| Box::pin(find(tx, viewer, kind, id)),
    to_review: |_, viewer| Box::pin(async move { Ok(reviews(viewer)) }),
    ..Service::new("billets", || Router::new().route("/billets/{id}", get(show)), &[])
};

/// What waits to be read over.
pub(crate) const WAITS: &str = "Mon lapin";

async fn find(tx: &mut Tx, viewer: &Viewer, kind: &str, id: ThingId) -> Result<Option<Reportable>> {
    if kind != KIND.name {
        return Ok(None);
    }
    let thing = Thing::load(tx, viewer, &KIND, id, Level::See).await?;
    let withdrawal = (thing.level == Level::Manage).then(|| format!("{}/retrait", thing.path()));
    Ok(Some(Reportable { thing, withdrawal, look: None }))
}

fn reviews(viewer: &Viewer) -> Vec<Review> {
    let teaches = viewer.taught().next().is_some();
    let review = Review {
        what: "Billet à relire",
        title: WAITS.to_owned(),
        href: "/billets/1".to_owned(),
        about: "Zoé M. · CP de M. Roux".to_owned(),
        since: Moment(1_790_000_000_000),
    };
    if teaches { vec![review] } else { Vec::new() }
}

async fn show(mut visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    let mut tx = visit.read().await?;
    Thing::load(&mut tx, &visit.viewer, &KIND, id, Level::See).await?;
    drop(tx);
    let page = Nothing;
    visit.page("Billet", &page)
}

#[derive(askama::Template)]
#[template(source = "<h1></h1>", ext = "html")]
struct Nothing;

/// A thing of Thomas that the CP and its families read; answers it.
pub(crate) async fn published(app: &App) -> ThingId {
    let mut tx = app.write().await;
    let card = Card { title: "La mare", excerpt: "Nous avons vu des têtards.", cover: None, cover_alt: None };
    let (school, circle, author) = (Tilleuls.id(), Cp.id(), Who::Thomas.person());
    let new = NewThing { kind: &KIND, school, circle, year: 2026, author, card, attention: Attention::Memory };
    let id = thing::create(&mut tx, &new).await.unwrap();
    for reader in [Cp.id(), Cp.families()] {
        share::grant(&mut tx, id, reader, Level::See, app.now(), author).await.unwrap();
    }
    tx.commit().await.unwrap();
    id
}

/// The address where a thing is reported.
pub(crate) fn report_of(thing: ThingId) -> String {
    format!("/signaler/billets/{thing}")
}
