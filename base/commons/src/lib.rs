//! What every service stands on: things and their shares, events, receipts, notifications, files, jobs, mail, audit.
//!
//! Content is a [`thing`]; a [`share`] says who may do what with it, from when. `visible_from` is how the [`pause`]
//! numérique works for every service at once: writing is always allowed, delivery waits. Each change records an
//! [`event`] in its own transaction.

mod content;
mod engine;
mod files;
mod hours;
mod people;
mod proof;
mod telling;

use db::{Migration, migration};

// Each is named without its folder.
pub use content::{attachment, event, kept_text, opening, receipt, report, share, thing, untold, watched};
pub use engine::{house, identity, job, nightly, secret};
pub use files::{deposit, file, file_name, hold, paper, passage, photo, sniff};
pub use hours::{delivery, holiday, pause, rescheduling};
pub use people::{activation, arrival, head, image_right, lending, limitation};
pub use proof::{access, audit, conformity, erasure, retention, usage};
pub use telling::{attention, flash, live, mail, notification, push, reading_link};

pub use attention::Attention;
pub use house::House;
pub use share::Level;
pub use thing::{Kind, Thing, ThingId};

/// The jobs of this crate.
pub const JOBS: &[job::JobKind] = &[mail::SEND, audit::SEAL, delivery::WAKE, deposit::EXPIRE];

/// The schema of this crate, oldest first.
pub const MIGRATIONS: &[Migration] = &[
    migration!("commons", "001_commons"),
    migration!("commons", "002_share_newest"),
    migration!("commons", "003_known_until"),
    migration!("commons", "004_attention"),
    migration!("commons", "005_deposit"),
    migration!("commons", "006_outing"),
    migration!("commons", "007_protection"),
    migration!("commons", "008_receipt"),
    migration!("commons", "009_from_label"),
    migration!("commons", "010_deposit_kept"),
    migration!("commons", "011_office"),
    migration!("commons", "012_access"),
    migration!("commons", "013_retention"),
    migration!("commons", "014_file_hold"),
    migration!("commons", "015_erasure"),
    migration!("commons", "016_image_wording"),
    migration!("commons", "017_kept"),
];
