//! Usage indicators (DNMA), measured by the server without following anybody.

use axum::Router;
use web::{Service, Site};

/// The service.
pub const SERVICE: Service = Service::new("indicators", routes, PATHS);

const PATHS: &[&str] = &[];

fn routes() -> Router<Site> {
    Router::new()
}
