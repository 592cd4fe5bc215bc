//! Proposals for the field of recipients, as the island asks for them.

use crate::{matrix, suggestion};
use axum::{http::header, response::IntoResponse};
use serde::{Deserialize, Serialize};
use web::{Answer, Query, SignedIn};

/// What was typed.
#[derive(Deserialize)]
pub(crate) struct Typed {
    #[serde(default)]
    q: String,
}

#[derive(Serialize)]
struct Proposal {
    value: String,
    label: String,
    hint: Option<String>,
}

pub(crate) async fn list(mut visit: SignedIn, Query(typed): Query<Typed>) -> Answer {
    if matrix::schools(&visit.viewer).is_empty() {
        return Err(db::Error::NotFound.into());
    }
    let mut tx = visit.read().await?;
    let found = suggestion::of(&mut tx, &visit.viewer, &typed.q).await?;
    drop(tx);
    let proposals: Vec<Proposal> =
        found.into_iter().map(|it| Proposal { value: it.target.to_string(), label: it.label, hint: it.hint }).collect();
    let json = serde_json::to_string(&proposals).map_err(db::Error::fault)?;
    Ok(([(header::CONTENT_TYPE, "application/json")], json).into_response())
}
