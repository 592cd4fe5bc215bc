//! What the house must prove: who did what and who looked, what is kept how long, how it is used and conforms.

pub mod access;
pub mod audit;
pub mod conformity;
pub mod erasure;
pub mod retention;
pub mod usage;
