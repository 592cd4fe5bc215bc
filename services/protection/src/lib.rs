//! Protection of children: reports and what waits to be validated, watched words, « J’ai besoin de parler », image rights.
//!
//! Reports, watched words and image rights are kept by `commons`, since every service has a part in them; their pages are
//! here. What a child asks an adult ([`talk`]) is here whole: a thing shared with that adult alone, in no feed, which those
//! responsible for the child find nowhere.

pub mod guardian;
pub mod held;
mod leaving;
pub mod listener;
mod pages;
pub mod personal_data;
pub mod reason;
pub mod talk;
pub mod task;

use axum::{
    Router,
    routing::{get, post},
};
use db::{Migration, migration};
use pages::{
    class_image as class_images, image as images, queue, report as reports, request as requests, setting as settings,
    talk as talks,
};
use school::{CircleId, Door, PersonId, Right, SchoolId, Viewer, rights::carries};
use web::{
    Place, Service, Site,
    component::{Chapter, LinkButton},
};

::words::include_words!();

/// The service.
pub const SERVICE: Service = Service {
    migrations: MIGRATIONS,
    jobs: &[talk::FORGET],
    places,
    links_of_school,
    links_of_class,
    links_of_child,
    sentence: task::sentence,
    tasks: |tx, viewer| Box::pin(task::of(tx, viewer)),
    personal_data: |tx, subject| Box::pin(personal_data::of(tx, subject)),
    doors: Door::IN_CLASS,
    erase: |tx, leaver| Box::pin(leaving::erase(tx, leaver)),
    ..Service::new("protection", routes, PATHS)
};

const MIGRATIONS: &[Migration] = &[migration!("protection", "001_protection"), migration!("protection", "002_leaving")];

fn routes() -> Router<Site> {
    Router::new()
        .route("/signaler/{kind}/{id}", get(reports::ask).post(reports::send))
        .route("/a-valider", get(queue::show))
        .route("/a-valider/signalements/{report}/classement", post(queue::settle))
        .route("/ecoles/{school}/protection", get(settings::show))
        .route("/ecoles/{school}/protection/mots", post(settings::add_word))
        .route("/ecoles/{school}/protection/mots/{word}/retrait", post(settings::remove_word))
        .route("/ecoles/{school}/protection/adultes", post(settings::choose))
        .route("/parler", get(talks::show).post(talks::ask))
        .route("/paroles/{id}", get(requests::show))
        .route("/paroles/{id}/lecture", post(requests::see))
        .route("/paroles/{id}/direction", post(requests::pass_on))
        .route("/paroles/{id}/cloture", post(requests::close))
        .route("/droit-image", get(images::show))
        .route("/droit-image/{school}/{child}", post(images::save))
        .route("/classes/{circle}/droit-image", get(class_images::show).post(class_images::enter))
}

const PATHS: &[&str] = &[
    "GET /signaler/{kind}/{id}",
    "POST /signaler/{kind}/{id}",
    "GET /a-valider",
    "POST /a-valider/signalements/{report}/classement",
    "GET /ecoles/{school}/protection",
    "POST /ecoles/{school}/protection/mots",
    "POST /ecoles/{school}/protection/mots/{word}/retrait",
    "POST /ecoles/{school}/protection/adultes",
    "GET /parler",
    "POST /parler",
    "GET /paroles/{id}",
    "POST /paroles/{id}/lecture",
    "POST /paroles/{id}/direction",
    "POST /paroles/{id}/cloture",
    "GET /droit-image",
    "POST /droit-image/{school}/{child}",
    "GET /classes/{circle}/droit-image",
    "POST /classes/{circle}/droit-image",
];

fn places(viewer: &Viewer) -> Vec<Place> {
    let reviews = validates(viewer).then(|| Place::new(W.to_validate(), "/a-valider", "bouclier", 55));
    // Image rights are reached from the page of a child.
    reviews.into_iter().collect()
}

fn links_of_school(viewer: &Viewer, school: SchoolId) -> Vec<LinkButton> {
    let settings = || {
        LinkButton::secondary(W.settings_title(), format!("/ecoles/{school}/protection"))
            .icon("bouclier")
            .under(Chapter::Rules)
    };
    viewer.may_at(Right::SetProtection, school).then(settings).into_iter().collect()
}

fn links_of_class(viewer: &Viewer, circle: CircleId, school: SchoolId) -> Vec<LinkButton> {
    let sees = viewer.may_in(Right::SeeImageRights, circle, school);
    let rights = || image_rights_link(format!("/classes/{circle}/droit-image")).under(Chapter::Rules);
    sees.then(rights).into_iter().collect()
}

fn links_of_child(viewer: &Viewer, child: PersonId) -> Vec<LinkButton> {
    let is_theirs = viewer.children().iter().any(|own| own.id == child);
    is_theirs.then(|| image_rights_link(IMAGE_RIGHTS)).into_iter().collect()
}

fn image_rights_link(address: impl Into<String>) -> LinkButton {
    LinkButton::secondary(W.image_rights(), address).icon("photo")
}

/// Where a family answers about the image of its children.
pub(crate) const IMAGE_RIGHTS: &str = "/droit-image";

/// Whether the viewer is of those who read over and look at reports: teachers and heads.
fn validates(viewer: &Viewer) -> bool {
    viewer.seats.iter().any(|seat| carries(seat.role, Right::SeeClass))
}
