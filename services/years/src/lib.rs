//! Time: those who leave and come back, what is kept of them and erased, the [`turn`] of the school year, past classes
//! ([`archive`]). Who leaves is told and waited for ([`departure`]), then erased ([`erasure`]).

pub mod archive;
pub mod departure;
pub mod erasure;
pub mod turn;

use archive::pages as past;
use axum::{
    Router,
    routing::{get, post as posted},
};
use db::{Migration, Result, Tx, migration};
use departure::{
    night,
    pages::{mine, school as departures},
};
use erasure::pages as erasures;
use school::{PersonId, Right, SchoolId, Viewer};
use turn::{
    keeping, nightly,
    pages::{academy, class, opening, overview, pupils, schools, sweep_opening, sweep_undo, undo},
    sweep,
};
use web::{
    Place, Service, Site, Task,
    component::{Chapter, LinkButton},
};

::words::include_words!();

/// The service.
pub const SERVICE: Service = Service {
    migrations: MIGRATIONS,
    jobs: &[sweep::SWEEP, sweep::BACK],
    nightly: &[nightly::OPEN_DUE, night::NIGHT],
    retention: keeping::RETENTION,
    places,
    links_of_school,
    links_of_child,
    people_left: |tx| Box::pin(departure::begin::at_once(tx)),
    tasks: |tx, viewer| Box::pin(tasks(tx, viewer)),
    departure_sentences: |tx, viewer| Box::pin(departure::parting::of(tx, viewer)),
    erase: |tx, leaver| Box::pin(keeping::erase(tx, leaver)),
    ..Service::new("years", routes, PATHS)
};

const MIGRATIONS: &[Migration] = &[
    migration!("years", "001_years"),
    migration!("years", "002_departures"),
    migration!("years", "003_leaving"),
    migration!("years", "004_sweep"),
    migration!("years", "005_closing"),
    migration!("years", "006_postponed"),
];

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
        .route("/annuaire/rentree/ecoles", get(schools::show))
        .route("/annuaire/rentree/ouverture", get(sweep_opening::ask))
        .route("/annuaire/rentree/{sweep}/annulation", get(sweep_undo::ask).post(sweep_undo::undo))
        .route("/annees", get(past::list))
        .route("/annees/{circle}", get(past::show))
        .route("/depart", get(mine::show).post(mine::choose))
        .route("/ecoles/{school}/departs", get(departures::show).post(departures::leave))
        .route("/ecoles/{school}/departs/{person}/retour", posted(departures::come_back))
        .route("/annuaire/effacements", get(erasures::show).post(erasures::set))
        .route("/annuaire/effacements.csv", get(erasures::export))
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
    "GET /annuaire/rentree/ecoles",
    "GET /annuaire/rentree/ouverture",
    "GET /annuaire/rentree/{sweep}/annulation",
    "POST /annuaire/rentree/{sweep}/annulation",
    "GET /annees",
    "GET /annees/{circle}",
    "GET /depart",
    "POST /depart",
    "GET /ecoles/{school}/departs",
    "POST /ecoles/{school}/departs",
    "POST /ecoles/{school}/departs/{person}/retour",
    "GET /annuaire/effacements",
    "POST /annuaire/effacements",
    "GET /annuaire/effacements.csv",
];

/// What awaits the viewer: the rentrée, and departures.
async fn tasks(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Task>> {
    let mut tasks = turn::task::of(tx, viewer).await?;
    tasks.extend(departure::task::of(tx, viewer).await?);
    Ok(tasks)
}

/// The rentrée of the schools of an académie and the proof of what was erased; one's own departure.
fn places(viewer: &Viewer) -> Vec<Place> {
    let rentree = || Place::new(W.academy_place(), academy::PATH, "classe", 43);
    let erased = || Place::new(W.erasure_place(), erasures::PATH, "supprimer", 72);
    let left = || Place::new(W.left_place(), mine::PATH, "sortir", 5);
    let places = [
        viewer.may_over(Right::TurnYear).then(rentree),
        erasures::reads(viewer).then(erased),
        viewer.has_left().then(left),
    ];
    places.into_iter().flatten().collect()
}

fn links_of_school(viewer: &Viewer, school: SchoolId) -> Vec<LinkButton> {
    let turn = || LinkButton::secondary(W.next_year(), turn::path(school)).icon("classe").under(Chapter::Directory);
    let departures =
        || LinkButton::secondary(W.departures(), departure::path(school)).icon("sortir").under(Chapter::People);
    let links =
        [viewer.may_at(Right::TurnYear, school).then(turn), viewer.may_at(Right::EnterPeople, school).then(departures)];
    links.into_iter().flatten().collect()
}

fn links_of_child(_: &Viewer, _: PersonId) -> Vec<LinkButton> {
    vec![LinkButton::secondary(W.past_years(), web::PAST_YEARS).icon("archive")]
}
