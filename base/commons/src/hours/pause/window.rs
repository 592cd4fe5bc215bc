//! The hours of a school: the national rule, and what a head may make of it.

use jiff::SignedDuration;
use jiff::civil::{Time, Weekday, time};
use serde::{Deserialize, Serialize};

/// A school must keep at least this long a window on its open days, or families would hear from it too late.
const SHORTEST_WINDOW: SignedDuration = SignedDuration::from_hours(4);

/// A school's hours of delivery, kept as JSON in its settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hours {
    /// The first minute of delivery of an open day.
    pub opens: Time,
    /// The end of delivery of an open day; at this minute exactly, the window is closed. 23:59, the last that can be
    /// typed, means midnight.
    pub closes: Time,
    /// The days of the week that deliver, Monday first.
    pub days: [bool; 7],
    /// What happens during the school holidays.
    pub holidays: HolidayRule,
}

/// What the school holidays change. Public holidays always wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HolidayRule {
    /// The holidays deliver like other weeks.
    Deliver,
    /// Everything waits for the first open hour after the holidays.
    Wait,
    /// The holidays deliver, but nobody is told outside the digest of the day.
    Digest,
}

/// Why hours typed by a head are refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HoursProblem {
    /// The opening is not an hour.
    OpensUnreadable,
    /// The closing is not an hour.
    ClosesUnreadable,
    /// The closing is not after the opening.
    ClosesFirst,
    /// The window is shorter than four hours.
    TooShort,
    /// No day of the week is ticked.
    NoDay,
}

/// The national rule, circular of July 2025: delivery from 7 h to 20 h, Monday to Friday (domain.md §10).
impl Default for Hours {
    fn default() -> Hours {
        Hours {
            opens: time(7, 0, 0, 0),
            closes: time(20, 0, 0, 0),
            days: [true, true, true, true, true, false, false],
            holidays: HolidayRule::Deliver,
        }
    }
}

impl Hours {
    /// Hours from the fields of a form: `07:00`, `7 h` and `7h30` are all read; `days` has Monday first.
    pub fn check(opens: &str, closes: &str, days: [bool; 7], holidays: HolidayRule) -> Result<Hours, HoursProblem> {
        let opens = read_time(opens).ok_or(HoursProblem::OpensUnreadable)?;
        let closes = read_time(closes).ok_or(HoursProblem::ClosesUnreadable)?;
        if closes <= opens {
            return Err(HoursProblem::ClosesFirst);
        }
        if opens.duration_until(closes) < SHORTEST_WINDOW {
            return Err(HoursProblem::TooShort);
        }
        if !days.contains(&true) {
            return Err(HoursProblem::NoDay);
        }
        Ok(Hours { opens, closes, days, holidays })
    }

    /// Whether open days deliver to their very end.
    pub(super) fn close_at_midnight(&self) -> bool {
        self.closes == time(23, 59, 0, 0)
    }

    /// Whether this day of the week delivers.
    pub fn includes(&self, weekday: Weekday) -> bool {
        self.days[usize::from(weekday.to_monday_zero_offset().unsigned_abs())]
    }
}

impl HoursProblem {
    /// The sentence shown beside the field.
    pub fn message(self) -> &'static str {
        match self {
            HoursProblem::OpensUnreadable => "Indiquez l’heure de début des remises, par exemple 07:00.",
            HoursProblem::ClosesUnreadable => "Indiquez l’heure de fin des remises, par exemple 20:00.",
            HoursProblem::ClosesFirst => "L’heure de fin doit venir après l’heure de début, le même jour.",
            HoursProblem::TooShort => "Laissez au moins quatre heures entre le début et la fin des remises.",
            HoursProblem::NoDay => "Choisissez au moins un jour de remise.",
        }
    }
}

fn read_time(text: &str) -> Option<Time> {
    let text = text.trim().to_lowercase().replace('h', ":");
    let (hour, minute) = text.split_once(':').unwrap_or((text.as_str(), ""));
    let hour: i8 = hour.trim().parse().ok()?;
    let minute: i8 = match minute.trim() {
        "" => 0,
        digits => digits.parse().ok()?,
    };
    Time::new(hour, minute, 0, 0).ok()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    const WEEK: [bool; 7] = [true, true, true, true, true, false, false];

    #[test]
    fn hours_are_read_as_people_write_them() {
        for (text, expected) in [
            ("07:00", Some((7, 0))),
            ("7:05", Some((7, 5))),
            ("7 h", Some((7, 0))),
            ("7\u{a0}h\u{a0}30", Some((7, 30))),
            ("7H30", Some((7, 30))),
            (" 8 ", Some((8, 0))),
            ("24:00", None),
            ("7:60", None),
            ("sept", None),
            ("", None),
        ] {
            let expected = expected.map(|(hour, minute)| time(hour, minute, 0, 0));
            assert_eq!(read_time(text), expected, "{text:?}");
        }
    }

    #[test]
    fn impossible_hours_are_refused() {
        for (opens, closes, days, expected) in [
            ("", "20:00", WEEK, HoursProblem::OpensUnreadable),
            ("07:00", "tard", WEEK, HoursProblem::ClosesUnreadable),
            ("20:00", "07:00", WEEK, HoursProblem::ClosesFirst),
            ("07:00", "07:00", WEEK, HoursProblem::ClosesFirst),
            ("07:00", "10:59", WEEK, HoursProblem::TooShort),
            ("07:00", "20:00", [false; 7], HoursProblem::NoDay),
        ] {
            let checked = Hours::check(opens, closes, days, HolidayRule::Deliver);
            assert_eq!(checked, Err(expected), "{opens:?} {closes:?} {days:?}");
        }
    }

    #[test]
    fn the_shortest_hours_are_accepted() {
        let hours = Hours::check("07:00", "11:00", WEEK, HolidayRule::Wait).unwrap();
        assert_eq!(hours.closes, time(11, 0, 0, 0));
        assert_eq!(hours.holidays, HolidayRule::Wait);
    }

    #[test]
    fn settings_keep_their_form() {
        let stored = r#"{"opens":"07:00:00","closes":"20:00:00","days":[true,true,true,true,true,false,false],"holidays":"deliver"}"#;
        assert_eq!(serde_json::to_string(&Hours::default()).unwrap(), stored);
        assert_eq!(serde_json::from_str::<Hours>(stored).unwrap(), Hours::default());
    }
}
