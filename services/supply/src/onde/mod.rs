//! Extractions of ONDE given by the head of a school (interfaces.md §2.1–2.4): files are read, compared with the school, looked
//! at, applied whole or not at all, and put back within thirty days.
//!
//! A [`run`] keeps the files, never what follows from them: the [`plan`] is worked out again each time, from the files, the
//! choices and the school as it is, so that what is applied is what would be seen now. A school that the académie delivers is
//! only compared ([`school::School::is_delivered`]).

mod adult;
mod apply;
pub mod choices;
mod class;
mod details;
mod group;
mod known;
mod ledger;
mod names;
pub mod plan;
mod pupil;
mod reading;
mod remark;
pub mod report;
pub mod run;
mod teacher;
pub mod undo;

pub use apply::apply as apply_plan;
pub use reading::{FileRead, refusals};

/// How long a run can be put back, and is kept.
pub const UNDO_DAYS: i64 = 30;
