//! The agenda of a site for other programs: iCalendar (RFC 5545).

use crate::{public::Entry, site::PublicSite};
use db::PARIS;
use jiff::{ToSpan, civil::Time};

/// The longest line, in bytes, before it is folded.
const LONGEST: usize = 74;

/// The calendar of some events. `origin` is the address of the house.
pub fn calendar(site: &PublicSite, origin: &str, events: &[Entry]) -> String {
    let mut out = String::new();
    for fixed in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Preau//Site//FR", "CALSCALE:GREGORIAN"] {
        line(&mut out, fixed);
    }
    line(&mut out, &format!("X-WR-CALNAME:{}", text(&site.title)));
    for event in events {
        write(&mut out, site, origin, event);
    }
    line(&mut out, "END:VCALENDAR");
    out
}

fn write(out: &mut String, site: &PublicSite, origin: &str, event: &Entry) {
    let Some(first) = event.starts_on.as_ref().and_then(db::Day::date) else { return };
    line(out, "BEGIN:VEVENT");
    line(out, &format!("UID:{}@{}", event.page_id, site.slug));
    line(out, &format!("DTSTAMP:{}", event.published_at.timestamp().strftime("%Y%m%dT%H%M%SZ")));
    let hour = event.starts_at.as_deref().and_then(|it| it.parse::<Time>().ok());
    let instant = hour.and_then(|hour| PARIS.to_timestamp(first.to_datetime(hour)).ok());
    match instant {
        Some(instant) => line(out, &format!("DTSTART:{}", instant.strftime("%Y%m%dT%H%M%SZ"))),
        None => {
            line(out, &format!("DTSTART;VALUE=DATE:{}", first.strftime("%Y%m%d")));
            let last = event.ends_on.as_ref().and_then(db::Day::date).unwrap_or(first);
            // The end is the day after the last one.
            if let Ok(end) = last.checked_add(1.day()) {
                line(out, &format!("DTEND;VALUE=DATE:{}", end.strftime("%Y%m%d")));
            }
        }
    }
    line(out, &format!("SUMMARY:{}", text(&event.title)));
    if !event.place.is_empty() {
        line(out, &format!("LOCATION:{}", text(&event.place)));
    }
    line(out, &format!("URL:{origin}{}/{}", site.address(), event.slug));
    line(out, "END:VEVENT");
}

/// A text within a line.
fn text(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// A line, folded where it is too long, never within a letter.
fn line(out: &mut String, content: &str) {
    let mut room = LONGEST;
    for letter in content.chars() {
        if letter.len_utf8() > room {
            out.push_str("\r\n ");
            room = LONGEST - 1;
        }
        room -= letter.len_utf8();
        out.push(letter);
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_and_texts_escaped() {
        let mut out = String::new();
        line(&mut out, &format!("SUMMARY:{}", text(&"é, ".repeat(60))));
        assert!(out.lines().all(|it| it.len() <= 75));
        assert_eq!(text("a;b,c\\d\ne"), "a\\;b\\,c\\\\d\\ne");
    }
}
