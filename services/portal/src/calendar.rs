//! The agenda of a site for other programs.

use crate::{public::Entry, site::PublicSite};
use jiff::{ToSpan, civil::Time};
use web::calendar::{Calendar, day, hour};

/// The calendar of some events. `origin` is the address of the house.
pub fn calendar(site: &PublicSite, origin: &str, events: &[Entry]) -> String {
    let mut calendar = Calendar::new("Site");
    calendar.text("X-WR-CALNAME", &site.title);
    for event in events {
        write(&mut calendar, site, origin, event);
    }
    calendar.finish()
}

fn write(calendar: &mut Calendar, site: &PublicSite, origin: &str, event: &Entry) {
    let Some(first) = event.starts_on.as_ref().and_then(db::Day::date) else { return };
    calendar.begin(&format!("{}@{}", event.page_id, site.slug), event.published_at);
    let time = event.starts_at.as_deref().and_then(|it| it.parse::<Time>().ok());
    match time.and_then(|time| hour(first.to_datetime(time))) {
        Some(instant) => calendar.property("DTSTART", &instant),
        None => {
            calendar.property("DTSTART;VALUE=DATE", &day(first));
            let last = event.ends_on.as_ref().and_then(db::Day::date).unwrap_or(first);
            // The end is the day after the last one.
            if let Ok(end) = last.checked_add(1.day()) {
                calendar.property("DTEND;VALUE=DATE", &day(end));
            }
        }
    }
    calendar.text("SUMMARY", &event.title);
    calendar.text("LOCATION", &event.place);
    calendar.property("URL", &format!("{origin}{}/{}", site.address(), event.slug));
    calendar.end();
}
