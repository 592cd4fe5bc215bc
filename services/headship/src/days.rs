//! Days on which a replacement runs: those of the week, from Monday to Friday.

use db::{Day, Moment, PARIS};
use jiff::civil::{Date, Weekday};
use school::SchoolYear;

/// From this hour on a code is typed for the next day: whoever is called in the evening comes in the morning.
const EVENING: i8 = 17;

/// The last day of a replacement of so many days of class, begun now.
pub(crate) fn last_day(now: Moment, days: i64) -> Date {
    let local = now.timestamp().to_zoned_datetime(PARIS.clone());
    let mut day = if local.hour() < EVENING { local.date() } else { next(local.date()) };
    let mut left = days;
    loop {
        if !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) {
            left -= 1;
        }
        if left <= 0 {
            return day;
        }
        day = next(day);
    }
}

/// The instant a day is over.
pub(crate) fn end_of(day: Date) -> Moment {
    PARIS.to_timestamp(next(day).at(0, 0, 0, 0)).map_or(Moment::DAWN, Moment::from)
}

/// The last day of the school year a day belongs to.
pub(crate) fn end_of_year(day: Date) -> Date {
    let year = i16::try_from(SchoolYear::of(day).0 + 1).unwrap_or(i16::MAX);
    Date::new(year, 7, 31).unwrap_or(day)
}

/// A day as it was kept, in words; what cannot be read is shown as it is.
pub(crate) fn words(day: &Day) -> String {
    day.date().map_or_else(|| day.to_string(), web::dates::date)
}

fn next(day: Date) -> Date {
    db::days_later(day, 1)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use jiff::civil::{DateTime, date};

    fn at(when: &str) -> Moment {
        PARIS.to_timestamp(when.parse::<DateTime>().unwrap()).unwrap().into()
    }

    #[test]
    fn weekends_are_no_days_of_class() {
        for (now, days, last) in [
            ("2026-10-01T08:00", 1, date(2026, 10, 1)),
            ("2026-10-01T08:00", 2, date(2026, 10, 2)),
            ("2026-10-01T08:00", 3, date(2026, 10, 5)),
            ("2026-10-03T10:00", 1, date(2026, 10, 5)),
            ("2026-10-01T19:30", 1, date(2026, 10, 2)),
            ("2026-10-02T19:30", 1, date(2026, 10, 5)),
            ("2026-10-01T08:00", 30, date(2026, 11, 11)),
        ] {
            assert_eq!(last_day(at(now), days), last, "{now}, {days}");
        }
    }

    #[test]
    fn a_day_is_over_at_midnight_in_france() {
        assert_eq!(end_of(date(2026, 10, 2)), at("2026-10-03T00:00"));
        assert_eq!(end_of_year(date(2026, 10, 2)), date(2027, 7, 31));
        assert_eq!(end_of_year(date(2027, 7, 2)), date(2027, 7, 31));
    }
}
