//! Dates and hours as people write them in French.

use crate::W;
use commons::{delivery, pause::When};
use db::{Moment, PARIS};
use jiff::civil::{Date, Time, Weekday};

/// Days. A day farther than this could be taken for the one of another year.
const HALF_A_YEAR: u32 = 183;

/// « 7 h », « 7 h 30 ».
pub fn hour(time: Time) -> String {
    match time.minute() {
        0 => format!("{}\u{a0}h", time.hour()),
        minute => format!("{}\u{a0}h\u{a0}{minute:02}", time.hour()),
    }
}

/// « 7 septembre 2026 ».
pub fn date(day: Date) -> String {
    format!("{} {}", day_month(day), day.year())
}

/// « lundi ».
pub fn weekday(day: Weekday) -> &'static str {
    let position = usize::try_from(day.to_monday_zero_offset()).unwrap_or(0);
    W.weekdays().split(' ').nth(position).unwrap_or_default()
}

/// « lundi 7 septembre ».
pub fn long_day(day: Date) -> String {
    format!("{} {}", weekday(day.weekday()), day_month(day))
}

/// A day as told on another: « lundi 7 septembre », with its year when it is another than today's, or far.
pub fn day_from(day: Date, today: Date) -> String {
    let days = day.since(today).map_or(i32::MAX, |span| span.get_days());
    match day.year() == today.year() && days.unsigned_abs() <= HALF_A_YEAR {
        true => long_day(day),
        false => format!("{} {}", long_day(day), day.year()),
    }
}

fn day_month(day: Date) -> String {
    let position = usize::try_from(day.month() - 1).unwrap_or(0);
    let month = W.months().split(' ').nth(position).unwrap_or_default();
    match day.day() {
        1 => format!("{} {month}", W.first_of_month()),
        number => format!("{number} {month}"),
    }
}

/// When something happened, seen from now: « aujourd’hui à 14 h 05 », « hier à 9 h », « 3 mars 2026 à 8 h ».
pub fn past(at: Moment, now: Moment) -> String {
    let local = at.timestamp().to_zoned_datetime(PARIS.clone());
    let time = hour(local.time());
    let days = now.day().since(local.date()).map_or(i32::MAX, |span| span.get_days());
    match days {
        0 => W.today_at(time),
        1 => W.yesterday_at(time),
        2..=6 => W.weekday_at(weekday(local.date().weekday()), time),
        _ => W.date_at(date(local.date()), time),
    }
}

/// « lundi à 7 h » for a delivery to come; `None` when it is now or past.
pub fn coming(delivered_at: Moment, now: Moment) -> Option<String> {
    Some(match delivery::when(delivered_at, now) {
        When::Now => return None,
        When::Today(time) => W.today_at(hour(time)),
        When::Tomorrow(time) => W.tomorrow_at(hour(time)),
        When::Day(day, time) => W.weekday_at(weekday(day), hour(time)),
        When::Date(day, time) => W.date_at(day_from(day, now.day()), hour(time)),
    })
}

/// « Sera remis lundi à 7 h », or that it is delivered at once.
pub fn delivery(delivered_at: Moment, now: Moment) -> String {
    match coming(delivered_at, now) {
        Some(when) => W.will_be_delivered(when),
        None => W.delivered_at_once().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date as day, time};

    #[test]
    fn hours_and_days_read_as_in_french() {
        assert_eq!(hour(time(7, 0, 0, 0)), "7\u{a0}h");
        assert_eq!(hour(time(17, 5, 0, 0)), "17\u{a0}h\u{a0}05");
        assert_eq!(long_day(day(2026, 9, 7)), "lundi 7 septembre");
        assert_eq!(date(day(2026, 8, 1)), "1er août 2026");
    }

    #[test]
    fn a_last_day_has_its_year_where_it_could_be_taken_for_another() {
        let today = day(2026, 11, 26);
        for (last, words) in [
            (day(2026, 12, 31), "jeudi 31 décembre"),
            (day(2026, 11, 2), "lundi 2 novembre"),
            (day(2027, 1, 4), "lundi 4 janvier 2027"),
            (day(2027, 11, 26), "vendredi 26 novembre 2027"),
            (day(2025, 11, 26), "mercredi 26 novembre 2025"),
            (day(2026, 1, 5), "lundi 5 janvier 2026"),
        ] {
            assert_eq!(day_from(last, today), words);
        }
    }
}
