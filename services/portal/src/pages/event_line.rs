//! When and where an event takes place, in words.

use crate::{W, public::Entry};
use db::Day;
use jiff::civil::Time;
use web::dates;

/// An event in a list.
pub(crate) struct EventLine {
    pub(crate) title: String,
    pub(crate) href: String,
    pub(crate) when: String,
}

impl EventLine {
    /// An event of a site, at an address.
    pub(crate) fn of(entry: &Entry, site: &str) -> Self {
        let when = when(entry.starts_on.as_ref(), entry.starts_at.as_deref(), entry.ends_on.as_ref(), &entry.place);
        Self { title: entry.title.clone(), href: format!("{site}/{}", entry.slug), when: when.unwrap_or_default() }
    }
}

/// « 7 septembre 2026 à 18 h 30 · salle des fêtes »; nothing for what is no event.
pub(crate) fn when(
    starts_on: Option<&Day>,
    starts_at: Option<&str>,
    ends_on: Option<&Day>,
    place: &str,
) -> Option<String> {
    let first = dates::date(starts_on?.date()?);
    let hour = starts_at.and_then(|it| it.parse::<Time>().ok()).map(dates::hour);
    let last = ends_on.and_then(Day::date).map(dates::date);
    let days = match (hour, last) {
        (Some(hour), Some(last)) => W.event_from_to(W.event_at(first, hour), last),
        (None, Some(last)) => W.event_from_to(first, last),
        (Some(hour), None) => W.event_at(first, hour),
        (None, None) => first,
    };
    Some(if place.is_empty() { days } else { format!("{days} · {place}") })
}
