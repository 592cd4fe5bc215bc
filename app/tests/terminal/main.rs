//! The program as somebody types it in a terminal, on both databases.
#![expect(clippy::unwrap_used, reason = "tests")]

mod commands;
mod crash;
mod demonstration;
mod extractions;
mod house;
mod offices;
mod turning;
