//! The help desk: requests, answers, articles, training sessions.

use axum::Router;
use web::{Service, Site};

/// The service.
pub const SERVICE: Service = Service::new("assistance", routes, PATHS);

const PATHS: &[&str] = &[];

fn routes() -> Router<Site> {
    Router::new()
}
