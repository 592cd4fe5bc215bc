//! Events for the calendar of a telephone or a computer (iCalendar, RFC 5545): texts escaped, lines folded, hours in universal
//! time.

use db::{Moment, PARIS};
use jiff::{
    civil::{Date, DateTime},
    tz::TimeZone,
};

/// The most octets of a line.
const LINE: usize = 75;

/// A calendar being written. Each event is between [`Calendar::begin`] and [`Calendar::end`].
#[derive(Debug)]
pub struct Calendar(String);

impl Calendar {
    /// A calendar of a part of the house.
    pub fn new(part: &str) -> Self {
        let mut calendar = Self(String::new());
        calendar.property("BEGIN", "VCALENDAR");
        calendar.property("VERSION", "2.0");
        calendar.property("PRODID", &format!("-//Préau//{part}//FR"));
        calendar.property("CALSCALE", "GREGORIAN");
        calendar
    }

    /// Begins an event: what makes it unique in the world, and when it was written last.
    pub fn begin(&mut self, unique: &str, written: Moment) {
        self.property("BEGIN", "VEVENT");
        self.property("UID", unique);
        self.property("DTSTAMP", &instant(written));
    }

    /// Ends the event.
    pub fn end(&mut self) {
        self.property("END", "VEVENT");
    }

    /// A value written as it is: an address, an instant, a day.
    pub fn property(&mut self, name: &str, value: &str) {
        let mut length = 0;
        for letter in name.chars().chain([':']).chain(value.chars()) {
            // Cut between letters where it is too long; what follows begins with a space.
            if length + letter.len_utf8() > LINE {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(letter);
            length += letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// Words somebody typed; nothing where there are none.
    pub fn text(&mut self, name: &str, words: &str) {
        if !words.is_empty() {
            self.property(name, &escaped(words));
        }
    }

    /// The file.
    pub fn finish(mut self) -> String {
        self.property("END", "VCALENDAR");
        self.0
    }
}

/// An instant in universal time.
pub fn instant(at: Moment) -> String {
    TimeZone::UTC.to_datetime(at.timestamp()).strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// An hour of France; none where it never is.
pub fn hour(local: DateTime) -> Option<String> {
    PARIS.to_timestamp(local).ok().map(|at| instant(at.into()))
}

/// A day without an hour.
pub fn day(day: Date) -> String {
    day.strftime("%Y%m%d").to_string()
}

fn escaped(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_of_france_are_written_in_universal_time() {
        let at = |text: &str| text.parse::<DateTime>().ok().and_then(hour);
        assert_eq!(at("2026-10-07T14:00").as_deref(), Some("20261007T120000Z"));
        assert_eq!(at("2026-12-02T09:30").as_deref(), Some("20261202T083000Z"));
        assert_eq!(day(jiff::civil::date(2026, 10, 7)), "20261007");
    }

    #[test]
    fn texts_are_escaped_and_lines_folded() {
        assert_eq!(escaped("Albi; salle A, 1\r\n\\"), "Albi\\; salle A\\, 1\\n\\\\");
        let mut calendar = Calendar::new("Essai");
        calendar.text("SUMMARY", &"é".repeat(60));
        calendar.text("LOCATION", "");
        let text = calendar.finish();
        assert!(text.split("\r\n").all(|line| line.len() <= LINE) && !text.contains("LOCATION"), "{text}");
        assert!(text.replace("\r\n ", "").contains(&"é".repeat(60)), "{text}");
    }
}
