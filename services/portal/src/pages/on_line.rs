//! The files of pages on line, and the agenda for other programs.

use crate::{
    calendar,
    file::{self, Shown},
    public,
    site::PublicSite,
};
use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use db::{Error, Uuid};
use web::{Answer, Passerby, Path, paper};

/// What a photograph may do: nothing.
const POLICY: &str = "default-src 'none'";

/// `GET /sites/{slug}/images/{file}`
pub(crate) async fn picture(visit: Passerby, Path((slug, id)): Path<(String, Uuid)>) -> Answer {
    let Shown::Picture(picture) = shown(&visit, &slug, id).await? else { return Err(Error::NotFound.into()) };
    if visit.knows(&picture.hash) {
        return Ok(visit.kept(&picture.hash, || ().into_response()));
    }
    let bytes = visit.site.house.files.get(&picture.hash).await?;
    Ok(visit.kept(&picture.hash, || still(bytes)))
}

/// `GET /sites/{slug}/documents/{file}`
pub(crate) async fn document(visit: Passerby, Path((slug, id)): Path<(String, Uuid)>) -> Answer {
    let Shown::Document(found) = shown(&visit, &slug, id).await? else { return Err(Error::NotFound.into()) };
    if visit.knows(&found.hash) {
        return Ok(visit.kept(&found.hash, || ().into_response()));
    }
    let response = paper::serve(&visit.site, &found).await?;
    Ok(visit.kept(&found.hash, || response))
}

async fn shown(visit: &Passerby, slug: &str, id: Uuid) -> db::Result<Shown> {
    let mut tx = visit.read().await?;
    let site = PublicSite::open(&mut tx, slug).await?;
    file::public(&mut tx, &site, id).await
}

/// A photograph.
pub(super) fn still(bytes: bytes::Bytes) -> Response {
    let headers = [(header::CONTENT_TYPE, "image/jpeg"), (header::CONTENT_SECURITY_POLICY, POLICY)];
    (headers, bytes).into_response()
}

/// `GET /sites/{slug}/agenda.ics`
pub(crate) async fn agenda(visit: Passerby, Path(slug): Path<String>) -> Answer {
    let mut tx = visit.read().await?;
    let site = PublicSite::open(&mut tx, &slug).await?;
    let events = public::agenda(&mut tx, site.id).await?;
    drop(tx);
    let text = calendar::calendar(&site, &visit.site.house.address, &events);
    let mut response = paper::made(text.into_bytes(), "text/calendar", "agenda.ics");
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=60"));
    Ok(response)
}
