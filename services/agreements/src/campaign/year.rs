//! The school year a campaign is of, by the year it begins in.

use jiff::civil::{Date, date};

/// « 2022-2023 », for the year a school year begins in.
pub fn year_name(year: i64) -> String {
    format!("{year}-{}", year + 1)
}

/// The day conventions of a school year end: 5 September after it (convention, article 10).
pub fn end_of(year: i64) -> Date {
    i16::try_from(year + 1).map_or(Date::MAX, |year| date(year, 9, 5))
}
