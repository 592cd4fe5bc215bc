//! Files that arrive piece by piece.

use super::json;
use axum::{
    extract::{DefaultBodyLimit, FromRequest, Request},
    http::{HeaderValue, StatusCode, header},
    response::IntoResponse,
};
use bytes::Bytes;
use commons::{
    deposit::{self, Deposit, DepositId, Progress},
    sniff::Refusal,
};
use serde::{Deserialize, Serialize};
use web::{Answer, Failure, Form, Path, Query, SignedIn, pieces};

/// The largest piece. The island sends smaller ones.
const LARGEST_PIECE: usize = 8 * 1024 * 1024;

/// What a file is said to be before it comes.
#[derive(Deserialize)]
pub(crate) struct Announced {
    name: String,
    size: i64,
}

/// Where a piece begins.
#[derive(Deserialize)]
pub(crate) struct Start {
    depuis: i64,
}

/// What an island is told of a deposit.
#[derive(Serialize)]
struct Told {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<DepositId>,
    received: i64,
    size: i64,
    done: bool,
}

/// Why a file is not taken.
#[derive(Serialize)]
struct Sentence {
    message: String,
}

pub(crate) async fn announce(mut visit: SignedIn, Form(file): Form<Announced>) -> Answer {
    let mut tx = visit.write().await?;
    let announced = deposit::announce(&mut tx, &visit.viewer, &file.name, file.size).await?;
    tx.commit().await?;
    let id = match announced {
        Ok(id) => id,
        Err(refusal) => return refused(refusal, &file.name),
    };
    let told = Told { id: Some(id), received: 0, size: file.size, done: false };
    let mut response = json(StatusCode::CREATED, &told)?;
    if let Ok(place) = HeaderValue::try_from(format!("/depots/{}", id.0.simple())) {
        response.headers_mut().insert(header::LOCATION, place);
    }
    Ok(response)
}

pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<DepositId>) -> Answer {
    let mut tx = visit.read().await?;
    let deposit = Deposit::load(&mut tx, &visit.viewer, id).await?;
    drop(tx);
    json(StatusCode::OK, &told(&deposit))
}

pub(crate) async fn append(
    mut visit: SignedIn,
    Path(id): Path<DepositId>,
    Query(piece): Query<Start>,
    mut request: Request,
) -> Answer {
    let mut tx = visit.read().await?;
    let deposit = Deposit::load(&mut tx, &visit.viewer, id).await?;
    drop(tx);
    DefaultBodyLimit::max(LARGEST_PIECE).apply(&mut request);
    let Ok(bytes) = Bytes::from_request(request, &()).await else { return Err(Failure::too_large()) };
    let house = visit.site.house.clone();
    match deposit::append(&house, &visit.viewer, id, piece.depuis, bytes).await? {
        Progress::Going(received) => json(StatusCode::OK, &Told { received, ..told(&deposit) }),
        Progress::Done => json(StatusCode::OK, &Told { received: deposit.size, done: true, ..told(&deposit) }),
        Progress::Elsewhere(received) => {
            let done = deposit.finished_at.is_some();
            json(StatusCode::CONFLICT, &Told { received, done, ..told(&deposit) })
        }
        Progress::Refused(refusal) => refused(refusal, &deposit.name),
    }
}

pub(crate) async fn discard(visit: SignedIn, Path(id): Path<DepositId>) -> Answer {
    let house = visit.site.house.clone();
    deposit::discard(&house, &visit.viewer, id).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

fn told(deposit: &Deposit) -> Told {
    // What was attached already is nobody's to attach again.
    let done = deposit.finished_at.is_some() && deposit.used_at.is_none();
    Told { id: None, received: deposit.received, size: deposit.size, done }
}

fn refused(refusal: Refusal, name: &str) -> Answer {
    let sentence = Sentence { message: pieces::sentence(refusal, name) };
    json(StatusCode::UNPROCESSABLE_ENTITY, &sentence)
}
