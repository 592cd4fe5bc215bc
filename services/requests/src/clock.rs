//! Days until which something is to be done.

use crate::W;
use db::{Moment, PARIS};
use jiff::civil::Date;

pub use db::{days_between, days_later as shifted};

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
    fn a_day_begins_at_midnight_in_france() {
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
