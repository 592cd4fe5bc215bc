//! The pages of conventions.

pub(crate) mod agreement;
mod agreement_parts;
pub(crate) mod articles;
mod articles_form;
pub(crate) mod decision;
mod decision_fields;
pub(crate) mod document;
pub(crate) mod move_on;
pub(crate) mod paper;
pub(crate) mod reason;
pub(crate) mod renewal;
pub(crate) mod signature;
pub(crate) mod status;
