//! Figures in the words of people.

use crate::{
    W,
    facet::SLOT_HOURS,
    period::{Length, Period},
};
use jiff::civil::Time;
use school::SchoolYear;
use web::dates;

/// « 12 480 ».
pub(crate) fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut out = String::with_capacity(digits.len() + 4);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push('\u{202f}');
        }
        out.push(digit);
    }
    if number < 0 { format!("-{out}") } else { out }
}

/// How many people, or « moins de 5 ».
pub(crate) fn people(count: Option<i64>) -> String {
    count.map_or_else(|| W.less_than_five().to_owned(), grouped)
}

/// How many visits, or that it is not told.
pub(crate) fn visits(count: Option<i64>) -> String {
    count.map_or_else(|| W.not_told().to_owned(), grouped)
}

/// The same in a narrow column.
pub(crate) fn visits_short(count: Option<i64>) -> String {
    count.map_or_else(|| W.not_told_short().to_owned(), grouped)
}

/// « 63 % », or that it is not told.
pub(crate) fn share(percent: Option<i64>) -> String {
    percent.map_or_else(|| W.not_told().to_owned(), |it| W.percent(it.to_string()))
}

/// « 4 min », « 45 s ».
pub(crate) fn duration(seconds: i64) -> String {
    match seconds {
        ..60 => W.seconds(seconds.to_string()),
        60.. => W.minutes((seconds / 60).to_string()),
    }
}

/// « Semaine du 5 octobre 2026 ».
pub(crate) fn period(period: Period) -> String {
    match period.length {
        Length::Week => W.period_week(dates::date(period.first)),
        Length::Month => W.period_month(dates::date(period.first), dates::date(period.last)),
        Length::Year => W.period_year(SchoolYear::of(period.last)),
    }
}

/// « 8 h – 10 h », « avant 8 h », « après 22 h ».
pub(crate) fn slot(number: usize) -> String {
    let hour = |place: usize| {
        let hour = SLOT_HOURS.get(place).copied().unwrap_or(0);
        dates::hour(Time::new(hour, 0, 0, 0).unwrap_or(Time::MIN))
    };
    match number {
        0 => W.slot_before(hour(1)),
        _ if number + 1 == SLOT_HOURS.len() => W.slot_after(hour(number)),
        _ => W.slot_between(hour(number), hour(number + 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(480), "480");
        assert_eq!(grouped(12_480), "12\u{202f}480");
        assert_eq!(grouped(1_500_000), "1\u{202f}500\u{202f}000");
    }
}
