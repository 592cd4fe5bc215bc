//! Time: those who leave and come back, what is kept of them and erased, the [`turn`] of the school year, past classes
//! ([`archive`]).

pub mod archive;
pub mod turn;

use archive::pages as past;
use axum::{
    Router,
    routing::{get, post as posted},
};
use db::{Migration, migration};
use school::{Right, Viewer};
use turn::{
    keeping, nightly,
    pages::{academy, class, opening, overview, pupils, undo},
    sweep,
};
use web::{Around, Place, Service, Site, component::LinkButton};

::words::include_words!();

/// The service.
pub const SERVICE: Service = Service {
    migrations: MIGRATIONS,
    jobs: &[sweep::SWEEP],
    nightly: &[nightly::OPEN_DUE],
    retention: keeping::RETENTION,
    places,
    links,
    tasks: |tx, viewer| Box::pin(turn::task::of(tx, viewer)),
    erase: |tx, leaver| Box::pin(keeping::erase(tx, leaver)),
    ..Service::new("years", routes, PATHS)
};

const MIGRATIONS: &[Migration] = &[migration!("years", "001_years")];

fn routes() -> Router<Site> {
    Router::new()
        .route("/ecoles/{school}/rentree", get(overview::show).post(overview::begin))
        .route("/ecoles/{school}/rentree/classes", posted(class::create))
        .route("/ecoles/{school}/rentree/classes/nouvelle", get(class::blank))
        .route("/ecoles/{school}/rentree/classes/{class}", get(class::show).post(class::save))
        .route("/ecoles/{school}/rentree/classes/{class}/retrait", posted(class::remove))
        .route("/ecoles/{school}/rentree/eleves", get(pupils::show).post(pupils::place))
        .route("/ecoles/{school}/rentree/ouverture", get(opening::ask).post(opening::open))
        .route("/ecoles/{school}/rentree/annulation", get(undo::ask).post(undo::undo))
        .route("/annuaire/rentree", get(academy::show).post(academy::order))
        .route("/annees", get(past::list))
        .route("/annees/{circle}", get(past::show))
}

const PATHS: &[&str] = &[
    "GET /ecoles/{school}/rentree",
    "POST /ecoles/{school}/rentree",
    "POST /ecoles/{school}/rentree/classes",
    "GET /ecoles/{school}/rentree/classes/nouvelle",
    "GET /ecoles/{school}/rentree/classes/{class}",
    "POST /ecoles/{school}/rentree/classes/{class}",
    "POST /ecoles/{school}/rentree/classes/{class}/retrait",
    "GET /ecoles/{school}/rentree/eleves",
    "POST /ecoles/{school}/rentree/eleves",
    "GET /ecoles/{school}/rentree/ouverture",
    "POST /ecoles/{school}/rentree/ouverture",
    "GET /ecoles/{school}/rentree/annulation",
    "POST /ecoles/{school}/rentree/annulation",
    "GET /annuaire/rentree",
    "POST /annuaire/rentree",
    "GET /annees",
    "GET /annees/{circle}",
];

/// The rentrée of the schools of an académie.
fn places(viewer: &Viewer) -> Vec<Place> {
    let turns = viewer.may_over(Right::TurnYear);
    turns.then(|| Place::new(W.academy_place(), academy::PATH, "classe", 43)).into_iter().collect()
}

fn links(viewer: &Viewer, around: Around) -> Vec<LinkButton> {
    match around {
        Around::School(school) if viewer.may_at(Right::TurnYear, school) => {
            vec![LinkButton::secondary(W.next_year(), turn::path(school)).icon("classe")]
        }
        Around::Child(_) => vec![LinkButton::secondary(W.past_years(), web::PAST_YEARS).icon("archive")],
        Around::School(_) | Around::Class { .. } => Vec::new(),
    }
}
