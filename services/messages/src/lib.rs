//! Messages: written between people of the school, seen through children.
//!
//! A conversation (« fil ») is a [`commons::Thing`] nobody manages: shares and reader rows alone say who reads it. Who may
//! write to whom is one table, [`matrix`], asked again for each message sent. Each message has a row per reader, with the
//! instant it reaches them; that row outlives every change of class.

pub mod absence;
pub mod class_setting;
pub mod conversation;
pub mod draft;
pub mod folder;
pub mod guard;
pub mod keeping;
pub mod listing;
pub mod matrix;
pub mod posting;
pub mod reading;
pub mod recall;
pub mod recipient;
pub mod reply;
pub mod search;
pub mod send;
pub mod setting;
pub mod suggestion;
pub mod target;
pub mod verb;
pub mod waiting;
pub mod wording;

mod pages;

use axum::{
    Router,
    routing::{get, post as posted},
};
use db::{Migration, migration};
use pages::{
    class as classes, compose, draft as drafts, export, folder as folders, list, piece, reply as replies,
    setting as settings, step, suggestion as suggestions, thread,
};
use school::Viewer;
use web::{Place, Service, Site};

::words::include_words!();

/// The service.
pub const SERVICE: Service = Service {
    migrations: MIGRATIONS,
    jobs: &[waiting::FOLLOW],
    places,
    sentence: verb::sentence,
    hours_changed: |tx, school| Box::pin(waiting::hours_changed(tx, school)),
    ..Service::new("messages", routes, PATHS)
};

const MIGRATIONS: &[Migration] = &[migration!("messages", "001_messages")];

fn routes() -> Router<Site> {
    Router::new()
        .route("/messages", get(list::show).post(compose::send))
        .route("/messages/nouveau", get(compose::blank))
        .route("/messages/destinataires", get(suggestions::list))
        .route("/messages/rangement", posted(step::keep))
        .route("/messages/brouillons/{draft}/suppression", posted(drafts::remove))
        .route("/messages/dossiers", get(folders::list).post(folders::create))
        .route("/messages/dossiers/{folder}", posted(folders::rename))
        .route("/messages/dossiers/{folder}/suppression", posted(folders::remove))
        .route("/messages/reglages", get(settings::show).post(settings::save))
        .route("/messages/{id}", get(thread::show))
        .route("/messages/{id}/reponses", get(replies::back).post(replies::send))
        .route("/messages/{id}/rappels/{message}", posted(step::recall))
        .route("/messages/{id}/export", get(export::page))
        .route("/messages/{id}/export/texte", get(export::text))
        .route("/messages/{id}/pieces/{file}", get(piece::show))
        .route("/classes/{circle}/messages", get(classes::show).post(classes::save))
}

const PATHS: &[&str] = &[
    "GET /messages",
    "POST /messages",
    "GET /messages/nouveau",
    "GET /messages/destinataires",
    "POST /messages/rangement",
    "POST /messages/brouillons/{draft}/suppression",
    "GET /messages/dossiers",
    "POST /messages/dossiers",
    "POST /messages/dossiers/{folder}",
    "POST /messages/dossiers/{folder}/suppression",
    "GET /messages/reglages",
    "POST /messages/reglages",
    "GET /messages/{id}",
    "GET /messages/{id}/reponses",
    "POST /messages/{id}/reponses",
    "POST /messages/{id}/rappels/{message}",
    "GET /messages/{id}/export",
    "GET /messages/{id}/export/texte",
    "GET /messages/{id}/pieces/{file}",
    "GET /classes/{circle}/messages",
    "POST /classes/{circle}/messages",
];

/// Where messages are, besides their list.
const PLACES: [&str; 1] = ["/classes/*/messages"];

fn places(viewer: &Viewer) -> Vec<Place> {
    // A child of cycle 1 or of CP has no messages; neither has whoever is of no school.
    match matrix::schools(viewer).is_empty() {
        true => Vec::new(),
        false => vec![Place::new(W.messages(), "/messages", "message", 30).with(PLACES)],
    }
}
