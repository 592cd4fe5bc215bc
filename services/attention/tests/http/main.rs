//! How people are told, through HTTP and by the clock, with the named world, on both databases.
#![expect(clippy::unwrap_used, reason = "tests")]

mod application;
mod contact;
mod digest;
mod economy;
mod holiday;
mod link;
mod model;
mod pause;
mod preference;
mod queue;
mod steps;
mod strangers;

use web::Service;

const SERVICES: &[&Service] = &[&attention::SERVICE, &steps::MOTS];
