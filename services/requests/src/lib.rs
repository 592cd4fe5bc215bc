//! « Demandes à la mairie » (*téléprocédures*): what schools ask of their commune, followed until it is done.
//!
//! A *procedure* is a kind of request a commune takes: what it asks, which service handles it, within how many days. A
//! *request* is made by the head of a school and goes to its commune, or to the grouping that pays for it. Both sides read it
//! and what is said about it, but for the notes of the commune. Its delay stands still while the school is asked something
//! ([`turn`]). Nothing in it is to name a pupil (domain.md §6.1): whoever writes one is told, and letters hold nothing that
//! was typed.

pub mod act;
pub mod asking;
pub mod clock;
pub mod entry;
pub mod extra;
mod leaving;
pub mod listing;
mod month;
pub mod monthly;
mod monthly_paper;
mod new_entry;
mod personal_data;
pub mod procedure;
pub mod procedure_form;
mod reach;
pub mod request;
mod said;
mod shipped;
pub mod side;
mod state;
mod task;
pub mod telling;
pub mod turn;
mod verb;

mod pages;

use axum::{
    Router,
    routing::{get, post as posted},
};
use db::{Migration, migration};
use pages::{
    act as acts, ask, board, monthly as months, procedure as kinds, procedures, refusal, reply, request as requests,
};
use school::{Right, SchoolId, Viewer};
use web::{Place, Service, Site, component::LinkButton};

::words::include_words!();

/// The service.
pub const SERVICE: Service = Service {
    label: "SERVICE_COLLECTIVITE",
    migrations: MIGRATIONS,
    places,
    links_of_school,
    sentence: telling::sentence,
    tasks: |tx, viewer| Box::pin(listing::tasks(tx, viewer)),
    personal_data: |tx, subject| Box::pin(personal_data::of(tx, subject)),
    erase: |tx, leaver| Box::pin(leaving::erase(tx, leaver)),
    ..Service::new("requests", routes, PATHS)
};

const MIGRATIONS: &[Migration] = &[migration!("requests", "001_requests"), migration!("requests", "002_leaving")];

fn routes() -> Router<Site> {
    Router::new()
        .route("/demandes", get(board::show))
        .route("/demandes/nouvelle", get(ask::blank).post(ask::send))
        .route("/demandes/types", get(procedures::show).post(kinds::create))
        .route("/demandes/types/nouveau", get(kinds::blank))
        .route("/demandes/types/{slug}", get(kinds::edit).post(kinds::save))
        .route("/demandes/tableau", get(months::show))
        .route("/demandes/tableau.pdf", get(months::paper))
        .route("/demandes/tableau.csv", get(months::spreadsheet))
        .route("/demandes/{id}", get(requests::show))
        .route("/demandes/{id}/reponses", posted(reply::send))
        .route("/demandes/{id}/reprise", posted(reply::reopen))
        .route("/demandes/{id}/prise-en-charge", posted(acts::take))
        .route("/demandes/{id}/planification", posted(acts::plan))
        .route("/demandes/{id}/fin", posted(acts::finish))
        .route("/demandes/{id}/service", posted(acts::assign))
        .route("/demandes/{id}/refus", get(refusal::ask).post(refusal::refuse))
        .route("/demandes/{id}/pieces/{paper}", get(requests::file))
        .route("/demandes/{id}/reponses/{entry}/pieces/{paper}", get(requests::file_of_entry))
}

const PATHS: &[&str] = &[
    "GET /demandes",
    "GET /demandes/nouvelle",
    "POST /demandes/nouvelle",
    "GET /demandes/types",
    "POST /demandes/types",
    "GET /demandes/types/nouveau",
    "GET /demandes/types/{slug}",
    "POST /demandes/types/{slug}",
    "GET /demandes/tableau",
    "GET /demandes/tableau.pdf",
    "GET /demandes/tableau.csv",
    "GET /demandes/{id}",
    "POST /demandes/{id}/reponses",
    "POST /demandes/{id}/reprise",
    "POST /demandes/{id}/prise-en-charge",
    "POST /demandes/{id}/planification",
    "POST /demandes/{id}/fin",
    "POST /demandes/{id}/service",
    "GET /demandes/{id}/refus",
    "POST /demandes/{id}/refus",
    "GET /demandes/{id}/pieces/{paper}",
    "GET /demandes/{id}/reponses/{entry}/pieces/{paper}",
];

/// The board of those who answer for a commune.
fn places(viewer: &Viewer) -> Vec<Place> {
    let answers = viewer.may_over(Right::RunTown);
    answers.then(|| Place::new(W.board(), board::PATH, "liste", 25)).into_iter().collect()
}

/// What the head of a school asks.
fn links_of_school(viewer: &Viewer, school: SchoolId) -> Vec<LinkButton> {
    let requests = || LinkButton::secondary(W.requests(), board::PATH).icon("mairie");
    viewer.may_at(Right::AskTown, school).then(requests).into_iter().collect()
}
