//! The doors through HTTP, with the named world, on both databases.
#![expect(clippy::unwrap_used, reason = "tests")]

mod account;
mod activation;
mod activation_refused;
mod administrator;
mod charter;
mod devices;
mod joining;
mod journal;
mod lockout;
mod pace;
mod recovery;
mod renewal;
mod second_factor;
mod sheets;
mod sign_in;
mod stays;
mod steps;
mod strangers;
mod verification;

use web::Service;

const SERVICES: &[&Service] = &[&doors::SERVICE];
