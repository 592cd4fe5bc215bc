//! The pages of conventions.

pub(crate) mod breach;
mod breach_part;
pub(crate) mod panel;
pub(crate) mod sum;
mod sum_table;
pub(crate) mod sums;
