//! What was typed about an offer, and what of it can be kept.

use crate::{W, fields::Fields, offer_kind::OfferKind};
use db::{Error, Problems, Result};
use jiff::civil::Time;

/// What can be kept of a form.
#[derive(Debug)]
pub struct OfferDraft {
    pub(crate) kind: OfferKind,
    pub(crate) name: String,
    pub(crate) hours: String,
    pub(crate) place: String,
    pub(crate) contact: String,
    pub(crate) link: String,
    /// The day of the week and the hour until which one registers.
    pub(crate) deadline: Option<(i64, String)>,
}

const LONGEST: usize = 200;

/// What was typed about an offer.
///
/// # Errors
/// [`Error::Invalid`] beside what cannot be kept.
pub fn typed(fields: &Fields) -> Result<OfferDraft> {
    let mut problems = Problems::default();
    let kind = OfferKind::try_from(fields.text("kind").to_owned()).ok();
    problems.require(kind.is_some(), "kind", W.offer_kind_missing());
    let mut text = |name: &'static str| fields.line(&mut problems, name, LONGEST, W.too_long());
    let (name, hours, place) = (text("name"), text("hours"), text("place"));
    let (contact, link) = (text("contact"), text("link"));
    problems.require(!hours.is_empty(), "hours", W.offer_hours_missing());
    problems.require(link.is_empty() || is_site(&link), "link", W.offer_link_wrong());
    let deadline = deadline(fields, &mut problems);
    match kind {
        Some(kind) => problems.or(OfferDraft { kind, name, hours, place, contact, link, deadline }),
        None => Err(Error::Invalid(problems)),
    }
}

/// A day and an hour, both or none.
fn deadline(fields: &Fields, problems: &mut Problems) -> Option<(i64, String)> {
    let (day, at) = (fields.text("weekday"), fields.text("closes"));
    if day.is_empty() && at.is_empty() {
        return None;
    }
    let weekday = day.parse::<i64>().ok().filter(|day| (1..=7).contains(day));
    let time = at.parse::<Time>().ok();
    problems.require(weekday.is_some() && time.is_some(), "closes", W.offer_deadline_wrong());
    weekday.zip(time).map(|(weekday, time)| (weekday, format!("{:02}:{:02}", time.hour(), time.minute())))
}

/// Whether a text is the address of a site that is read in safety: `https` and a host with a dot, nothing to deceive.
fn is_site(link: &str) -> bool {
    let Some(rest) = link.strip_prefix("https://") else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let letters = host.chars().all(|it| it.is_ascii_alphanumeric() || matches!(it, '.' | '-'));
    let whole = link.chars().all(|it| !it.is_whitespace() && !it.is_control() && it != '\\');
    letters && whole && host.contains('.') && !host.starts_with('.') && !host.ends_with('.')
}

#[cfg(test)]
mod tests {
    use super::is_site;

    #[test]
    fn a_link_leads_to_a_site_read_in_safety() {
        for fine in ["https://famille.example.fr", "https://www.example.fr/portail?x=1#y"] {
            assert!(is_site(fine), "{fine}");
        }
        for wrong in [
            "http://famille.example.fr",
            "javascript:alert(1)",
            "https://",
            "https://localhost",
            "https://moi@example.fr",
            "https://example.fr:8080/",
            "https://exa mple.fr",
            "//example.fr",
        ] {
            assert!(!is_site(wrong), "{wrong}");
        }
    }
}
