//! Usage indicators (DNMA), measured by the server without following anybody.
//!
//! Pages leave hits in memory ([`commons::usage`]), written by the batch under the pseudonyms of the week ([`hit`]). At night
//! they become visits ([`night`]); when a week is over its counts are protected ([`protect`]), summed up for every place
//! around, and all they were counted from is erased. What people are shown is worked out from that alone.

pub mod adoption;
mod census;
mod chance;
mod chart;
mod closing;
pub mod dnma;
pub mod facet;
pub mod fictive;
pub mod figure;
pub mod hit;
mod key;
pub mod night;
mod pages;
pub mod period;
mod place;
pub mod protect;
mod report;
mod say;
pub mod scope;
pub mod sender;
pub mod similar;
mod slice;
mod visit;
pub mod week;

use axum::{Router, routing::get};
use db::{Migration, migration};
use pages::{board, data, sender as sending, sheet};
use school::{Right, SchoolId, Viewer};
use web::{Place, Service, Site, component::LinkButton};

::words::include_words!();

/// The service.
pub const SERVICE: Service = Service {
    migrations: MIGRATIONS,
    nightly: &[night::COUNT],
    places,
    links_of_school,
    ..Service::new("indicators", routes, PATHS)
};

const MIGRATIONS: &[Migration] = &[migration!("indicators", "001_indicators"), migration!("indicators", "002_chance")];

const PATHS: &[&str] = &[
    "GET /indicateurs",
    "GET /indicateurs/fiche.pdf",
    "GET /indicateurs/dnma.csv",
    "GET /indicateurs/envoi",
    "POST /indicateurs/envoi",
    "GET /indicateurs/envoi/{day}/{part}",
];

fn routes() -> Router<Site> {
    Router::new()
        .route("/indicateurs", get(board::show))
        .route("/indicateurs/fiche.pdf", get(sheet::show))
        .route("/indicateurs/dnma.csv", get(data::show))
        .route("/indicateurs/envoi", get(sending::show).post(sending::set))
        .route("/indicateurs/envoi/{day}/{part}", get(sending::file))
}

/// For those with a task; a head finds them on the page of the school.
fn places(viewer: &Viewer) -> Vec<Place> {
    match viewer.may_over(Right::SeeIndicators) {
        true => vec![Place::new(W.indicators(), "/indicateurs", "graphique", 56)],
        false => Vec::new(),
    }
}

fn links_of_school(viewer: &Viewer, school: SchoolId) -> Vec<LinkButton> {
    let board =
        || LinkButton::secondary(W.indicators(), format!("/indicateurs?lieu=school:{school}")).icon("graphique");
    viewer.may_at(Right::SeeIndicators, school).then(board).into_iter().collect()
}
