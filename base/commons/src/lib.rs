//! What every service stands on: things and their shares, events, receipts, notifications, files, jobs, mail, audit.
//!
//! Content is a [`thing`]; a [`share`] says who may do what with it, from when. `visible_from` is how the [`pause`]
//! numérique works for every service at once: writing is always allowed, delivery waits. Each change records an
//! [`event`] in its own transaction.

pub mod access;
pub mod activation;
pub mod arrival;
pub mod attachment;
pub mod attention;
pub mod audit;
pub mod conformity;
pub mod delivery;
pub mod deposit;
pub mod erasure;
pub mod event;
pub mod file;
pub mod flash;
pub mod head;
pub mod hold;
pub mod holiday;
pub mod house;
pub mod identity;
pub mod image_right;
pub mod job;
pub mod lending;
pub mod limitation;
pub mod live;
pub mod mail;
pub mod nightly;
pub mod notification;
pub mod opening;
pub mod paper;
pub mod passage;
pub mod pause;
pub mod photo;
pub mod push;
pub mod reading_link;
pub mod receipt;
pub mod report;
pub mod rescheduling;
pub mod retention;
pub mod secret;
pub mod share;
pub mod shut;
pub mod sniff;
pub mod thing;
pub mod usage;
pub mod watched;

use db::{Migration, migration};

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
];
