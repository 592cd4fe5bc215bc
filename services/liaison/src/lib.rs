//! The carnet de liaison: mots to families, read, signed or answered by each responsible adult.
//!
//! A mot is a [`commons::Thing`] with terms: what is asked, who must act, until when. It is sent by somebody of the school
//! and delivered at the hour the school allows. Each child it is for has a row ([`child`]); what each adult did about it for
//! that child is a receipt of the house, of the version it was done for. Separated parents are equal and private: each acts
//! alone, and reads nothing of what the other answered.

pub mod awaiting;
pub mod child;
pub mod class;
pub mod copy;
mod departure;
pub mod difference;
pub mod draft;
pub mod draft_form;
mod enclosed;
pub mod follow;
mod leaving;
mod letter;
pub mod listing;
pub mod model;
pub mod mot;
pub mod paper;
pub mod pending;
pub mod personal_data;
pub mod proof;
pub mod reading;
pub mod relance;
pub mod reminder;
pub mod reply;
pub mod sending;
pub mod simple;
pub mod slip;
pub mod telephone;
pub mod terms;
pub mod verb;
pub mod version;
pub mod waiting;
pub mod withdrawal;

mod pages;

use axum::{
    Router,
    routing::{get, post as posted},
};
use db::{Migration, migration};
use pages::{
    carnet, follow as follow_up, form, mot as mots, paper as papers, piece, proof as proofs, reply as replies, send,
    slip as slips, step, version as versions, withdrawal as withdrawals,
};
use school::Viewer;
use web::{Place, Service, Site};

::words::include_words!();

/// The service.
pub const SERVICE: Service = Service {
    label: "CAHIER_LIAISON",
    migrations: MIGRATIONS,
    jobs: &[reminder::REMIND, waiting::FOLLOW],
    places,
    sentence: verb::sentence,
    hours_changed: |tx, school| Box::pin(waiting::hours_changed(tx, school)),
    tasks: awaiting::tasks,
    reading: letter::reading,
    reportable: |tx, viewer, kind, id| Box::pin(letter::reportable(tx, viewer, kind, id)),
    personal_data: |tx, subject| Box::pin(personal_data::of(tx, subject)),
    erase: |tx, leaver| Box::pin(leaving::erase(tx, leaver)),
    titles_kept: version::titles_kept,
    untold_after_departure: Some(departure::untold_after_departure),
    ..Service::new("liaison", routes, PATHS)
};

const MIGRATIONS: &[Migration] = &[migration!("liaison", "001_liaison")];

fn routes() -> Router<Site> {
    Router::new()
        .route("/carnet", get(carnet::show))
        .route("/classes/{circle}/mots", get(form::back).post(form::create))
        .route("/classes/{circle}/mots/nouveau", get(form::blank))
        .route("/mots/{id}", get(mots::show).post(form::update))
        .route("/mots/{id}/modifier", get(form::edit))
        .route("/mots/{id}/envoi", get(send::ask).post(send::send))
        .route("/mots/{id}/annulation", posted(step::cancel))
        .route("/mots/{id}/reponse", posted(replies::answer))
        .route("/mots/{id}/suivi", get(follow_up::show))
        .route("/mots/{id}/relance", posted(step::relance))
        .route("/mots/{id}/eleves", posted(step::add_newcomers))
        .route("/mots/{id}/copie", posted(step::copy))
        .route("/mots/{id}/retrait", get(withdrawals::ask).post(withdrawals::withdraw))
        .route("/mots/{id}/versions", get(versions::show))
        .route("/mots/{id}/pieces/{file}", get(piece::show))
        .route("/mots/{id}/coupons", get(slips::ask))
        .route("/mots/{id}/coupons.pdf", get(slips::print))
        .route("/mots/{id}/preuve.pdf", get(proofs::export))
        .route("/mots/{id}/papier", get(papers::show).post(papers::enter))
        .route("/mots/{id}/papier/annulation", posted(papers::undo))
}

const PATHS: &[&str] = &[
    "GET /carnet",
    "GET /classes/{circle}/mots",
    "POST /classes/{circle}/mots",
    "GET /classes/{circle}/mots/nouveau",
    "GET /mots/{id}",
    "POST /mots/{id}",
    "GET /mots/{id}/modifier",
    "GET /mots/{id}/envoi",
    "POST /mots/{id}/envoi",
    "POST /mots/{id}/annulation",
    "POST /mots/{id}/reponse",
    "GET /mots/{id}/suivi",
    "POST /mots/{id}/relance",
    "POST /mots/{id}/eleves",
    "POST /mots/{id}/copie",
    "GET /mots/{id}/retrait",
    "POST /mots/{id}/retrait",
    "GET /mots/{id}/versions",
    "GET /mots/{id}/pieces/{file}",
    "GET /mots/{id}/coupons",
    "GET /mots/{id}/coupons.pdf",
    "GET /mots/{id}/preuve.pdf",
    "GET /mots/{id}/papier",
    "POST /mots/{id}/papier",
    "POST /mots/{id}/papier/annulation",
];

/// Where mots are, besides the list of them.
const PLACES: [&str; 2] = ["/classes/*/mots", "/mots"];

fn places(viewer: &Viewer) -> Vec<Place> {
    match class::any(viewer) {
        true => vec![Place::new(W.liaison(), "/carnet", "carnet", 10).with(PLACES)],
        false => Vec::new(),
    }
}
