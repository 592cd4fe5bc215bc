//! What each side says about a request, with files; and opening again what was said to be done.

use super::{
    CONFIRMED, FILES,
    request::again,
    request_form::{NOTE, QUESTION, Typed},
};
use crate::{
    W,
    act::{self, Saying},
    asking,
    request::{KIND, Request},
    side::Side,
};
use axum::extract::{FromRequest, Request as Incoming};
use commons::ThingId;
use db::{Error, Problems, Result, Tx};
use school::naming;
use web::{Answer, Path, SignedIn, Upload};

/// What is done with what is typed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Say,
    Reopen,
}

/// `POST /demandes/{id}/reponses`
pub(crate) async fn send(mut visit: SignedIn, Path(id): Path<ThingId>, incoming: Incoming) -> Answer {
    let mut tx = visit.read().await?;
    Request::load(&mut tx, &visit.viewer, id).await?;
    drop(tx);
    receive(visit, id, incoming, Way::Say).await
}

/// `POST /demandes/{id}/reprise`
pub(crate) async fn reopen(mut visit: SignedIn, Path(id): Path<ThingId>, incoming: Incoming) -> Answer {
    let mut tx = visit.read().await?;
    Request::load_as(&mut tx, &visit.viewer, id, Side::School).await?;
    drop(tx);
    receive(visit, id, incoming, Way::Reopen).await
}

/// Files are read only from those who loaded the request.
async fn receive(mut visit: SignedIn, id: ThingId, incoming: Incoming, way: Way) -> Answer {
    let upload = Upload::from_request(incoming, &visit.site).await?;
    let mut typed =
        Typed { body: upload.text("body").to_owned(), whom: upload.text("whom").to_owned(), ..Typed::default() };
    match keep(&mut visit, id, &mut typed, &upload, way).await {
        Ok(said) => Ok(visit.done(&KIND.path(id), said)),
        Err(Error::Invalid(problems)) => again(visit, id, typed, &problems).await,
        Err(error) => Err(error.into()),
    }
}

async fn keep(visit: &mut SignedIn, id: ThingId, typed: &mut Typed, upload: &Upload, way: Way) -> Result<&'static str> {
    let mut problems = Problems::default();
    let body = asking::body(&typed.body, &mut problems);
    problems.or(())?;
    let papers = web::paper::received(&visit.site, upload, FILES).await?;
    let house = visit.site.house.clone();
    let mut tx = visit.write().await?;
    let viewer = &visit.viewer;
    let request = Request::load(&mut tx, viewer, id).await?;
    let saying = Saying { body: &body, papers: &papers };
    let whom = typed.whom.clone();
    let said = match (request.side, way, whom.as_str()) {
        (Side::Town, Way::Reopen, _) => return Err(Error::Forbidden),
        (Side::Town, Way::Say, NOTE) => {
            act::note(&mut tx, viewer, &request, &saying).await?;
            W.noted()
        }
        (Side::Town, Way::Say, whom) => {
            act::answer(&mut tx, viewer, &request, &saying, whom == QUESTION).await?;
            W.answered()
        }
        (Side::School, way, _) => {
            name_nobody(&mut tx, &request, &body, typed, upload.has(CONFIRMED)).await?;
            match way {
                Way::Say => act::reply(&mut tx, &house, viewer, &request, &saying).await?,
                Way::Reopen => act::reopen(&mut tx, &house, viewer, &request, &saying).await?,
            }
            if way == Way::Reopen { W.reopened() } else { W.replied() }
        }
    };
    tx.commit().await?;
    Ok(said)
}

/// Refuses a text that names a pupil, until its author says that it is meant.
async fn name_nobody(tx: &mut Tx, request: &Request, body: &str, typed: &mut Typed, confirmed: bool) -> Result<()> {
    if confirmed {
        return Ok(());
    }
    typed.names = naming::found(tx, request.school_id, body).await?;
    match typed.names.is_empty() {
        true => Ok(()),
        false => Err(Error::invalid(CONFIRMED, W.named_problem())),
    }
}
