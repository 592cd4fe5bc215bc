//! What the people of a school give the directory themselves: extractions of ONDE, somebody who is there before the deliveries
//! know it, entries that exist twice, corrections to ask for in ONDE.

pub mod correction;
pub mod onde;
mod pages;
mod personal_data;
mod retention;

use axum::{
    Router,
    routing::{get, post},
};
use db::{Migration, migration};
use pages::{corrections, onde_files, onde_run};
use school::{Right, Viewer};
use web::{Around, Service, Site, component::LinkButton};

::words::include_words!();

/// The service.
pub const SERVICE: Service = Service {
    migrations: MIGRATIONS,
    retention: retention::RULES,
    links,
    personal_data: |tx, subject| Box::pin(personal_data::of(tx, subject)),
    erase: |tx, leaver| Box::pin(personal_data::erase(tx, leaver)),
    ..Service::new("supply", routes, PATHS)
};

const MIGRATIONS: &[Migration] = &[migration!("supply", "001_supply")];

fn routes() -> Router<Site> {
    Router::new()
        .route("/ecoles/{school}/onde", get(onde_files::show).post(onde_files::send))
        .route("/ecoles/{school}/onde/{run}", get(onde_run::show).post(onde_run::apply))
        .route("/ecoles/{school}/onde/{run}/choix", post(onde_run::choose))
        .route("/ecoles/{school}/onde/{run}/annulation", post(onde_run::undo))
        .route("/ecoles/{school}/corrections", get(corrections::show).post(corrections::signal))
        .route("/ecoles/{school}/corrections/{correction}/fait", post(corrections::done))
}

const PATHS: &[&str] = &[
    "GET /ecoles/{school}/onde",
    "POST /ecoles/{school}/onde",
    "GET /ecoles/{school}/onde/{run}",
    "POST /ecoles/{school}/onde/{run}",
    "POST /ecoles/{school}/onde/{run}/choix",
    "POST /ecoles/{school}/onde/{run}/annulation",
    "GET /ecoles/{school}/corrections",
    "POST /ecoles/{school}/corrections",
    "POST /ecoles/{school}/corrections/{correction}/fait",
];

/// What the people who run a school do from its page.
fn links(viewer: &Viewer, around: Around) -> Vec<LinkButton> {
    match around {
        Around::School(school) if viewer.may_at(Right::EnterPeople, school) => {
            let address = format!("/ecoles/{school}");
            vec![
                LinkButton::secondary(W.onde_link(), format!("{address}/onde")).icon("importer"),
                LinkButton::secondary(W.corrections_title(), format!("{address}/corrections")).icon("crayon"),
            ]
        }
        Around::School(_) | Around::Class { .. } | Around::Child(_) => Vec::new(),
    }
}
