//! Drafts, as the form they belong to asks for them.

use super::json;
use crate::{
    W,
    draft::{self, HEAVIEST},
};
use axum::{http::StatusCode, response::IntoResponse};
use db::{Moment, PARIS};
use serde::{Deserialize, Serialize};
use web::{Answer, Failure, Query, SignedIn, dates};

/// Which form.
#[derive(Deserialize)]
pub(crate) struct Key {
    cle: String,
}

/// The draft of a form, with the words the form says of it.
#[derive(Serialize)]
struct Shown {
    content: Option<String>,
    saved_at: Moment,
    /// What is said of a draft that comes from elsewhere.
    found: String,
    take: &'static str,
    device: &'static str,
}

/// A draft that was kept.
#[derive(Serialize)]
struct Saved {
    saved_at: Moment,
    words: String,
}

pub(crate) async fn show(mut visit: SignedIn, Query(key): Query<Key>) -> Answer {
    let mut tx = visit.read().await?;
    let draft = draft::find(&mut tx, &visit.viewer, &key.cle).await?;
    let now = tx.now();
    drop(tx);
    let saved_at = draft.as_ref().map_or(Moment::DAWN, |draft| draft.saved_at);
    let shown = Shown {
        found: W.found_elsewhere(dates::past(saved_at, now)),
        saved_at,
        content: draft.map(|draft| draft.content),
        take: W.take_it_up(),
        device: W.on_this_device(),
    };
    json(StatusCode::OK, &shown)
}

pub(crate) async fn save(mut visit: SignedIn, Query(key): Query<Key>, content: String) -> Answer {
    if content.len() > HEAVIEST {
        return Err(Failure::too_large());
    }
    let mut tx = visit.write().await?;
    let saved_at = draft::save(&mut tx, &visit.viewer, &key.cle, &content).await?;
    tx.commit().await?;
    let hour = dates::hour(saved_at.timestamp().to_zoned_datetime(PARIS.clone()).time());
    json(StatusCode::OK, &Saved { saved_at, words: W.saved_at(hour) })
}

pub(crate) async fn discard(mut visit: SignedIn, Query(key): Query<Key>) -> Answer {
    let mut tx = visit.write().await?;
    draft::discard(&mut tx, &visit.viewer, &key.cle).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
