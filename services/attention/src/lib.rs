//! The economy of attention: when somebody is told what, by which way, and who was not reached.

use axum::Router;
use web::{Service, Site};

/// The service.
pub const SERVICE: Service = Service::new("attention", routes, PATHS);

fn routes() -> Router<Site> {
    Router::new()
}

const PATHS: &[&str] = &[];
