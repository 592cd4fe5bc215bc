//! « Aujourd’hui »: where everybody arrives. Each profile finds what is new and gets to it in one tap.
//!
//! Nothing is kept here: what is new is read from the shares of one's circles ([`news`]), what is to be treated from the
//! notices other services left. The service also holds the legal notice.

pub mod news;
mod pages;

use axum::{Router, routing::get};
use pages::{child, document, today};
use school::{Door, Viewer};
use web::{Place, Service, Site};

::words::include_words!();

/// The service.
pub const SERVICE: Service =
    Service { label: "ACCUEIL", places, doors: Door::ALL, readers: true, ..Service::new("home", routes, PATHS) };

const PATHS: &[&str] = &["GET /", "GET /enfants/{person}", "GET /mentions-legales"];

/// Behind the code of the family there is no class to tell of: only one's own work.
fn places(viewer: &Viewer) -> Vec<Place> {
    if viewer.door.is_at_home() { Vec::new() } else { vec![Place::new(web::W.today_entry(), "/", "aujourdhui", 0)] }
}

fn routes() -> Router<Site> {
    Router::new()
        .route("/", get(today::show))
        .route("/enfants/{person}", get(child::show))
        .route("/mentions-legales", get(document::legal))
}
