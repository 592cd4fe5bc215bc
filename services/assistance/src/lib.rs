//! Assistance: requests for help, articles that answer before anybody asks, training sessions.
//!
//! A request is asked from a place, at any hour, and goes to the nearest desk that answers there: what a family asks stays in
//! its school; what a teacher, a head, an adviser or a commune asks starts at the circonscription or the académie, and may be
//! passed on to the provider and back (convention, article 7). A request is read by its author and by the desks it has come
//! to, by nobody else. Articles are written by desks, out of their answers too. Training sessions are run by whoever advises
//! a territory, for those who work in its schools (article 3.1).

pub mod act;
pub mod agent;
pub mod around;
pub mod article;
pub mod asking;
pub mod browser;
pub mod closing;
pub mod desk;
pub mod entry;
pub mod export;
pub mod figures;
pub mod group;
mod leaving;
pub mod letter;
pub mod level;
pub mod listing;
pub mod named;
pub mod origin;
pub mod personal_data;
pub mod request;
mod retention;
pub mod task;
pub mod telling;
pub mod training;

mod pages;

use axum::{
    Router,
    routing::{get, post as posted},
};
use db::{Migration, migration};
use pages::{
    act as acts, article as articles, article_form as article_forms, ask, end as ends, export as exports,
    figures as counts, home, named as names, reply, request as requests, training as trainings,
    training_form as training_forms, training_list as training_lists,
};
use school::{Right, SchoolId, Viewer};
use web::{Place, Service, Site, component::LinkButton};

::words::include_words!();

/// The service.
pub const SERVICE: Service = Service {
    migrations: MIGRATIONS,
    jobs: &[letter::WRITE],
    nightly: &[closing::CLOSE, training::reminder::REMIND],
    places,
    links_of_school,
    sentence: telling::sentence,
    tasks: |tx, viewer| Box::pin(task::of(tx, viewer)),
    personal_data: |tx, subject| Box::pin(personal_data::of(tx, subject)),
    retention: retention::RULES,
    erase: |tx, leaver| Box::pin(leaving::erase(tx, leaver)),
    ..Service::new("assistance", routes, PATHS)
};

const MIGRATIONS: &[Migration] = &[migration!("assistance", "001_assistance"), migration!("assistance", "002_leaving")];

fn routes() -> Router<Site> {
    Router::new()
        .route("/assistance", get(home::show))
        .route("/assistance/nouvelle", get(ask::blank).post(ask::send))
        .route("/assistance/chiffres", get(counts::show))
        .route("/assistance/chiffres.csv", get(counts::spreadsheet))
        .route("/assistance/ecoles/{school}", get(names::show).post(names::save))
        .route("/assistance/{id}", get(requests::show))
        .route("/assistance/{id}/reponses", posted(reply::send))
        .route("/assistance/{id}/prendre", posted(acts::take))
        .route("/assistance/{id}/transmettre", posted(acts::pass))
        .route("/assistance/{id}/resoudre", posted(ends::solve))
        .route("/assistance/{id}/rouvrir", posted(ends::reopen))
        .route("/assistance/{id}/satisfaction", posted(ends::rate))
        .route("/assistance/{id}/export.pdf", get(exports::pdf))
        .route("/assistance/{id}/export.json", get(exports::json))
        .route("/assistance/{id}/export.csv", get(exports::csv))
        .route("/assistance/{id}/pieces/{paper}", get(requests::file))
        .route("/assistance/{id}/reponses/{entry}/pieces/{paper}", get(requests::file_of_reply))
        .route("/aide-en-ligne", get(articles::list))
        .route("/aide-en-ligne/nouvel-article", get(article_forms::blank).post(article_forms::create))
        .route("/aide-en-ligne/{slug}", get(articles::show))
        .route("/aide-en-ligne/{slug}/avis", posted(articles::judge))
        .route("/aide-en-ligne/{slug}/modifier", get(article_forms::edit).post(article_forms::update))
        .route("/formations", get(training_lists::show))
        .route("/formations/nouvelle", get(training_forms::blank).post(training_forms::create))
        .route("/formations/{id}", get(trainings::show))
        .route("/formations/{id}/modifier", get(training_forms::edit).post(training_forms::update))
        .route("/formations/{id}/inscription", posted(trainings::register))
        .route("/formations/{id}/desinscription", posted(trainings::withdraw))
        .route("/formations/{id}/annulation", posted(trainings::cancel))
        .route("/formations/{id}/presences", posted(trainings::attend))
        .route("/formations/{id}/emargement.pdf", get(trainings::sheet))
        .route("/formations/{id}/attestations.csv", get(trainings::attestations))
        .route("/formations/{id}/agenda.ics", get(trainings::event))
}

const PATHS: &[&str] = &[
    "GET /assistance",
    "GET /assistance/nouvelle",
    "POST /assistance/nouvelle",
    "GET /assistance/chiffres",
    "GET /assistance/chiffres.csv",
    "GET /assistance/ecoles/{school}",
    "POST /assistance/ecoles/{school}",
    "GET /assistance/{id}",
    "POST /assistance/{id}/reponses",
    "POST /assistance/{id}/prendre",
    "POST /assistance/{id}/transmettre",
    "POST /assistance/{id}/resoudre",
    "POST /assistance/{id}/rouvrir",
    "POST /assistance/{id}/satisfaction",
    "GET /assistance/{id}/export.pdf",
    "GET /assistance/{id}/export.json",
    "GET /assistance/{id}/export.csv",
    "GET /assistance/{id}/pieces/{paper}",
    "GET /assistance/{id}/reponses/{entry}/pieces/{paper}",
    "GET /aide-en-ligne",
    "GET /aide-en-ligne/nouvel-article",
    "POST /aide-en-ligne/nouvel-article",
    "GET /aide-en-ligne/{slug}",
    "POST /aide-en-ligne/{slug}/avis",
    "GET /aide-en-ligne/{slug}/modifier",
    "POST /aide-en-ligne/{slug}/modifier",
    "GET /formations",
    "GET /formations/nouvelle",
    "POST /formations/nouvelle",
    "GET /formations/{id}",
    "GET /formations/{id}/modifier",
    "POST /formations/{id}/modifier",
    "POST /formations/{id}/inscription",
    "POST /formations/{id}/desinscription",
    "POST /formations/{id}/annulation",
    "POST /formations/{id}/presences",
    "GET /formations/{id}/emargement.pdf",
    "GET /formations/{id}/attestations.csv",
    "GET /formations/{id}/agenda.ics",
];

/// Whoever answers for a territory has the desk in the navigation; others find help in the menu of their account.
fn places(viewer: &Viewer) -> Vec<Place> {
    let mut places = Vec::new();
    if viewer.may_over(Right::AnswerHelp) {
        places.push(Place::new(W.help(), web::HELP, "aide", 57).with([article::PATH]));
    }
    if training::organises(viewer) {
        places.push(Place::new(W.trainings(), training::PATH, "agenda", 61));
    }
    places
}

fn links_of_school(viewer: &Viewer, _: SchoolId) -> Vec<LinkButton> {
    let trainings = || LinkButton::secondary(W.trainings(), training::PATH).icon("agenda");
    training::attends(viewer).then(trainings).into_iter().collect()
}
