//! Protection of children: reports, watched words, « J’ai besoin de parler », image rights.

use axum::Router;
use web::{Service, Site};

/// The service.
pub const SERVICE: Service = Service::new("protection", routes, PATHS);

fn routes() -> Router<Site> {
    Router::new()
}

const PATHS: &[&str] = &[];
