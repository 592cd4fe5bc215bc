//! Messages: written between people of the school, seen through children.

use axum::Router;
use web::{Service, Site};

/// The service.
pub const SERVICE: Service = Service::new("messages", routes, PATHS);

fn routes() -> Router<Site> {
    Router::new()
}

const PATHS: &[&str] = &[];
