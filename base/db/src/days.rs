//! Working with civil days: what comes days or months later, and how far two days are apart.

use jiff::{ToSpan, civil::Date};

/// A day so many days later; earlier when negative.
pub fn days_later(day: Date, days: i64) -> Date {
    day.saturating_add(days.days())
}

/// The same day so many months later, or the last day of the month where it is shorter: 31 January, then 28 or 29 February.
pub fn months_later(day: Date, months: i64) -> Date {
    day.saturating_add(months.months())
}

/// How many days lie between two days; negative when the second comes first.
pub fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_month_later_never_leaves_the_month() {
        for (day, months, later) in [
            (date(2026, 10, 12), 1, date(2026, 11, 12)),
            (date(2027, 1, 31), 1, date(2027, 2, 28)),
            (date(2028, 1, 31), 1, date(2028, 2, 29)),
            (date(2026, 12, 31), 2, date(2027, 2, 28)),
            (date(2026, 11, 30), 3, date(2027, 2, 28)),
        ] {
            assert_eq!(months_later(day, months), later, "{day}");
        }
    }

    #[test]
    fn days_are_counted_both_ways() {
        let day = date(2026, 10, 30);
        for days in [-400, -1, 0, 1, 31, 400] {
            assert_eq!(days_between(day, days_later(day, days)), days);
        }
    }
}
