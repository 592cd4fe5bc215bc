//! The days of a group.

use db::Day;
use jiff::civil::Date;
use school::SchoolYear;

/// The last day of the school year a day belongs to.
pub(crate) fn end_of_year(day: Date) -> Date {
    let year = i16::try_from(SchoolYear::of(day).0 + 1).unwrap_or(i16::MAX);
    Date::new(year, 7, 31).unwrap_or(day)
}

/// A day as it was kept, in words; what cannot be read is shown as it is.
pub(crate) fn words(day: &Day) -> String {
    day.date().map_or_else(|| day.to_string(), web::dates::date)
}
