//! The *pause numérique*: when what somebody writes may reach its readers.
//!
//! Writing is always allowed; only delivery waits (product.md §3.2, domain.md §10). A service asks the school's
//! [`Calendar`] for the [`Delivery`] of what was just written, stores its instant as `visible_from`, and tells the
//! author [`When`] that is. Everything here is pure: the clock and the table of school holidays are passed in.

mod holiday;
#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests;
mod window;

use std::ops::Range;

use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

pub use holiday::{Period, Zone, public_holidays, zone_c, zones};
pub use window::{HolidayRule, Hours, HoursProblem};

pub use db::PARIS;

/// Longer than any wait that checked hours and true holidays can cause, which is a summer.
const HORIZON_DAYS: usize = 400;

/// One school's calendar of delivery.
#[derive(Debug, Clone)]
pub struct Calendar<'a> {
    /// The hours chosen by the head, or the national ones.
    pub hours: &'a Hours,
    /// The school holidays of this school's own zone, in any order; rows of another zone must be left out.
    pub holidays: &'a [Period],
    /// The time zone of the school's clock, usually a clone of [`PARIS`].
    pub zone: TimeZone,
}

/// What becomes of something written now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    /// Delivered at once.
    Now,
    /// Kept until this instant, the first of an open window.
    At(Timestamp),
}

/// A delivery as its author is told about it, « Sera remis lundi à 7 h »: the parts of the sentence, in the school's own time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// At once, or already done.
    Now,
    /// Later the same day.
    Today(Time),
    /// The next day.
    Tomorrow(Time),
    /// In two to six days, where the day's name is enough.
    Day(Weekday, Time),
    /// In a week or more.
    Date(Date, Time),
}

impl Calendar<'_> {
    /// The delivery of what is written at this instant.
    ///
    /// A calendar that does not open within 400 days (hours that were never checked, holidays entered over
    /// years) delivers at once: a message may come at a bad hour, it is never lost.
    pub fn delivery(&self, at: Timestamp) -> Delivery {
        let today = self.zone.to_datetime(at).date();
        let next =
            today.series(1.day()).take(HORIZON_DAYS).filter_map(|day| self.window(day)).find(|window| at < window.end);
        match next {
            Some(window) if at < window.start => Delivery::At(window.start),
            Some(_) | None => Delivery::Now,
        }
    }

    /// How to tell a reader, at the instant `now`, when this delivery is.
    pub fn phrase(&self, delivery: Delivery, now: Timestamp) -> When {
        let Delivery::At(at) = delivery else {
            return When::Now;
        };
        if at <= now {
            return When::Now;
        }
        let due = self.zone.to_datetime(at);
        let today = self.zone.to_datetime(now).date();
        match today.duration_until(due.date()).as_hours() / 24 {
            0 => When::Today(due.time()),
            1 => When::Tomorrow(due.time()),
            2..=6 => When::Day(due.weekday(), due.time()),
            _ => When::Date(due.date(), due.time()),
        }
    }

    /// The instants between which this day delivers. Opening and closing are compared as instants and not as
    /// readings of the clock, because one reading exists twice in October and another never in March.
    fn window(&self, day: Date) -> Option<Range<Timestamp>> {
        if !self.delivers_on(day) {
            return None;
        }
        let opens = self.zone.to_timestamp(day.to_datetime(self.hours.opens)).ok()?;
        let closes = if self.hours.close_at_midnight() {
            day.tomorrow().ok()?.to_datetime(Time::midnight())
        } else {
            day.to_datetime(self.hours.closes)
        };
        Some(opens..self.zone.to_timestamp(closes).ok()?)
    }

    fn delivers_on(&self, day: Date) -> bool {
        self.hours.includes(day.weekday()) && !holiday::is_public(day) && !self.waits_on(day)
    }

    /// Whether nobody is told on this day outside the digest.
    pub fn only_digest(&self, day: Date) -> bool {
        self.hours.holidays == HolidayRule::Digest && self.is_holiday(day)
    }

    fn is_holiday(&self, day: Date) -> bool {
        self.holidays.iter().any(|period| period.covers(day))
    }

    fn waits_on(&self, day: Date) -> bool {
        match self.hours.holidays {
            HolidayRule::Deliver | HolidayRule::Digest => false,
            HolidayRule::Wait => self.is_holiday(day),
        }
    }
}

impl Delivery {
    /// The instant of delivery of what was written at `at`: the `visible_from` of a share.
    pub fn instant(self, at: Timestamp) -> Timestamp {
        match self {
            Delivery::Now => at,
            Delivery::At(instant) => instant,
        }
    }
}
