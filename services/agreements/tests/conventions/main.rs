//! Conventions through HTTP, with the named world and a commune, on both databases.
#![expect(clippy::unwrap_used, reason = "tests")]

mod articles;
mod board;
mod commune;
mod decisions;
mod documents;
mod proposing;
mod reference;
mod reminders;
mod renewal;
mod scene;
mod signing;
mod strangers;

use web::Service;

const SERVICES: &[&Service] = &[&agreements::SERVICE];
