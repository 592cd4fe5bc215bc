//! A session for the calendar of a telephone or a computer.

use super::Session;
use db::Moment;
use web::calendar::{Calendar, hour};

/// The session as a file of one event. `host` makes its identifier unique beyond this house.
pub fn event(session: &Session, host: &str, now: Moment) -> String {
    let (starts, ends) = session.hours();
    let at = |time| hour(session.date().to_datetime(time)).unwrap_or_default();
    let mut calendar = Calendar::new("Formations");
    calendar.begin(&format!("{}@{}", session.id, host.rsplit('/').next().unwrap_or_default()), now);
    calendar.property("DTSTART", &at(starts));
    calendar.property("DTEND", &at(ends));
    calendar.text("SUMMARY", &session.title);
    calendar.text("LOCATION", if session.place.is_empty() { &session.link } else { &session.place });
    calendar.property("URL", &format!("{host}{}", session.path()));
    calendar.end();
    calendar.finish()
}
