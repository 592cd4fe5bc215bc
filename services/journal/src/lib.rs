//! The journal of a class, or of a group: posts with pictures, by the teacher or by pupils.
//!
//! It exists from the first day of each, already shared with the class and its families. A pupil submits, a
//! teacher publishes; what is published is delivered at the hour the school allows, and can be taken back until then.
//! A post is a [`commons::Thing`]: who reads it, and from when, is in its shares and nowhere else.

pub mod audience;
pub mod author;
pub mod class;
pub mod comment;
pub mod draft;
pub mod draft_form;
mod leaving;
pub mod listing;
pub mod personal_data;
pub mod photo;
pub mod post;
pub mod publication;
pub mod reading;
pub mod report;
pub mod review;
pub mod verb;
pub mod waiting;
pub mod withdrawal;

mod pages;

use axum::{
    Router,
    routing::{get, post as posted},
};
use db::{Migration, migration};
use pages::{
    comment as comments, form, journal, photo as photos, post as posts, publication as publishing, queue,
    reason as reasons, step,
};
use school::{CircleId, Door, SchoolId, Viewer};
use web::{Place, Service, Site, component::LinkButton};

::words::include_words!();

/// The service.
pub const SERVICE: Service = Service {
    label: "PRODUCTION_COLLABORATIVE",
    migrations: MIGRATIONS,
    jobs: &[waiting::FOLLOW],
    places,
    links_of_group,
    sentence: verb::sentence,
    hours_changed: |tx, school| Box::pin(waiting::hours_changed(tx, school)),
    reportable: |tx, viewer, kind, id| Box::pin(queue::reportable(tx, viewer, kind, id)),
    to_review: |tx, viewer| Box::pin(queue::to_review(tx, viewer)),
    personal_data: |tx, subject| Box::pin(personal_data::of(tx, subject)),
    doors: Door::ALL,
    closable: true,
    readers: true,
    erase: |tx, leaver| Box::pin(leaving::erase(tx, leaver)),
    remembers: |tx, leaver| Box::pin(leaving::remembers(tx, leaver)),
    ..Service::new("journal", routes, PATHS)
};

const MIGRATIONS: &[Migration] = &[
    migration!("journal", "001_journal"),
    migration!("journal", "002_author"),
    migration!("journal", "003_edition"),
    migration!("journal", "004_comment_report"),
    migration!("journal", "005_report_of_the_base"),
    migration!("journal", "006_leaving"),
];

fn routes() -> Router<Site> {
    Router::new()
        .route("/journal", get(journal::classes))
        .route("/classes/{circle}/journal", get(journal::show))
        .route("/classes/{circle}/billets", get(journal::back).post(form::create))
        .route("/classes/{circle}/billets/nouveau", get(form::blank))
        .route("/billets/{id}", get(posts::show).post(form::update))
        .route("/billets/{id}/modifier", get(form::edit))
        .route("/billets/{id}/relecture", posted(step::submit))
        .route("/billets/{id}/retour", get(reasons::ask_return).post(reasons::give_back))
        .route("/billets/{id}/publication", get(publishing::ask).post(publishing::publish))
        .route("/billets/{id}/annulation", posted(step::cancel))
        .route("/billets/{id}/retrait", get(reasons::ask_withdrawal).post(reasons::withdraw))
        .route("/billets/{id}/remise", posted(step::restore))
        .route("/billets/{id}/archive", posted(step::archive))
        .route("/billets/{id}/commentaires", posted(comments::write))
        .route("/billets/{id}/commentaires/{comment}/validation", posted(comments::let_read))
        .route("/billets/{id}/commentaires/{comment}/masquage", posted(comments::hide))
        .route("/billets/{id}/commentaires/{comment}/retrait", posted(comments::take_back))
        .route(
            "/billets/{id}/commentaires/{comment}/signalement",
            get(reasons::ask_comment_report).post(reasons::report_comment),
        )
        .route("/billets/{id}/commentaires/{comment}/signalement/classement", posted(comments::keep))
        .route("/billets/{id}/signalement", get(reasons::ask_report).post(reasons::report))
        .route("/billets/{id}/signalement/classement", posted(step::settle))
        .route("/billets/{id}/photos/{file}/{size}", get(photos::show))
}

const PATHS: &[&str] = &[
    "GET /journal",
    "GET /classes/{circle}/journal",
    "GET /classes/{circle}/billets",
    "POST /classes/{circle}/billets",
    "GET /classes/{circle}/billets/nouveau",
    "GET /billets/{id}",
    "POST /billets/{id}",
    "GET /billets/{id}/modifier",
    "POST /billets/{id}/relecture",
    "GET /billets/{id}/retour",
    "POST /billets/{id}/retour",
    "GET /billets/{id}/publication",
    "POST /billets/{id}/publication",
    "POST /billets/{id}/annulation",
    "GET /billets/{id}/retrait",
    "POST /billets/{id}/retrait",
    "POST /billets/{id}/remise",
    "POST /billets/{id}/archive",
    "POST /billets/{id}/commentaires",
    "POST /billets/{id}/commentaires/{comment}/validation",
    "POST /billets/{id}/commentaires/{comment}/masquage",
    "POST /billets/{id}/commentaires/{comment}/retrait",
    "GET /billets/{id}/commentaires/{comment}/signalement",
    "POST /billets/{id}/commentaires/{comment}/signalement",
    "POST /billets/{id}/commentaires/{comment}/signalement/classement",
    "GET /billets/{id}/signalement",
    "POST /billets/{id}/signalement",
    "POST /billets/{id}/signalement/classement",
    "GET /billets/{id}/photos/{file}/{size}",
];

/// Where the journal is, besides the list of journals.
const PLACES: [&str; 3] = ["/classes/*/journal", "/classes/*/billets", "/billets"];

fn places(viewer: &Viewer) -> Vec<Place> {
    match class::any(viewer) {
        true => vec![Place::new(W.journal(), "/journal", "journal", 20).with(PLACES)],
        false => Vec::new(),
    }
}

/// The page of a class has its own way there.
fn links_of_group(viewer: &Viewer, circle: CircleId, school: SchoolId) -> Vec<LinkButton> {
    let journal = || LinkButton::secondary(W.journal_of_group(), class::path(circle)).icon("journal");
    class::opens(viewer, circle, school).then(journal).into_iter().collect()
}
