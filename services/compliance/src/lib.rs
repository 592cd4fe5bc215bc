//! The register of processing, notices, retention, breaches, the accessibility declaration.

use axum::Router;
use web::{Service, Site};

/// The service.
pub const SERVICE: Service = Service::new("compliance", routes, PATHS);

const PATHS: &[&str] = &[];

fn routes() -> Router<Site> {
    Router::new()
}
