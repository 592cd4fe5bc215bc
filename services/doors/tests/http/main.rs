//! The doors through HTTP, with the named world, on both databases.
#![expect(clippy::unwrap_used, reason = "tests")]

mod account;
mod activation;
mod activation_refused;
mod administrator;
mod blocking;
mod board;
mod board_rights;
mod charter;
mod devices;
mod invitations;
mod joining;
mod joining_you;
mod journal;
mod lending;
mod lending_ends;
mod lending_steps;
mod lockout;
mod mass_renewal;
mod pace;
mod places;
mod recovery;
mod renewal;
mod second_factor;
mod sheets;
mod sign_in;
mod stays;
mod steps;
mod strangers;
mod temporary;
mod verification;

use web::Service;

const SERVICES: &[&Service] = &[&doors::SERVICE];
