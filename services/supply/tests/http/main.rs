//! The service through HTTP, with the named world, on both databases.
#![expect(clippy::unwrap_used, reason = "tests")]

use web::Service;

const SERVICES: &[&Service] = &[&supply::SERVICE];

mod double;
mod double_refused;
mod double_steps;
mod entry_adult;
mod entry_pupil;
mod entry_steps;
mod entry_strangers;
