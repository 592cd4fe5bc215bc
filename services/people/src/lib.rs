//! Finding people: « La classe » with its faces, « Annuaire », the card of a family, what somebody shows of themselves.
//!
//! Who sees what of whom is one table, the [`matrix`]; a [`looker`] applies it from the places of a viewer. A search among the
//! people of a territory asks for a reason first, and each card opened there is noted for the person to read.

pub mod card;
pub mod class;
pub mod details;
pub mod face;
pub mod family;
pub mod looker;
pub mod matrix;
pub mod night;
pub mod opened;
mod pages;
pub mod personal_data;
pub mod place;
pub mod reason;
pub mod search;
pub mod shown;
pub mod vcard;

use axum::{
    Router,
    routing::{get, post},
};
use db::{Migration, migration};
use pages::{cards, contacts, directory, faces, family as families, me, opening, photos};
use school::{CircleId, PersonId, PersonKind, Profile, Right, SchoolId, Viewer};
use web::{
    Place, Service, Site,
    component::{Chapter, LinkButton},
};

::words::include_words!();

/// The service.
pub const SERVICE: Service = Service {
    migrations: MIGRATIONS,
    nightly: &[night::FACES],
    retention: night::RULES,
    places,
    links_of_school,
    links_of_class,
    links_of_child,
    personal_data: |tx, subject| Box::pin(personal_data::of(tx, subject)),
    erase: |tx, leaver| Box::pin(personal_data::erase(tx, leaver)),
    ..Service::new("people", routes, PATHS)
};

const MIGRATIONS: &[Migration] = &[migration!("people", "001_people")];

fn routes() -> Router<Site> {
    Router::new()
        .route("/ma-classe", get(faces::mine))
        .route("/classes/{circle}/trombinoscope", get(faces::show))
        .route("/classes/{circle}/trombinoscope/photos", get(photos::show).post(photos::keep))
        .route("/classes/{circle}/trombinoscope/photos/{person}/retrait", post(photos::remove))
        .route("/classes/{circle}/contacts", get(contacts::show))
        .route("/ecoles/{school}/trombinoscope", get(opening::show).post(opening::set))
        .route("/annuaire/personnes", get(directory::show))
        .route("/annuaire/motif", post(directory::give_reason))
        .route("/annuaire/personnes/{person}", get(cards::show))
        .route("/annuaire/personnes/{person}/carte.vcf", get(cards::vcard))
        .route("/annuaire/visages/{person}", get(cards::face))
        .route("/annuaire/moi", get(me::show).post(me::save))
        .route("/annuaire/moi/photo/retrait", post(me::remove_photo))
        .route("/familles/{child}", get(families::show))
}

const PATHS: &[&str] = &[
    "GET /ma-classe",
    "GET /classes/{circle}/trombinoscope",
    "GET /classes/{circle}/trombinoscope/photos",
    "POST /classes/{circle}/trombinoscope/photos",
    "POST /classes/{circle}/trombinoscope/photos/{person}/retrait",
    "GET /classes/{circle}/contacts",
    "GET /ecoles/{school}/trombinoscope",
    "POST /ecoles/{school}/trombinoscope",
    "GET /annuaire/personnes",
    "POST /annuaire/motif",
    "GET /annuaire/personnes/{person}",
    "GET /annuaire/personnes/{person}/carte.vcf",
    "GET /annuaire/visages/{person}",
    "GET /annuaire/moi",
    "POST /annuaire/moi",
    "POST /annuaire/moi/photo/retrait",
    "GET /familles/{child}",
];

/// « La classe » for pupils and parents, whose teachers come to it by their own page; « Annuaire » for adults.
fn places(viewer: &Viewer) -> Vec<Place> {
    let profile = viewer.profile();
    let family = matches!(profile, Profile::Pupil | Profile::Guardian) && !viewer.seats.is_empty();
    let class =
        family.then(|| Place::new(W.the_class(), "/ma-classe", "classe", 35).with(["/classes/*/trombinoscope"]));
    let adult = profile != Profile::Pupil && viewer.people.iter().any(|me| me.kind != PersonKind::Pupil);
    let looks = (adult && !viewer.seats.is_empty()) || viewer.may_over(Right::SearchDirectory);
    let directory = looks
        .then(|| Place::new(W.directory(), pages::DIRECTORY, "personnes", 59).with(["/annuaire/moi", "/familles"]));
    [class, directory].into_iter().flatten().collect()
}

fn links_of_school(viewer: &Viewer, school: SchoolId) -> Vec<LinkButton> {
    let opening = || LinkButton::secondary(W.opening(), opening::path(school)).icon("reglages").under(Chapter::Rules);
    viewer.may_at(Right::RunSchool, school).then(opening).into_iter().collect()
}

fn links_of_class(viewer: &Viewer, circle: CircleId, school: SchoolId) -> Vec<LinkButton> {
    if !viewer.may_in(Right::SeeClass, circle, school) {
        return Vec::new();
    }
    let faces = LinkButton::secondary(W.faces(), class::path(circle)).icon("personnes");
    let contacts =
        LinkButton::secondary(W.contacts_of_class(), format!("/classes/{circle}/contacts")).icon("telephone");
    vec![faces.under(Chapter::People), contacts.under(Chapter::People)]
}

fn links_of_child(_: &Viewer, child: PersonId) -> Vec<LinkButton> {
    vec![LinkButton::secondary(W.my_part(), format!("/familles/{child}")).icon("famille")]
}
