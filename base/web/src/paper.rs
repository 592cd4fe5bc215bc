//! Papers of the office over HTTP: taken from a form, shown to those who loaded what they are about.

use crate::{Answer, Site, Upload, W, pieces};
use axum::{body::Body, response::IntoResponse};
use commons::paper::{self, Judged, Paper};
use db::{Error, Result};

/// Judges the files that came in a field: none where none was sent.
///
/// # Errors
/// [`Error::Invalid`] beside the field, when one is not taken; a fault of the store.
pub async fn received(site: &Site, upload: &Upload, field: &'static str) -> Result<Vec<Judged>> {
    let mut judged = Vec::new();
    for file in upload.files.iter().filter(|file| file.field == field) {
        match paper::judge(&site.house.files, &file.name, file.bytes.clone()).await? {
            Ok(paper) => judged.push(paper),
            Err(refusal) => return Err(Error::invalid(field, pieces::sentence(refusal, &file.name))),
        }
    }
    Ok(judged)
}

/// The bytes of a paper, under a policy that lets them run nothing. For those who loaded what it is about.
///
/// # Errors
/// A fault of the store.
pub async fn serve(site: &Site, paper: &Paper) -> Answer {
    let found = site.house.files.open(&paper.hash, None).await?;
    Ok((pieces::headers(&paper.mime, &paper.name), Body::from_stream(found.into_stream())).into_response())
}

/// A document the house made, to be kept by whoever asked for it: `name` with its extension.
pub fn made(bytes: Vec<u8>, mime: &str, name: &str) -> axum::response::Response {
    (pieces::headers(mime, name), bytes).into_response()
}

/// What the link to a paper says: its name, what it is and how heavy.
pub fn label(paper: &Paper) -> String {
    W.paper_label(&paper.name, (paper.size + 1023) / 1024)
}
