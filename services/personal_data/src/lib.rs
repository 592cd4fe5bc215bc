//! What is kept about somebody: seen, exported, corrected, limited; the desk that answers rights requests.

use axum::Router;
use web::{Service, Site};

/// The service.
pub const SERVICE: Service = Service::new("personal_data", routes, PATHS);

const PATHS: &[&str] = &[];

fn routes() -> Router<Site> {
    Router::new()
}
