//! The program: its services, its settings, its commands.

pub mod bench;
pub mod command;
pub mod config;
pub mod demo;
mod figures;
pub mod services;
