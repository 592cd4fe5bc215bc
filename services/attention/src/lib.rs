//! The economy of attention: when somebody is told what, by which way, and who was not reached.
//!
//! The queue and its rules are in [`commons::attention`]; here are the words: the letters ([`letter`]), the page where each
//! chooses how to be told ([`choice`]), what makes a browser able to be woken, the link of a letter, the table of school
//! holidays ([`holiday`]), and whom nothing reaches ([`contact`]).

pub mod choice;
pub mod contact;
pub mod holiday;
mod leaving;
pub mod letter;
mod pages;
pub mod personal_data;

use axum::{
    Router,
    routing::{get, post},
};
use commons::{
    House,
    attention::{self, digest},
};
use db::{Migration, Result, migration};
use pages::{application, contact as contacts, device, holiday as holidays, preference, reading};
use school::{CircleId, Right, SchoolId, Viewer};
use std::time::Duration;
use web::{
    Place, Service, Site,
    component::{Chapter, LinkButton},
};

::words::include_words!();

/// The service.
pub const SERVICE: Service = Service {
    migrations: MIGRATIONS,
    places,
    links_of_school,
    links_of_class,
    personal_data: |tx, subject| Box::pin(personal_data::of(tx, subject)),
    readers: true,
    erase: |tx, leaver| Box::pin(leaving::erase(tx, leaver)),
    ..Service::new("attention", routes, PATHS)
};

const MIGRATIONS: &[Migration] = &[migration!("attention", "001_handed_over"), migration!("attention", "002_leaving")];

fn routes() -> Router<Site> {
    Router::new()
        .route("/compte/notifications", get(preference::show).post(preference::save))
        .route("/notifications/abonnements", post(device::add))
        .route("/notifications/abonnements/{subscription}/fin", post(device::end))
        .route("/lecture/{token}", get(reading::show))
        .route("/manifest.webmanifest", get(application::manifest))
        .route("/service-worker.js", get(application::worker))
        .route("/icone.svg", get(application::icon))
        .route("/vacances-scolaires", get(holidays::show).post(holidays::set))
        .route("/vacances-scolaires/retrait", post(holidays::remove))
        .route("/ecoles/{school}/joindre", get(contacts::of_school))
        .route("/classes/{circle}/joindre", get(contacts::of_class))
        .route("/ecoles/{school}/joindre/{person}/fait", post(contacts::done_in_school))
        .route("/classes/{circle}/joindre/{person}/fait", post(contacts::done_in_class))
        .route("/ecoles/{school}/joindre/{person}/fait/annulation", post(contacts::undone_in_school))
        .route("/classes/{circle}/joindre/{person}/fait/annulation", post(contacts::undone_in_class))
}

const PATHS: &[&str] = &[
    "GET /compte/notifications",
    "POST /compte/notifications",
    "POST /notifications/abonnements",
    "POST /notifications/abonnements/{subscription}/fin",
    "GET /lecture/{token}",
    "GET /manifest.webmanifest",
    "GET /service-worker.js",
    "GET /icone.svg",
    "GET /vacances-scolaires",
    "POST /vacances-scolaires",
    "POST /vacances-scolaires/retrait",
    "GET /ecoles/{school}/joindre",
    "GET /classes/{circle}/joindre",
    "POST /ecoles/{school}/joindre/{person}/fait",
    "POST /classes/{circle}/joindre/{person}/fait",
    "POST /ecoles/{school}/joindre/{person}/fait/annulation",
    "POST /classes/{circle}/joindre/{person}/fait/annulation",
];

fn places(viewer: &Viewer) -> Vec<Place> {
    match viewer.may_over(Right::SetHolidays) {
        true => vec![Place::new(W.holidays_entry(), "/vacances-scolaires", "agenda", 65)],
        false => Vec::new(),
    }
}

fn links_of_school(viewer: &Viewer, school: SchoolId) -> Vec<LinkButton> {
    viewer.heads(school).then(|| contacts_link(format!("/ecoles/{school}/joindre"))).into_iter().collect()
}

fn links_of_class(viewer: &Viewer, circle: CircleId, school: SchoolId) -> Vec<LinkButton> {
    let sees = viewer.may_in(Right::SeeClass, circle, school);
    sees.then(|| contacts_link(format!("/classes/{circle}/joindre"))).into_iter().collect()
}

fn contacts_link(address: String) -> LinkButton {
    LinkButton::secondary(W.contacts_title(), address).icon("telephone").under(Chapter::Doors)
}

/// Gathers the digests whose hour has come, then lets out all that is due; tells how much left, or was tried.
///
/// # Errors
/// A fault of the database.
pub async fn turn(house: &House, services: &'static [&'static Service]) -> Result<usize> {
    digest::gather_due(house).await?;
    attention::leave(house, &letter::compose(services)).await
}

/// Between two looks at the queue: what is immediate leaves within so long.
const PACE: Duration = Duration::from_secs(2);
/// Digests have an hour, not a second: they are looked for every so many turns.
const DIGESTS_EVERY: u64 = 15;

/// Lets out whatever is due until the process ends. Every node may run it.
pub async fn work(house: House, services: &'static [&'static Service]) {
    let compose = letter::compose(services);
    for turn in 0_u64.. {
        if turn % DIGESTS_EVERY == 0
            && let Err(error) = digest::gather_due(&house).await
        {
            tracing::error!(%error, "digests were not gathered");
        }
        if let Err(error) = attention::leave(&house, &compose).await {
            tracing::error!(%error, "the queue of what leaves does not answer");
        }
        tokio::time::sleep(PACE).await;
    }
}
