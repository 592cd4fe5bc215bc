//! The last day of whoever comes for a time.

use db::{Moment, PARIS};
use jiff::{ToSpan, civil::Date};
use school::SchoolYear;

/// The instant a day ends, in France.
pub fn end_of(day: Date) -> Moment {
    let next = day.saturating_add(1.day());
    PARIS.to_timestamp(next.at(0, 0, 0, 0)).map_or(Moment::DAWN, Moment::from)
}

/// The last day of the school year a day is in.
pub fn last_of_year(today: Date) -> Date {
    let year = i16::try_from(SchoolYear::of(today).0 + 1).unwrap_or(i16::MAX);
    Date::new(year, 7, 31).unwrap_or(today)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_school_year_ends_in_july() {
        assert_eq!(last_of_year(date(2026, 10, 1)), date(2027, 7, 31));
        assert_eq!(last_of_year(date(2027, 7, 31)), date(2027, 7, 31));
        assert_eq!(last_of_year(date(2027, 8, 1)), date(2028, 7, 31));
    }
}
