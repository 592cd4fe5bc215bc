//! `POST /assistance/{id}/reponses`: what a desk or the author says, with files.

use super::{files::FILES, request::again, request_form::Typed};
use crate::{
    W,
    act::{self, Saying},
    request::{HelpRequest, KIND},
};
use axum::extract::{FromRequest, Request};
use commons::ThingId;
use db::{Error, Result};
use web::{Answer, Path, SignedIn, Upload};

/// `POST /assistance/{id}/reponses`
pub(crate) async fn send(mut visit: SignedIn, Path(id): Path<ThingId>, request: Request) -> Answer {
    let mut tx = visit.read().await?;
    let loaded = HelpRequest::load(&mut tx, &visit.viewer, id).await?;
    drop(tx);
    if !loaded.is_own() && !loaded.is_held() {
        return Err(Error::Forbidden.into());
    }
    let upload = Upload::from_request(request, &visit.site).await?;
    let typed = typed(&upload);
    match keep(&mut visit, id, &typed, &upload).await {
        Ok(()) if typed.internal => Ok(visit.done(&KIND.path(id), W.noted())),
        Ok(()) => Ok(visit.done(&KIND.path(id), W.replied())),
        Err(Error::Invalid(problems)) => again(visit, id, &typed, &problems).await,
        Err(error) => Err(error.into()),
    }
}

fn typed(upload: &Upload) -> Typed {
    Typed {
        body: upload.text("body").to_owned(),
        body_json: upload.text("body_json").to_owned(),
        internal: upload.text("whom") == "note",
        asks: upload.has("asks"),
        ..Typed::default()
    }
}

async fn keep(visit: &mut SignedIn, id: ThingId, typed: &Typed, upload: &Upload) -> Result<()> {
    let body = web::written(upload, "body")?;
    let papers = web::paper::received(&visit.site, upload, FILES).await?;
    if body.is_empty() && papers.is_empty() {
        return Err(Error::invalid("body", W.body_missing()));
    }
    let mut tx = visit.write().await?;
    let viewer = &visit.viewer;
    let request = HelpRequest::load(&mut tx, viewer, id).await?;
    if request.is_held() && request.state.is_open() {
        let saying = Saying { body: &body, papers: &papers, internal: typed.internal, asks: typed.asks };
        act::answer(&mut tx, viewer, &request, &saying).await?;
    } else if request.is_own() {
        act::reply(&mut tx, viewer, &request, &body, &papers).await?;
    } else {
        return Err(Error::Conflict);
    }
    tx.commit().await
}
