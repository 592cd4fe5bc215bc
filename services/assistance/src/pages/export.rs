//! A request for the tools of the provider.

use crate::{
    entry::{self, EntryKind},
    export::Export,
    request::HelpRequest,
};
use axum::response::Response;
use commons::{
    ThingId,
    audit::{self, Action},
};
use db::{Error, Result};
use web::{Answer, Path, SignedIn, paper};

/// `GET /assistance/{id}/export.pdf`
pub(crate) async fn pdf(visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    Ok(file(visit, id, "pdf", "application/pdf", Export::pdf).await?)
}

/// `GET /assistance/{id}/export.json`
pub(crate) async fn json(visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    Ok(file(visit, id, "json", "application/json", Export::json).await?)
}

/// `GET /assistance/{id}/export.csv`
pub(crate) async fn csv(visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    Ok(file(visit, id, "csv", "text/csv", Export::csv).await?)
}

async fn file(
    mut visit: SignedIn,
    id: ThingId,
    extension: &str,
    mime: &str,
    written: fn(&Export) -> Result<Vec<u8>>,
) -> Result<Response> {
    let mut tx = visit.write().await?;
    let request = HelpRequest::load(&mut tx, &visit.viewer, id).await?;
    // What a family asks its school goes nowhere; its author has the page.
    if request.family || !request.is_followed() {
        return Err(Error::Forbidden);
    }
    let mut entries = entry::of(&mut tx, &request).await?;
    entries.retain(|entry| entry.kind != EntryKind::Note);
    audit::write(&mut tx, Some(visit.viewer.account), Action::HelpExported, Some(id.to_string()), Some(extension))
        .await?;
    tx.commit().await?;
    let bytes = written(&Export::of(&request, &entries)?)?;
    Ok(paper::made(bytes, mime, &format!("demande-{id}.{extension}")))
}
