//! Instants and days as the database keeps them.

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use std::fmt;

/// An instant: milliseconds since 1970 in UTC. Finer clocks are truncated, because the two databases would not agree.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, sqlx::Type, serde::Serialize, serde::Deserialize,
)]
#[sqlx(transparent)]
#[serde(transparent)]
pub struct Moment(pub i64);

impl Moment {
    /// The beginning of time, earlier than anything stored.
    pub const DAWN: Self = Self(0);

    /// The same instant for calendar work.
    pub fn timestamp(self) -> Timestamp {
        Timestamp::from_millisecond(self.0).unwrap_or_default()
    }

    /// The day it is in France at this instant.
    pub fn day(self) -> Date {
        self.timestamp().to_zoned_datetime(PARIS.clone()).date()
    }

    /// This instant later by `seconds` (earlier when negative).
    #[must_use]
    pub fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0 + seconds * 1000)
    }

    /// This instant later by `days` of 24 hours.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        self.plus_seconds(days * 86_400)
    }
}

impl From<Timestamp> for Moment {
    fn from(timestamp: Timestamp) -> Self {
        Self(timestamp.as_millisecond())
    }
}

/// The time zone of every school served, compiled into the program.
pub static PARIS: TimeZone = jiff::tz::get!("Europe/Paris");

/// A civil day, stored as ISO text so that both databases order it alike.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, sqlx::Type, serde::Serialize, serde::Deserialize)]
#[sqlx(transparent)]
#[serde(transparent)]
pub struct Day(String);

impl Day {
    /// The civil date.
    pub fn date(&self) -> Option<Date> {
        self.0.parse().ok()
    }

    /// ISO text, `2026-09-07`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<Date> for Day {
    fn from(date: Date) -> Self {
        Self(date.to_string())
    }
}

impl fmt::Display for Day {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}
