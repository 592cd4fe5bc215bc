//! What makes the house run: its parts in one place, jobs and nights, secrets, and who runs the scheme.

pub mod house;
pub mod identity;
pub mod job;
pub mod nightly;
pub mod secret;
