//! The import of a directory delivery (interfaces.md §1).
//!
//! A delivery is read once, streaming, by two threads. Each record is compared with the `roll` of those known; only
//! what differs, or all that a delta says, goes on the bench (`stage`) and is worked out there (`plan`) while the school
//! goes on. Doubts stop it (`judge`). The plan is then applied in one short transaction (`merge`): all of the delivery or
//! nothing. A crash at any moment leaves the state before; running the import again is always right.
//!
//! The first delivery of an académie where nobody has an account yet is loaded straight into the tables of the house,
//! in one transaction too.

mod awaited;
mod batch;
mod by_hand;
mod circles;
mod delta;
mod details;
mod digest;
mod homes;
mod judge;
mod last_word;
mod levels;
mod merge;
mod places;
mod plan;
mod read;
mod recall;
pub mod report;
mod roll;
mod run;
mod sorter;
mod stage;

pub use batch::PERSON;
pub use judge::Doubt;
pub use report::{Counts, Outcome, Report, Tally};
pub use run::{Options, Progress, import};
