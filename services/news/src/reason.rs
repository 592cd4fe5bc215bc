//! The words somebody gives with a decision: why a news is withdrawn, why it does not wait for the hours.

use crate::W;
use db::{Problems, Result};

/// The longest reason, in characters.
pub const LONGEST: usize = 1000;

/// The reason without spaces around it.
///
/// # Errors
/// [`db::Error::Invalid`] beside the field `reason` when there is none, or too much of it.
pub fn check(typed: &str) -> Result<&str> {
    let reason = typed.trim();
    let mut problems = Problems::default();
    problems.require(!reason.is_empty(), "reason", W.reason_missing());
    problems.require(reason.chars().count() <= LONGEST, "reason", W.reason_too_long());
    problems.or(reason)
}
