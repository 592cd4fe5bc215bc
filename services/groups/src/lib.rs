//! Groups made by the people of a school: needs groups, several schools, by hand or by a rule, until a day.

use axum::Router;
use web::{Service, Site};

/// The service.
pub const SERVICE: Service = Service { ..Service::new("groups", routes, PATHS) };

fn routes() -> Router<Site> {
    Router::new()
}

const PATHS: &[&str] = &[];
