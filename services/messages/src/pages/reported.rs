//! What was reported of a conversation, as the head of the school looks at it: who wrote it first, its text on demand.

use crate::{
    W,
    conversation::KIND,
    reported::{self, Reported},
};
use askama::Template;
use commons::{
    Thing, ThingId,
    report::{self, Report},
};
use db::{Moment, Result};
use richtext::Labels;
use web::{
    Answer, Path, SignedIn,
    component::{Button, SafeHtml},
    dates,
};

#[derive(Template)]
#[template(path = "reported.html")]
struct ReportedPage {
    lead: String,
    reasons: Vec<String>,
    entries: Vec<Entry>,
    address: String,
    /// Nothing once the text is shown, or when there is none.
    read: Option<Button>,
}

/// A message that was reported.
struct Entry {
    about: String,
    body: Option<SafeHtml>,
}

/// `GET /messages/{id}/signalement`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    let mut tx = visit.read().await?;
    let thing = report::reported(&mut tx, &visit.viewer, &KIND, id).await?;
    let reports = report::open_about(&mut tx, &thing).await?;
    let messages = reported::messages(&mut tx, &thing).await?;
    let page = ReportedPage::new(&thing, &reports, &messages, false, tx.now())?;
    drop(tx);
    visit.page(W.reported_title(), &page)
}

/// `POST /messages/{id}/signalement`: shows the text, and writes that it was read.
pub(crate) async fn read(mut visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    let mut tx = visit.write().await?;
    let thing = report::reported(&mut tx, &visit.viewer, &KIND, id).await?;
    let reports = report::open_about(&mut tx, &thing).await?;
    let messages = reported::messages(&mut tx, &thing).await?;
    reported::note(&mut tx, &visit.viewer, &thing, &messages).await?;
    let page = ReportedPage::new(&thing, &reports, &messages, true, tx.now())?;
    // What is shown was written in the journal, or is not shown.
    tx.commit().await?;
    visit.page(W.reported_title(), &page)
}

impl ReportedPage {
    fn new(thing: &Thing, reports: &[Report], messages: &[Reported], with_text: bool, now: Moment) -> Result<Self> {
        let reason = |report: &Report| W.reported_reason(&report.reason, dates::past(report.created_at, now));
        let entry = |message: &Reported| -> Result<Entry> {
            let body = match with_text {
                true => Some(SafeHtml(message.doc()?.to_html(&|_| None, &Labels::FRENCH))),
                false => None,
            };
            Ok(Entry { about: W.reported_by(message.author(), dates::past(message.sent_at, now)), body })
        };
        let entries: Result<Vec<Entry>> = messages.iter().map(entry).collect();
        let read = (!with_text && !messages.is_empty()).then(|| Button::primary(W.reported_read()).icon("lire"));
        Ok(Self {
            lead: W.reported_lead(&thing.title),
            reasons: reports.iter().map(reason).collect(),
            entries: entries?,
            address: reported::path(thing),
            read,
        })
    }
}
