//! Public sites of schools and communes, under a director of publication.

use axum::Router;
use web::{Service, Site};

/// The service.
pub const SERVICE: Service = Service::new("portal", routes, PATHS);

const PATHS: &[&str] = &[];

fn routes() -> Router<Site> {
    Router::new()
}
