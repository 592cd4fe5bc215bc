//! What the islands of a form ask: no page, but a few words in JSON.

pub(crate) mod deposits;
pub(crate) mod drafts;

use axum::{
    http::{StatusCode, header},
    response::IntoResponse,
};
use db::Error;
use serde::Serialize;
use web::Answer;

/// An answer an island reads.
pub(crate) fn json(status: StatusCode, told: &impl Serialize) -> Answer {
    let text = serde_json::to_string(told).map_err(Error::fault)?;
    Ok((status, [(header::CONTENT_TYPE, "application/json")], text).into_response())
}
