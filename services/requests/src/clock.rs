//! Days until which something is to be done.

use crate::W;
use db::{Moment, PARIS};
use jiff::civil::{Date, Weekday};

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

/// The end of a delay: on a Saturday or a Sunday, the Monday that follows. Town halls are closed.
pub fn working(day: Date) -> Date {
    match day.weekday() {
        Weekday::Saturday => shifted(day, 2),
        Weekday::Sunday => shifted(day, 1),
        Weekday::Monday | Weekday::Tuesday | Weekday::Wednesday | Weekday::Thursday | Weekday::Friday => day,
    }
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
    fn a_delay_ends_on_a_day_of_work() {
        assert_eq!(working(date(2026, 11, 27)), date(2026, 11, 27));
        for weekend in [date(2026, 11, 28), date(2026, 11, 29)] {
            assert_eq!(working(weekend), date(2026, 11, 30));
        }
    }

    #[test]
    fn what_is_late_says_so() {
        let day = date(2026, 10, 10);
        assert_eq!(left(day, date(2026, 10, 10)), W.days_left(0));
        assert_eq!(left(day, date(2026, 10, 7)), W.days_left(3));
        assert_eq!(left(day, date(2026, 10, 12)), W.late_by(2));
    }
}
