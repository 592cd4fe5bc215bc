//! When a year is prepared and opened. The house is in the coming year from August on, as the deliveries are.

use jiff::civil::Date;

/// The year that is prepared on a day, from June to September; none the rest of the time.
pub fn prepared(day: Date) -> Option<i64> {
    (6..=9).contains(&day.month()).then(|| i64::from(day.year()))
}

/// Whether a year may be opened on a day: from August on, the pages of the house show it; after September it is under way.
pub fn may_open(day: Date, year: i64) -> bool {
    i64::from(day.year()) == year && (8..=9).contains(&day.month())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_year_is_prepared_from_june_and_opened_from_august() {
        for (day, year, opens) in [
            (date(2027, 5, 31), None, false),
            (date(2027, 6, 1), Some(2027), false),
            (date(2027, 7, 31), Some(2027), false),
            (date(2027, 8, 1), Some(2027), true),
            (date(2027, 9, 30), Some(2027), true),
            (date(2027, 10, 1), None, false),
            (date(2028, 8, 1), Some(2028), false),
        ] {
            assert_eq!((prepared(day), may_open(day, 2027)), (year, opens), "{day}");
        }
    }
}
