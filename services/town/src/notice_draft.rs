//! What was typed about a notice, and what of it can be kept.

use crate::{W, fields::Fields, notice::NoticeKind, offer::OfferKind};
use db::{Error, Moment, Problems, Result};
use jiff::civil::Date;
use richtext::Doc;

/// The longest title.
pub const LONGEST_TITLE: usize = 120;
/// The longest text.
pub const LONGEST_BODY: usize = 4000;
/// The longest reason.
pub const LONGEST_REASON: usize = 300;
/// What can be kept of a form.
#[derive(Debug, Clone)]
pub struct NoticeDraft {
    /// What it is about.
    pub kind: NoticeKind,
    /// Its title.
    pub title: String,
    /// Its text.
    pub body: Doc,
    /// What cards and banners say of it, where the first words of the text would not be true for each reader.
    pub short: Option<String>,
    /// The offers concerned.
    pub offers: String,
    /// The first day concerned.
    pub first: Date,
    /// The last one.
    pub last: Date,
    /// Why it does not wait for the hours, when it does not.
    pub urgent: Option<String>,
}

/// What was typed about a notice.
///
/// # Errors
/// [`Error::Invalid`] beside what cannot be kept.
pub fn typed(fields: &Fields, now: Moment) -> Result<NoticeDraft> {
    let mut problems = Problems::default();
    let kind = NoticeKind::try_from(fields.text("kind").to_owned()).ok();
    problems.require(kind.is_some(), "kind", W.notice_kind_missing());
    let title = fields.line(&mut problems, "title", LONGEST_TITLE, W.too_long());
    problems.require(!title.is_empty(), "title", W.notice_title_missing());
    let text = fields.short(&mut problems, "body", LONGEST_BODY, W.too_long());
    problems.require(!text.is_empty(), "body", W.notice_body_missing());
    let days = days(fields, now, &mut problems);
    let urgent = urgent(fields, &mut problems);
    let offers = fields.texts("offers");
    let offers = OfferKind::ALL.iter().map(|it| it.as_str()).filter(|it| offers.contains(it));
    let offers = offers.collect::<Vec<_>>().join(" ");
    match kind.zip(days) {
        Some((kind, (first, last))) => problems.or(NoticeDraft {
            kind,
            title,
            body: Doc::from_plain(&text),
            short: None,
            offers,
            first,
            last,
            urgent,
        }),
        None => Err(Error::Invalid(problems)),
    }
}

/// Why a notice does not wait for the hours, when the box that says so is ticked.
pub fn urgent(fields: &Fields, problems: &mut Problems) -> Option<String> {
    if !fields.has("urgent") {
        return None;
    }
    let reason = fields.short(problems, "reason", LONGEST_REASON, W.too_long());
    problems.require(!reason.is_empty(), "reason", W.reason_missing());
    Some(reason)
}

/// The first and the last day, the same one where no last is typed.
fn days(fields: &Fields, now: Moment, problems: &mut Problems) -> Option<(Date, Date)> {
    let first: Option<Date> = fields.text("first").parse().ok();
    problems.require(first.is_some(), "first", W.day_wrong());
    let last: Option<Date> = match fields.text("last") {
        "" => first,
        typed => typed.parse().ok(),
    };
    problems.require(first.is_none() || last.is_some_and(|last| Some(last) >= first), "last", W.days_wrong());
    problems.require(last.is_none_or(|last| last >= now.day()), "last", W.day_past());
    first.zip(last)
}
