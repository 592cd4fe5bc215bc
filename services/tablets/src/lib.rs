//! Doors for children: the tablet of a class and its wall, pictures, badges, the code for home.

use axum::Router;
use web::{Service, Site};

/// The service.
pub const SERVICE: Service = Service { ..Service::new("tablets", routes, PATHS) };

fn routes() -> Router<Site> {
    Router::new()
}

const PATHS: &[&str] = &[];
