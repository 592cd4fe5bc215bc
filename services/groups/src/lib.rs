//! Groups made by the people of a school: needs groups, levels across classes, projects, several schools; until a day.
//!
//! A [`group`] is a circle like any other: whoever teaches in it writes to its families where they write to those of a class. Its
//! pupils are chosen one by one, or brought by a [`rule`] that is followed each night and after an import. The head of another
//! school is asked before its pupils come ([`part`]). The inspection proposes [`challenge`]s, which classes join. A group ends by
//! itself (`night`); what was shared with it stays readable by those who sat there.

pub mod challenge;
pub mod choosing;
mod days;
pub mod group;
pub mod group_form;
pub mod list;
pub mod making;
mod night;
pub mod part;
mod personal_data;
pub mod roll;
pub mod rule;
pub mod school_search;
mod task;

mod pages;

use axum::{
    Router,
    routing::{get, post},
};
use db::{Migration, migration};
use pages::{challenges, form, groups, list as lists, members};
use school::{CircleId, Right, SchoolId, Viewer};
use web::{
    Place, Service, Site,
    component::{Chapter, LinkButton},
};

::words::include_words!();

/// The service.
pub const SERVICE: Service = Service {
    migrations: MIGRATIONS,
    jobs: &[night::SEATED],
    nightly: &[night::NIGHT],
    places,
    links_of_school,
    links_of_class,
    tasks: |tx, viewer| Box::pin(task::of(tx, viewer)),
    personal_data: |tx, subject| Box::pin(personal_data::of(tx, subject)),
    erase: |tx, leaver| Box::pin(personal_data::erase(tx, leaver)),
    ..Service::new("groups", routes, PATHS)
};

const MIGRATIONS: &[Migration] = &[migration!("groups", "001_groups"), migration!("groups", "002_leaving")];

fn routes() -> Router<Site> {
    Router::new()
        .route("/ecoles/{school}/groupes", get(lists::show).post(form::make))
        .route("/ecoles/{school}/groupes/nouveau", get(form::new))
        .route("/groupes/{circle}", get(groups::show).post(form::change))
        .route("/groupes/{circle}/modifier", get(form::edit))
        .route("/groupes/{circle}/fin", get(groups::ask_end).post(groups::end))
        .route("/groupes/{circle}/ecoles", post(groups::ask))
        .route("/groupes/{circle}/ecoles/{school}", get(members::show).post(members::save))
        .route("/groupes/{circle}/ecoles/{school}/retrait", post(members::leave))
        .route("/groupes/{circle}/classes", post(groups::join))
        .route("/groupes/{circle}/classes/{class}/retrait", post(groups::leave))
        .route("/defis", get(challenges::show).post(challenges::propose))
}

const PATHS: &[&str] = &[
    "GET /ecoles/{school}/groupes",
    "POST /ecoles/{school}/groupes",
    "GET /ecoles/{school}/groupes/nouveau",
    "GET /groupes/{circle}",
    "POST /groupes/{circle}",
    "GET /groupes/{circle}/modifier",
    "GET /groupes/{circle}/fin",
    "POST /groupes/{circle}/fin",
    "POST /groupes/{circle}/ecoles",
    "GET /groupes/{circle}/ecoles/{school}",
    "POST /groupes/{circle}/ecoles/{school}",
    "POST /groupes/{circle}/ecoles/{school}/retrait",
    "POST /groupes/{circle}/classes",
    "POST /groupes/{circle}/classes/{class}/retrait",
    "GET /defis",
    "POST /defis",
];

/// The challenges of the inspection; everybody else comes by the page of the school or the class.
fn places(viewer: &Viewer) -> Vec<Place> {
    let proposes = challenge::may_propose(viewer);
    proposes
        .then(|| Place::new(W.challenges(), challenges::PATH, "etoile", 42).with(["/groupes"]))
        .into_iter()
        .collect()
}

fn links_of_school(viewer: &Viewer, school: SchoolId) -> Vec<LinkButton> {
    let link = || LinkButton::secondary(W.groups(), lists::path(school)).icon("personnes").under(Chapter::People);
    viewer.may_at(Right::MakeGroups, school).then(link).into_iter().collect()
}

fn links_of_class(viewer: &Viewer, circle: CircleId, school: SchoolId) -> Vec<LinkButton> {
    if viewer.may_in(Right::SeeClass, circle, school) { links_of_school(viewer, school) } else { Vec::new() }
}
