//! Conventions through HTTP, with the named world, on both databases.
#![expect(clippy::unwrap_used, reason = "tests")]

mod authorities;
mod campaigns;
mod identity;
mod office;
mod open_directory;
mod requests;
mod schools;
mod strangers;
