//! Actualités: information of a class, a school, a commune, a circonscription, a département, an académie, the région.
//!
//! A news is for some profiles of a place: the families of a class, the staff of an académie. It costs a share for each of
//! them, whatever the number of people: the circles of a territory have no rows (`school::territory`), and what one reads is
//! found from one's own circles. It can stand before the others, be said over every page of its readers (*flash*), wait for an hour and
//! end on a day.

pub mod comment;
pub mod draft;
pub mod draft_form;
pub mod ending;
mod leaving;
pub mod listing;
pub mod news;
pub mod personal_data;
pub mod publication;
pub mod publics;
pub mod reading;
pub mod review;
pub mod rubric;
pub mod scope;
pub mod verb;
pub mod waiting;

mod pages;

use axum::{
    Router,
    routing::{get, post as posted},
};
use db::{Migration, migration};
use pages::{comment as comments, form, list, page, publication as publishing, step, withdrawal};
use school::{Door, Viewer};
use web::{Place, Service, Site};

::words::include_words!();

/// The service.
pub const SERVICE: Service = Service {
    label: "ACTUALITES",
    migrations: MIGRATIONS,
    jobs: &[ending::EXPIRE, waiting::FOLLOW],
    places,
    sentence: verb::sentence,
    hours_changed: |tx, school| Box::pin(waiting::hours_changed(tx, school)),
    flashes: |tx| Box::pin(listing::flashes(tx)),
    to_review: |tx, viewer| Box::pin(review::to_review(tx, viewer)),
    reportable: |tx, viewer, kind, id| Box::pin(reading::reportable(tx, viewer, kind, id)),
    reading: |tx, bearer| Box::pin(reading::by_link(tx, bearer)),
    personal_data: |tx, subject| Box::pin(personal_data::of(tx, subject)),
    doors: Door::IN_CLASS,
    closable: true,
    erase: |tx, leaver| Box::pin(leaving::erase(tx, leaver)),
    remembers: |tx, leaver| Box::pin(leaving::remembers(tx, leaver)),
    ..Service::new(NAME, routes, PATHS)
};

/// What the service is called where a school closes it.
const NAME: &str = "news";

const MIGRATIONS: &[Migration] = &[
    migration!("news", "001_news"),
    migration!("news", "002_flash"),
    migration!("news", "003_comment"),
    migration!("news", "004_leaving"),
];

fn routes() -> Router<Site> {
    Router::new()
        .route("/actualites", get(list::show).post(form::create))
        .route("/actualites/nouvelle", get(form::blank))
        .route("/actualites/{id}", get(page::show).post(form::update))
        .route("/actualites/{id}/modifier", get(form::edit))
        .route("/actualites/{id}/publication", get(publishing::ask).post(publishing::publish))
        .route("/actualites/{id}/annulation", posted(step::cancel))
        .route("/actualites/{id}/expiration", posted(step::expire))
        .route("/actualites/{id}/retrait", get(withdrawal::ask).post(withdrawal::withdraw))
        .route("/actualites/{id}/remise", posted(step::restore))
        .route("/actualites/{id}/fermeture", posted(step::close))
        .route("/actualites/{id}/commentaires", posted(comments::write))
        .route("/actualites/{id}/commentaires/{comment}/validation", posted(comments::let_read))
        .route("/actualites/{id}/commentaires/{comment}/masquage", posted(comments::hide))
        .route("/actualites/{id}/commentaires/{comment}/retrait", posted(comments::take_back))
        .route("/actualites/{id}/pieces/{file}", get(page::piece))
}

const PATHS: &[&str] = &[
    "GET /actualites",
    "POST /actualites",
    "GET /actualites/nouvelle",
    "GET /actualites/{id}",
    "POST /actualites/{id}",
    "GET /actualites/{id}/modifier",
    "GET /actualites/{id}/publication",
    "POST /actualites/{id}/publication",
    "POST /actualites/{id}/annulation",
    "POST /actualites/{id}/expiration",
    "GET /actualites/{id}/retrait",
    "POST /actualites/{id}/retrait",
    "POST /actualites/{id}/remise",
    "POST /actualites/{id}/fermeture",
    "POST /actualites/{id}/commentaires",
    "POST /actualites/{id}/commentaires/{comment}/validation",
    "POST /actualites/{id}/commentaires/{comment}/masquage",
    "POST /actualites/{id}/commentaires/{comment}/retrait",
    "GET /actualites/{id}/pieces/{file}",
];

/// Everybody reads news but children who do not read yet.
fn places(viewer: &Viewer) -> Vec<Place> {
    match viewer.is_of_first_cycle() {
        true => Vec::new(),
        false => vec![Place::new(W.news(), "/actualites", "info", 40)],
    }
}
