//! The journal through HTTP, with the named world, on both databases.
#![expect(clippy::unwrap_used, missing_docs, reason = "tests")]

mod reading;

use web::Service;

const SERVICES: &[&Service] = &[&journal::SERVICE];
