//! The pages of the turn of the year.

pub(crate) mod academy;
pub(crate) mod class;
pub(crate) mod opening;
pub(crate) mod overview;
pub(crate) mod pupils;
pub(crate) mod schools;
pub(crate) mod sweep_opening;
pub(crate) mod sweep_undo;
pub(crate) mod undo;
