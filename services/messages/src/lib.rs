//! Messages: written between people of the school, seen through children.
//!
//! A conversation (« fil ») is a [`commons::Thing`] nobody manages: shares and reader rows alone say who reads it. Who may
//! write to whom is one table, [`matrix`], asked again for each message sent. Each message has a row per reader, with the
//! instant it reaches them; that row outlives every change of class.

pub mod absence;
pub mod anomaly;
mod carried;
pub mod class_setting;
pub mod closing;
pub mod closing_form;
pub mod communication;
pub mod conversation;
pub mod draft;
pub mod folder;
pub mod guard;
pub mod keeping;
mod leaving;
pub mod listing;
pub mod mass;
pub mod matrix;
pub mod personal_data;
pub mod posting;
pub mod quota;
pub mod reading;
pub mod recall;
pub mod recipient;
pub mod reply;
pub mod reported;
mod retention;
pub mod search;
pub mod send;
pub mod setting;
pub mod suggestion;
pub mod target;
mod team;
pub mod territory;
pub mod trace;
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
    class as classes, closing as closings, communication as communications, compose, draft as drafts, export,
    folder as folders, list, mass as masses, piece, reply as replies, reported as reports, setting as settings, step,
    suggestion as suggestions, thread, trace as traces,
};
use school::{CircleId, SchoolId, Viewer};
use web::{
    Place, Service, Site,
    component::{Chapter, LinkButton},
};

::words::include_words!();

/// The service.
pub const SERVICE: Service = Service {
    label: "COURRIER_ELECTRONIQUE",
    migrations: MIGRATIONS,
    jobs: &[waiting::FOLLOW],
    places,
    links_of_class,
    links_of_group: |viewer, group, _| links_of_team(viewer, group),
    links_of_challenge: links_of_team,
    sentence: verb::sentence,
    tasks: |tx, viewer| Box::pin(anomaly::tasks(tx, viewer)),
    hours_changed: |tx, school| Box::pin(waiting::hours_changed(tx, school)),
    reportable: |tx, viewer, kind, id| Box::pin(reported::reportable(tx, viewer, kind, id)),
    personal_data: |tx, subject| Box::pin(personal_data::of(tx, subject)),
    retention: retention::RULES,
    closable: true,
    erase: |tx, leaver| Box::pin(leaving::erase(tx, leaver)),
    remembers: |tx, leaver| Box::pin(leaving::remembers(tx, leaver)),
    ..Service::new("messages", routes, PATHS)
};

const MIGRATIONS: &[Migration] = &[
    migration!("messages", "001_messages"),
    migration!("messages", "002_safety"),
    migration!("messages", "003_drafts_and_teams"),
    migration!("messages", "004_leaving"),
    migration!("messages", "005_group"),
];

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
        .route("/messages/fermetures", get(closings::show).post(closings::close))
        .route("/messages/fermetures/{id}/fin", posted(closings::open))
        .route("/messages/arrets/{id}/fin", posted(closings::lift))
        .route("/messages/envois/{id}", get(masses::show).post(masses::send))
        .route("/messages/envois/{id}/brouillon", posted(masses::keep))
        .route("/messages/tracage", get(traces::show).post(traces::look))
        .route("/messages/{id}", get(thread::show))
        .route("/messages/{id}/reponses", get(replies::back).post(replies::send))
        .route("/messages/{id}/rappels/{message}", posted(step::recall))
        .route("/messages/{id}/signalement", get(reports::show).post(reports::read))
        .route("/messages/{id}/export", get(export::page))
        .route("/messages/{id}/export/texte", get(export::text))
        .route("/messages/{id}/pieces/{file}", get(piece::show))
        .route("/classes/{circle}/messages", get(classes::show).post(classes::save))
        .route("/ecoles/{school}/communication", get(communications::show))
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
    "GET /messages/fermetures",
    "POST /messages/fermetures",
    "POST /messages/fermetures/{id}/fin",
    "POST /messages/arrets/{id}/fin",
    "GET /messages/envois/{id}",
    "POST /messages/envois/{id}",
    "POST /messages/envois/{id}/brouillon",
    "GET /messages/tracage",
    "POST /messages/tracage",
    "GET /messages/{id}",
    "GET /messages/{id}/reponses",
    "POST /messages/{id}/reponses",
    "POST /messages/{id}/rappels/{message}",
    "GET /messages/{id}/signalement",
    "POST /messages/{id}/signalement",
    "GET /messages/{id}/export",
    "GET /messages/{id}/export/texte",
    "GET /messages/{id}/pieces/{file}",
    "GET /classes/{circle}/messages",
    "POST /classes/{circle}/messages",
    "GET /ecoles/{school}/communication",
];

/// Where messages are, besides their list.
const PLACES: [&str; 1] = ["/classes/*/messages"];

fn places(viewer: &Viewer) -> Vec<Place> {
    // A child of cycle 1 or of CP has no messages; neither has whoever never was of a school.
    let messages = Place::new(W.messages(), "/messages", "message", 30).with(PLACES);
    let own = matrix::reads(viewer).then_some(messages);
    own.into_iter().chain(closing::places(viewer)).collect()
}

fn links_of_class(viewer: &Viewer, circle: CircleId, school: SchoolId) -> Vec<LinkButton> {
    let sets = class_setting::may_set(viewer, circle, school);
    let link = || {
        LinkButton::secondary(W.pupils_messages(), format!("/classes/{circle}/messages"))
            .icon("message")
            .under(Chapter::Rules)
    };
    sets.then(link).into_iter().collect()
}

/// A group, or a challenge: those who teach in it write to one another.
fn links_of_team(viewer: &Viewer, group: CircleId) -> Vec<LinkButton> {
    let link = || {
        let address = format!("/messages/nouveau?a={}", target::Target::Team(group));
        LinkButton::secondary(W.write_to_team(), address).icon("message")
    };
    matrix::is_of_team(viewer, group).then(link).into_iter().collect()
}
