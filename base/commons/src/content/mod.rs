//! What people make: things, who may do what with them, what happened to them, and what is said of them.

pub mod attachment;
pub mod event;
pub mod kept_text;
pub mod opening;
pub mod receipt;
pub mod report;
pub mod share;
pub mod thing;
pub mod untold;
pub mod watched;
