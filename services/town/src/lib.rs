//! « Ma commune »: menus, services, notices, what a commune offers to the families of its schools; municipal profiles; network advice.

use axum::Router;
use web::{Service, Site};

/// The service.
pub const SERVICE: Service = Service::new("town", routes, PATHS);

const PATHS: &[&str] = &[];

fn routes() -> Router<Site> {
    Router::new()
}
