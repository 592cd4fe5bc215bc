//! Requests of schools to their commune (*téléprocédures*), followed until they are done.

use axum::Router;
use web::{Service, Site};

/// The service.
pub const SERVICE: Service = Service::new("requests", routes, PATHS);

const PATHS: &[&str] = &[];

fn routes() -> Router<Site> {
    Router::new()
}
