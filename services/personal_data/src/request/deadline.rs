//! Until when a request is answered: a month, and two more when it is complex (article 12 of the GDPR). A month that has no such
//! day ends it on its last one.

use db::{days_between, months_later};
use jiff::civil::Date;

/// The last day to answer what came on a day.
pub fn due(received: Date) -> Date {
    months_later(received, 1)
}

/// The last day once it was extended.
pub fn extended(received: Date) -> Date {
    months_later(received, 3)
}

/// How many days are left; negative once it is late.
pub fn left(today: Date, due: Date) -> i64 {
    days_between(today, due)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_month_without_such_a_day_ends_on_its_last() {
        for (received, a_month, three_months) in [
            (date(2026, 10, 1), date(2026, 11, 1), date(2027, 1, 1)),
            (date(2027, 1, 31), date(2027, 2, 28), date(2027, 4, 30)),
            (date(2028, 1, 31), date(2028, 2, 29), date(2028, 4, 30)),
            (date(2026, 11, 30), date(2026, 12, 30), date(2027, 2, 28)),
            (date(2026, 12, 15), date(2027, 1, 15), date(2027, 3, 15)),
        ] {
            assert_eq!((due(received), extended(received)), (a_month, three_months), "{received}");
        }
    }

    #[test]
    fn days_are_counted_until_the_last_and_after_it() {
        let due = date(2026, 11, 1);
        assert_eq!(left(date(2026, 10, 1), due), 31);
        assert_eq!(left(date(2026, 11, 1), due), 0);
        assert_eq!(left(date(2026, 11, 4), due), -3);
    }
}
