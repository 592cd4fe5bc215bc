//! Time: those who leave and come back, what is kept of them and erased, the turn of the school year, past classes.

use axum::Router;
use web::{Service, Site};

/// The service.
pub const SERVICE: Service = Service { ..Service::new("years", routes, PATHS) };

fn routes() -> Router<Site> {
    Router::new()
}

const PATHS: &[&str] = &[];
