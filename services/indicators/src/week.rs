//! Weeks, from Monday: the unit of the national figures, and the life of a pseudonym.

use db::{Moment, PARIS};
use jiff::{ToSpan, civil::Date};
use std::fmt;

/// A week, named by its Monday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Week(Date);

impl Week {
    /// The week of a day.
    pub fn of(day: Date) -> Self {
        Self(day.saturating_sub(i64::from(day.weekday().to_monday_zero_offset()).days()))
    }

    /// Reads the Monday it is stored as; the week of any other day.
    pub fn read(text: &str) -> Option<Self> {
        text.parse::<Date>().ok().map(Self::of)
    }

    /// Its first day.
    pub fn monday(self) -> Date {
        self.0
    }

    /// Its last day.
    pub fn sunday(self) -> Date {
        self.0.saturating_add(6.days())
    }

    /// Its seven days.
    pub fn days(self) -> impl Iterator<Item = Date> {
        (0..7_i64).map(move |number| self.0.saturating_add(number.days()))
    }

    /// The week so many weeks before.
    #[must_use]
    pub fn earlier(self, weeks: i64) -> Self {
        Self(self.0.saturating_sub(weeks.weeks()))
    }
}

impl fmt::Display for Week {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

/// The instant of an hour of a day in France.
pub fn instant(day: Date, hour: i8) -> Moment {
    PARIS.to_timestamp(day.at(hour, 0, 0, 0)).map_or(Moment::DAWN, Moment::from)
}

#[cfg(test)]
mod tests {
    use super::Week;
    use jiff::civil::date;

    #[test]
    fn a_week_goes_from_monday_to_sunday() {
        for day in [date(2026, 9, 28), date(2026, 10, 1), date(2026, 10, 4)] {
            let week = Week::of(day);
            assert_eq!((week.monday(), week.sunday()), (date(2026, 9, 28), date(2026, 10, 4)), "{day}");
        }
        assert_eq!(Week::of(date(2026, 10, 5)).earlier(1).to_string(), "2026-09-28");
        assert_eq!(Week::read("2026-10-07"), Some(Week::of(date(2026, 10, 5))));
        assert_eq!(Week::read("octobre"), None);
    }
}
