//! Sums due: made from what a convention says, followed until they are paid, listed for those who have titres issued.

pub mod due;
pub mod export;
pub mod form;
mod line;
pub mod list;
mod making;
mod row;
pub mod state;
pub mod statement;
