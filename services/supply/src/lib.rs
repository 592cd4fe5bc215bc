//! What the people of a school give the directory themselves: extractions of ONDE, somebody who is there before the deliveries
//! know it, entries that exist twice, corrections to ask for in ONDE.

use axum::Router;
use web::{Service, Site};

/// The service.
pub const SERVICE: Service = Service { ..Service::new("supply", routes, PATHS) };

fn routes() -> Router<Site> {
    Router::new()
}

const PATHS: &[&str] = &[];
