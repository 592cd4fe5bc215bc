//! « À corriger dans ONDE »: what the directory says wrong of somebody, as the people of the school signal it. What an extraction says
//! otherwise is not there: ONDE says it already, the directory follows. Nothing is corrected here: the head does it in ONDE, and says
//! that it is done.

mod field;
mod list;

pub use field::Field;
pub(crate) use list::SHOWN_DAYS;
pub use list::{Correction, CorrectionId, Subject, corrections, done, reopen, signal, signalled, subjects};
pub(crate) use list::{note, take_back};
