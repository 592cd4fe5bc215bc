//! What every text area needs from the server: files that arrive in pieces, drafts kept.

use axum::Router;
use web::{Service, Site};

/// The service.
pub const SERVICE: Service = Service::new("writing", routes, PATHS);

fn routes() -> Router<Site> {
    Router::new()
}

const PATHS: &[&str] = &[];
