//! The database of the house: one SQL text over SQLite and PostgreSQL.
//!
//! Statements are written once, in lower case, in the dialect both engines share (ARCHITECTURE.md, « One SQL »), with
//! `$1` placeholders. Nothing outside this crate knows which engine runs. Three things live here besides: the one
//! [`Error`] of the house, the identifiers and moments every table uses, and the clock and chance of the process, which
//! are passed in so that a test can be tomorrow.

mod ambient;
mod arg;
mod bulk;
mod database;
mod days;
mod error;
mod fold;
mod id;
mod migration;
mod moment;
mod notice;
mod suspension;
mod tx;
mod workshop;

pub use ambient::{Ambient, Clock, Dice};
pub use arg::{Arg, id_list};
pub use bulk::Rows;
pub use database::{Db, Engine};
pub use days::{days_between, days_later, months_later};
pub use error::{Error, Problems, Result};
pub use fold::{fold, search_key, sort_key};
pub use id::Key;
pub use migration::{Migration, migrate};
pub use moment::{Day, Moment, PARIS};
pub use sqlx::FromRow;
pub use suspension::Suspended;
pub use tx::{Record, Soon, Tx};
pub use uuid::Uuid;
pub use workshop::Workshop;

#[doc(hidden)]
pub mod reexport {
    pub use serde;
    pub use sqlx;
    pub use uuid;
}
