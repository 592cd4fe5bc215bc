//! Weeks, days of a week, and the hour until which one registers.

use crate::W;
use db::{Moment, PARIS};
use jiff::{
    ToSpan,
    civil::{Date, DateTime, Time, Weekday},
};
use web::dates;

/// The days of a school week.
pub const DAYS: i32 = 5;

/// The Monday of the week a day is in.
pub fn monday(day: Date) -> Date {
    let past = i32::from(day.weekday().to_monday_zero_offset());
    shifted(day, -past)
}

/// A day so many days later, earlier when negative.
pub fn shifted(day: Date, days: i32) -> Date {
    day.saturating_add(days.days())
}

/// The instant a day begins, in France.
pub fn start_of(day: Date) -> Moment {
    PARIS.to_timestamp(day.at(0, 0, 0, 0)).map_or(Moment::DAWN, Moment::from)
}

/// The instant a day ends.
pub fn end_of(day: Date) -> Moment {
    start_of(shifted(day, 1))
}

/// The days of a week from its Monday on.
pub fn days(monday: Date) -> impl Iterator<Item = Date> {
    (0..DAYS).map(move |rank| shifted(monday, rank))
}

/// The Monday an address asks for, else this week’s; from Saturday on the next one’s.
pub fn asked(text: Option<&str>, now: Moment) -> Date {
    match text.and_then(|it| it.parse::<Date>().ok()) {
        Some(day) => monday(day),
        // On a Saturday one looks at what comes.
        None => monday(shifted(now.day(), 2)),
    }
}

/// « Semaine du 5 octobre 2026 ».
pub fn week(monday: Date) -> String {
    W.week_of(dates::date(monday))
}

/// The next instant of a day of the week at an hour: 1 is Monday.
pub fn next(weekday: i64, at: Time, now: Moment) -> Option<DateTime> {
    let weekday = Weekday::from_monday_one_offset(i8::try_from(weekday).ok()?).ok()?;
    let here = PARIS.to_datetime(now.timestamp());
    let mut day = here.date();
    for _ in 0..8 {
        if day.weekday() == weekday && day.to_datetime(at) > here {
            return Some(day.to_datetime(at));
        }
        day = shifted(day, 1);
    }
    None
}

/// « Réserver avant jeudi 9 h (dans 2 jours) ».
pub fn countdown(until: DateTime, now: Moment) -> String {
    let days = now.day().until(until.date()).map_or(0, |span| i64::from(span.get_days()));
    W.book_before(dates::weekday(until.weekday()), dates::hour(until.time()), W.in_days(days))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    /// Thursday 1 October 2026, 10 h in France.
    const MORNING: Moment = Moment(1_790_841_600_000);

    #[test]
    fn a_week_begins_on_monday_and_a_saturday_looks_ahead() {
        assert_eq!(monday(date(2026, 10, 1)), date(2026, 9, 28));
        assert_eq!(monday(date(2026, 9, 28)), date(2026, 9, 28));
        assert_eq!(asked(None, MORNING), date(2026, 9, 28));
        assert_eq!(asked(None, MORNING.plus_days(2)), date(2026, 10, 5));
        assert_eq!(asked(Some("2026-10-14"), MORNING), date(2026, 10, 12));
        assert_eq!(days(date(2026, 9, 28)).last(), Some(date(2026, 10, 2)));
    }

    #[test]
    fn the_next_deadline_is_never_past() {
        let nine = time(9, 0, 0, 0);
        assert_eq!(next(4, nine, MORNING).unwrap().date(), date(2026, 10, 8), "nine has struck");
        assert_eq!(next(5, nine, MORNING).unwrap().date(), date(2026, 10, 2));
        assert_eq!(next(4, time(11, 0, 0, 0), MORNING).unwrap().date(), date(2026, 10, 1));
        assert_eq!(next(0, nine, MORNING), None);
    }
}
