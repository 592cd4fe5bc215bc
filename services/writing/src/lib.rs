//! What every text area needs from the server: files that arrive in pieces, drafts kept.
//!
//! Both are somebody's own until the text is sent: a deposit becomes an attachment of what its owner writes
//! (`commons::attachment`), a draft goes away. What is left goes away by itself.

pub mod draft;
mod leaving;
pub mod personal_data;

mod pages;

use axum::{
    Router,
    routing::{get, post},
};
use commons::retention::{Rule, Work};
use db::{Migration, migration};
use pages::{deposits, drafts};
use school::Door;
use web::{Service, Site};

::words::include_words!();

/// The service.
pub const SERVICE: Service = Service {
    migrations: MIGRATIONS,
    jobs: &[draft::EXPIRE],
    personal_data: |tx, subject| Box::pin(personal_data::of(tx, subject)),
    retention: RETENTION,
    doors: Door::ALL,
    erase: |tx, leaver| Box::pin(leaving::erase(tx, leaver)),
    ..Service::new("writing", routes, PATHS)
};

/// Each draft has a job of its own; this is for what it missed, and for a région that keeps them less long.
const RETENTION: &[Rule] = &[Rule {
    topic: "drafts",
    label: || W.retention_drafts(),
    why: || W.retention_drafts_why(),
    default_days: 31,
    least_days: 7,
    most_days: 31,
    work: Work::Rows {
        count: "select count(*) as n from draft where saved_at < $1",
        erase: "delete from draft where id in (select id from draft where saved_at < $1 limit $2)",
    },
}];

const MIGRATIONS: &[Migration] = &[migration!("writing", "001_writing")];

fn routes() -> Router<Site> {
    Router::new()
        .route("/depots", post(deposits::announce))
        .route("/depots/{id}", get(deposits::show).patch(deposits::append).delete(deposits::discard))
        .route("/brouillons", get(drafts::show).put(drafts::save).delete(drafts::discard))
}

const PATHS: &[&str] = &["POST /depots", "GET /depots/{id}", "GET /brouillons"];
