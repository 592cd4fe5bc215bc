//! A copy of one's data: asked for, fetched.

use crate::{
    W,
    copy::{self, CopyId, DataCopy},
    whose::Whose,
};
use axum::{
    body::Body,
    http::header,
    response::{IntoResponse, Response},
};
use db::{Error, Result};
use serde::Deserialize;
use web::{Answer, Form, MY_DATA, Path, SignedIn};

/// Whose copy is asked for: a child, or nobody named for oneself.
#[derive(Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    enfant: String,
}

/// `POST /mes-donnees/export`
pub(crate) async fn ask(mut visit: SignedIn, Form(asked): Form<Asked>) -> Answer {
    let services = visit.site.services;
    let mut tx = visit.write().await?;
    let whose = match asked.enfant.as_str() {
        "" => Whose::own(&visit.viewer),
        child => {
            let child = child.parse().ok().ok_or(Error::NotFound)?;
            Whose::child(&mut tx, &visit.viewer, child).await?
        }
    };
    copy::ask(&mut tx, services, &visit.viewer, &whose).await?;
    tx.commit().await?;
    Ok(visit.done(MY_DATA, W.copy_asked()))
}

/// `GET /mes-donnees/exports/{id}`
pub(crate) async fn fetch(mut visit: SignedIn, Path(id): Path<CopyId>) -> Answer {
    let mut tx = visit.read().await?;
    let found = DataCopy::load(&mut tx, &visit.viewer, id).await?;
    drop(tx);
    if found.ready_at.is_none() {
        return Ok(visit.not_done(MY_DATA, W.copy_on_its_way()));
    }
    let answer = archive(&visit, id).await?;
    if found.fetched_at.is_none() && !visit.is_in_advance() {
        web::note(async {
            let mut tx = visit.write().await?;
            DataCopy::fetched(&mut tx, id).await?;
            tx.commit().await
        })
        .await;
    }
    Ok(answer)
}

async fn archive(visit: &SignedIn, id: CopyId) -> Result<Response> {
    let found = visit.site.house.files.open_aside(&copy::aside(id)).await?;
    let headers = [
        (header::CONTENT_TYPE, "application/zip"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"mes-donnees.zip\""),
    ];
    Ok((headers, Body::from_stream(found.into_stream())).into_response())
}
