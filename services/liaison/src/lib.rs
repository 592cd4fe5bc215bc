//! The carnet de liaison: words to families, read, signed or answered by each responsible adult.

use axum::Router;
use web::{Service, Site};

/// The service.
pub const SERVICE: Service = Service::new("liaison", routes, PATHS);

fn routes() -> Router<Site> {
    Router::new()
}

const PATHS: &[&str] = &[];
