//! The pages of what a head runs.

pub(crate) mod class;
pub(crate) mod delegation;
mod pass_part;
pub(crate) mod school;
pub(crate) mod services;
pub(crate) mod settings;
pub(crate) mod slip;
pub(crate) mod take;
pub(crate) mod territory;
