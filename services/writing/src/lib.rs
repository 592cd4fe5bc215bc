//! What every text area needs from the server: files that arrive in pieces, drafts kept.
//!
//! Both are somebody's own until the text is sent: a deposit becomes an attachment of what its owner writes
//! (`commons::attachment`), a draft goes away. What is left goes away by itself.

pub mod draft;
pub mod personal_data;

mod pages;

use axum::{
    Router,
    routing::{get, post},
};
use db::{Migration, migration};
use pages::{deposits, drafts};
use web::{Service, Site};

::words::include_words!();

/// The service.
pub const SERVICE: Service = Service {
    migrations: MIGRATIONS,
    jobs: &[draft::EXPIRE],
    personal_data: |tx, subject| Box::pin(personal_data::of(tx, subject)),
    ..Service::new("writing", routes, PATHS)
};

const MIGRATIONS: &[Migration] = &[migration!("writing", "001_writing")];

fn routes() -> Router<Site> {
    Router::new()
        .route("/depots", post(deposits::announce))
        .route("/depots/{id}", get(deposits::show).patch(deposits::append).delete(deposits::discard))
        .route("/brouillons", get(drafts::show).put(drafts::save).delete(drafts::discard))
}

const PATHS: &[&str] = &["POST /depots", "GET /depots/{id}", "GET /brouillons"];
