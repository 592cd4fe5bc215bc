//! A session for the calendar of a telephone or a computer (iCalendar, RFC 5545).

use super::Session;
use db::{Moment, PARIS};
use jiff::{civil::DateTime, tz::TimeZone};

/// The most octets of a line.
const LINE: usize = 75;

/// The session as a file of one event. `host` makes its identifier unique beyond this house.
pub fn event(session: &Session, host: &str, now: Moment) -> String {
    let (starts, ends) = session.hours();
    let place = if session.place.is_empty() { &session.link } else { &session.place };
    let lines = [
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Préau//Formations//FR".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}@{}", session.id, host.rsplit('/').next().unwrap_or_default()),
        format!("DTSTAMP:{}", utc(now)),
        format!("DTSTART:{}", instant(session.date().to_datetime(starts))),
        format!("DTEND:{}", instant(session.date().to_datetime(ends))),
        format!("SUMMARY:{}", escaped(&session.title)),
        format!("LOCATION:{}", escaped(place)),
        format!("URL:{host}{}", session.path()),
        "END:VEVENT".to_owned(),
        "END:VCALENDAR".to_owned(),
    ];
    lines.iter().map(|line| folded(line) + "\r\n").collect()
}

fn instant(local: DateTime) -> String {
    PARIS.to_timestamp(local).map_or_else(|_| String::new(), |at| utc(at.into()))
}

fn utc(at: Moment) -> String {
    let at = TimeZone::UTC.to_datetime(at.timestamp());
    format!("{:04}{:02}{:02}T{:02}{:02}{:02}Z", at.year(), at.month(), at.day(), at.hour(), at.minute(), at.second())
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars().filter(|it| !it.is_control()) {
        if matches!(letter, '\\' | ';' | ',') {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

/// Cut between letters where it is too long; what follows begins with a space.
fn folded(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut length = 0;
    for letter in line.chars() {
        if length + letter.len_utf8() > LINE {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(letter);
        length += letter.len_utf8();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_of_france_are_written_in_universal_time() {
        let at = |text: &str| text.parse::<DateTime>().map(instant);
        assert_eq!(at("2026-10-07T14:00").ok().as_deref(), Some("20261007T120000Z"));
        assert_eq!(at("2026-12-02T09:30").ok().as_deref(), Some("20261202T083000Z"));
    }

    #[test]
    fn texts_are_escaped_and_lines_cut() {
        assert_eq!(escaped("Albi; salle A, 1\n"), "Albi\\; salle A\\, 1");
        let line = folded(&"é".repeat(60));
        assert!(line.split("\r\n").all(|it| it.len() <= LINE), "{line}");
        assert_eq!(line.replace("\r\n ", ""), "é".repeat(60));
    }
}
