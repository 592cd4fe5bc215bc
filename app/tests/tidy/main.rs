//! The invariants of the house (ARCHITECTURE.md), read from its own sources.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod budgets;
mod charter;
mod dependencies;
mod documents;
mod migrations;
mod register;
mod routes;
mod situations;
mod statements;
mod tenancy;
mod tree;
mod words;
