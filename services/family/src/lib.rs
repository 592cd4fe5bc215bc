//! « Mon foyer »: one account for all children, whom a family lets read, how it is reached.

use axum::Router;
use web::{Service, Site};

/// The service.
pub const SERVICE: Service = Service { ..Service::new("family", routes, PATHS) };

fn routes() -> Router<Site> {
    Router::new()
}

const PATHS: &[&str] = &[];
