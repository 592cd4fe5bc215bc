//! How much a thing asks of its readers (product.md §3.4), and how they are told.
//!
//! Three levels and no more: what awaits an answer is told at once, what is good to know comes once a day, memories come on
//! Friday. The page tells everything by itself; this module is about what leaves the house: a *push*, which carries no
//! content, and a *letter*, which carries a title and a link.
//!
//! What leaves is a row of `outing`, written in the transaction of the change, due at the first instant allowed by the
//! school ([`crate::delivery`]), then by the hours the person chose ([`OwnHours`], which only narrow), then spread over half
//! an hour where everybody would be told at the opening ([`due`]).
//!
//! **What is guaranteed.** Nothing leaves before its instant. Nothing is lost: a row that waits is claimed under a lease of
//! a minute, and whoever claims it dies, the lease ends and another node takes it. Nothing is doubled once it was noted as
//! sent. Between the sending and the note a node may die: what was sent is then sent again, which does no harm, because the
//! push carries a `Topic` and its notification a tag that replace the first, and the letter the same `Message-ID`. What was
//! hushed does not leave any more, unless it was already on its way.

mod alert;
pub mod digest;
mod due;
mod outing;
mod people;
pub mod preference;
pub mod subscription;
mod told;
mod unreached;
mod wide;

pub use alert::{alert, alert_circles, hush, hush_for};
pub(crate) use due::allowed;
pub use due::{due, jitter};
pub use outing::{Channel, Compose, Ending, Outing, OutingId, Word, claim, leave, no_letters, note, run_due};
pub use preference::{OwnHours, Preference};
pub use told::{Told, still_told};
pub use unreached::{Unreached, Why, unreached};

use school::text_enum;

text_enum! {
    /// What a thing asks.
    Attention {
        /// An answer, a signature: told as soon as the hours allow.
        Action = "action",
        /// To be read: told in the digest of the day.
        Info = "info",
        /// Photographs, works of children: told on Friday, « La semaine de Zoé ».
        Memory = "memory",
    }
}
