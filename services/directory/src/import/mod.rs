//! The import of a directory delivery (interfaces.md §1).
//!
//! A delivery is read once, streaming, into tables on the side ([`stage`]); there it is put right ([`mend`]) and
//! compared with what is known ([`plan`]), while the school goes on. Doubts stop it ([`judge`]). What differs is then
//! applied in one short transaction ([`merge`]): all of the delivery or nothing. A crash at any moment leaves the state
//! before; running the import again is always right.

mod batch;
mod circles;
mod delta;
mod details;
mod judge;
mod known;
mod mend;
mod merge;
mod plan;
mod read;
pub mod report;
mod run;
mod stage;

pub use judge::Doubt;
pub use report::{Counts, Outcome, Report, Tally};
pub use run::{Options, Progress, import};
