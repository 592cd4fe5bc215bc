//! Reading of the deliveries of the *annuaire académique fédérateur* of the first degree (AAF-1D): who the schools,
//! pupils, guardians and staff of an académie are, as interfaces.md §1 describes it.
//!
//! Call [`deliveries`] on what the académie has sent, then [`Delivery::read`] on each: members are streamed, so memory
//! does not grow with the size of the delivery. What concerns one value or one record is a [`Finding`] and reading
//! goes on; what makes the whole delivery unsafe is a [`Refusal`] and nothing of it may be kept.
//!
//! Nothing here fetches a DTD, expands a declared entity or remembers who has been read: records seen twice, links to
//! missing persons and disappearances are questions for the import, which has a database.

mod academies;
mod archive;
mod assembler;
mod delivery;
mod draft;
mod encoding;
mod entities;
mod entity;
mod finding;
mod folder;
mod grammar;
mod guardian;
mod header;
mod levels;
mod limits;
mod member;
mod modification;
mod pupil;
mod reader;
mod reading;
mod record;
mod refusal;
mod relations;
mod school;
mod staff;
mod summary;
mod value;

pub use academies::academy_code;
pub use delivery::{Delivery, Item};
pub use entity::{Entity, Kind};
pub use finding::{Finding, Origin, Reason, Severity};
pub use folder::deliveries;
pub use guardian::Guardian;
pub use header::Header;
pub use levels::{LEVELS, LevelCode, level_of};
pub use limits::Limits;
pub use member::Member;
pub use modification::Modification;
pub use pupil::{Authority, ClassRef, Level, Pupil};
pub use record::{Record, Request};
pub use refusal::{Position, Refusal, said_of};
pub use relations::relation_label;
pub use school::School;
pub use staff::{Function, Staff};
pub use summary::{Count, Summary};
pub use value::uai_is_valid;
