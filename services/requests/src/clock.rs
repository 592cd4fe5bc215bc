//! Days until which something is to be done.

use crate::W;
use db::{Moment, PARIS};
use jiff::{ToSpan, civil::Date};

/// A day so many days later; earlier when negative.
pub fn shifted(day: Date, days: i64) -> Date {
    day.saturating_add(days.days())
}

/// How many days lie between two days; negative when the second comes first.
pub fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}

/// A day kept as ISO text.
pub fn read(day: &str) -> Option<Date> {
    day.parse().ok()
}

/// The instant a day begins in France.
pub fn midnight(day: Date) -> Moment {
    let begins = PARIS.to_timestamp(day.to_datetime(jiff::civil::Time::midnight()));
    begins.map_or(Moment::DAWN, Moment::from)
}

/// « Il reste 3 jours », « En retard de 2 jours ».
pub fn left(deadline: Date, today: Date) -> String {
    match days_between(today, deadline) {
        days @ ..0 => W.late_by(-days),
        days => W.days_left(days),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_are_counted_over_months() {
        assert_eq!(days_between(date(2026, 10, 1), date(2026, 11, 2)), 32);
        assert_eq!(days_between(date(2026, 10, 2), date(2026, 10, 1)), -1);
        assert_eq!(shifted(date(2026, 10, 31), 1), date(2026, 11, 1));
        assert_eq!(midnight(date(2026, 10, 1)), Moment(1_790_805_600_000));
    }

    #[test]
    fn what_is_late_says_so() {
        let day = date(2026, 10, 10);
        assert_eq!(left(day, date(2026, 10, 10)), W.days_left(0));
        assert_eq!(left(day, date(2026, 10, 7)), W.days_left(3));
        assert_eq!(left(day, date(2026, 10, 12)), W.late_by(2));
    }
}
