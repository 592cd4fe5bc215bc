//! Steps of a news that need no more than a button.

use super::MANAGED;
use crate::{W, ending, news::News, publication};
use commons::{Level, ThingId};
use serde::Deserialize;
use web::{Answer, Form, Path, SignedIn};

pub(crate) async fn cancel(mut visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    let mut tx = visit.write().await?;
    let news = News::load(&mut tx, &visit.viewer, id, Level::Manage).await?;
    publication::cancel(&mut tx, &visit.viewer, &news).await?;
    tx.commit().await?;
    // The draft of a colleague is no longer visible: the list always is.
    Ok(visit.done(MANAGED, W.cancelled()))
}

pub(crate) async fn expire(mut visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    let mut tx = visit.write().await?;
    let news = News::load(&mut tx, &visit.viewer, id, Level::Manage).await?;
    ending::expire(&mut tx, &visit.viewer, &news).await?;
    tx.commit().await?;
    Ok(visit.done(&news.path(), W.expired()))
}

pub(crate) async fn restore(mut visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    let mut tx = visit.write().await?;
    let news = News::load(&mut tx, &visit.viewer, id, Level::Manage).await?;
    ending::restore(&mut tx, &visit.viewer, &news).await?;
    tx.commit().await?;
    Ok(visit.done(&news.path(), W.restored()))
}

/// The page a banner was closed on.
#[derive(Deserialize)]
pub(crate) struct Closed {
    #[serde(default)]
    retour: String,
}

/// Closes the banner of a flash in this browser; nothing is written in the house.
pub(crate) async fn close(mut visit: SignedIn, Path(id): Path<ThingId>, Form(closed): Form<Closed>) -> Answer {
    let mut tx = visit.read().await?;
    let news = News::load(&mut tx, &visit.viewer, id, Level::See).await?;
    drop(tx);
    Ok(visit.closed(&closed.retour, news.thing.id))
}
