//! The documents of a convention, as PDF, for both sides.

use crate::{
    Agreement, AgreementId, W,
    document::{Facts, annex, convention, decision_draft, letter, note, unbroken},
};
use axum::response::Response;
use db::{Error, Result};
use pdf::Document;
use tokio::task::spawn_blocking;
use web::{Answer, Path, SignedIn, paper};

/// Their addresses under that of the convention.
pub(super) const FILES: [&str; 5] =
    ["convention.pdf", "annexe.pdf", "projet-de-deliberation.pdf", "note-explicative.pdf", "courrier.pdf"];

/// What the links to them say, in the same order.
pub(super) fn labels() -> [&'static str; 5] {
    [
        W.agreement_convention_pdf(),
        W.agreement_annex_pdf(),
        W.agreement_decision_pdf(),
        W.agreement_note_pdf(),
        W.agreement_letter_pdf(),
    ]
}

/// `GET /conventions/{id}/convention.pdf`
pub(crate) async fn convention(visit: SignedIn, Path(id): Path<AgreementId>) -> Answer {
    printed(visit, id, "convention", convention::of).await
}

/// `GET /conventions/{id}/annexe.pdf`
pub(crate) async fn annex(visit: SignedIn, Path(id): Path<AgreementId>) -> Answer {
    printed(visit, id, "annexe", annex::of).await
}

/// `GET /conventions/{id}/projet-de-deliberation.pdf`
pub(crate) async fn decision_draft(visit: SignedIn, Path(id): Path<AgreementId>) -> Answer {
    printed(visit, id, "projet-de-deliberation", decision_draft::of).await
}

/// `GET /conventions/{id}/note-explicative.pdf`
pub(crate) async fn note(visit: SignedIn, Path(id): Path<AgreementId>) -> Answer {
    printed(visit, id, "note-explicative", note::of).await
}

/// `GET /conventions/{id}/courrier.pdf`
pub(crate) async fn letter(visit: SignedIn, Path(id): Path<AgreementId>) -> Answer {
    printed(visit, id, "courrier", letter::of).await
}

async fn printed(mut visit: SignedIn, id: AgreementId, name: &str, make: fn(&Facts) -> Document) -> Answer {
    let mut tx = visit.read().await?;
    let agreement = Agreement::read(&mut tx, &visit.viewer, id).await?;
    let facts = Facts::load(&mut tx, &agreement).await?;
    drop(tx);
    Ok(drawn(make(&facts), &format!("{name}-{}.pdf", agreement.number)).await?)
}

/// A document as a file. It is drawn aside: pages go on being answered meanwhile.
pub(super) async fn drawn(document: Document, name: &str) -> Result<Response> {
    let document = unbroken(document);
    let drawn = spawn_blocking(move || pdf::document(&document));
    let bytes = drawn.await.map_err(Error::fault)?.map_err(Error::fault)?;
    Ok(paper::made(bytes, "application/pdf", name))
}
