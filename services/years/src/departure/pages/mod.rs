//! The pages of departures: one's own, and those of a school.

pub(crate) mod mine;
pub(crate) mod school;
