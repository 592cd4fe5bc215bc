//! Actualités: information of a class, a school, a commune, a circonscription, an académie.

use axum::Router;
use web::{Service, Site};

/// The service.
pub const SERVICE: Service = Service::new("news", routes, PATHS);

fn routes() -> Router<Site> {
    Router::new()
}

const PATHS: &[&str] = &[];
