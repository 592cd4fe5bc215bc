//! A request as it leaves for the tools of the provider: what was asked and said, without the names of people.

use crate::{
    W,
    entry::{Entry, EntryKind},
    request::HelpRequest,
};
use db::{Error, Moment, Result};
use pdf::{Column, Document, Part, Table};
use serde::Serialize;
use web::{dates, sheet};

/// A request without the names of people: who asked is a profile and a place, who answered a desk.
#[derive(Debug, Serialize)]
pub struct Export {
    id: String,
    kind: &'static str,
    title: String,
    text: String,
    urgency: &'static str,
    state: &'static str,
    profile: String,
    place: String,
    page: String,
    browser: String,
    incident: String,
    asked_at: String,
    files: i64,
    said: Vec<Said>,
}

#[derive(Debug, Serialize)]
struct Said {
    at: String,
    by: &'static str,
    what: &'static str,
    text: String,
}

impl Export {
    /// Of a request and what was said about it.
    ///
    /// # Errors
    /// A fault when what is stored is no document.
    pub fn of(request: &HelpRequest, entries: &[Entry]) -> Result<Self> {
        let mut said = Vec::new();
        for entry in entries {
            let text = entry.doc()?.to_plain();
            let by = if entry.by_desk { W.export_desk() } else { W.export_author() };
            said.push(Said { at: iso(entry.at), by, what: what(entry.kind), text });
        }
        Ok(Self {
            id: request.id.to_string(),
            kind: request.kind.word(),
            title: request.title.clone(),
            text: request.doc()?.to_plain(),
            urgency: request.urgency.word(),
            state: request.state.word(),
            profile: request.profile.clone(),
            place: request.place_label.clone(),
            page: request.page.clone(),
            browser: request.browser.clone(),
            incident: request.incident.clone(),
            asked_at: iso(request.created_at),
            files: request.files,
            said,
        })
    }

    fn facts(&self) -> [(&'static str, String); 10] {
        [
            (W.export_id(), self.id.clone()),
            (W.kind(), self.kind.to_owned()),
            (W.urgency(), self.urgency.to_owned()),
            (W.state(), self.state.to_owned()),
            (W.asked_at(), self.asked_at.clone()),
            (W.context_profile(), self.profile.clone()),
            (W.context_place(), self.place.clone()),
            (W.context_page(), self.page.clone()),
            (W.context_browser(), self.browser.clone()),
            (W.context_incident(), self.incident.clone()),
        ]
    }

    /// For programs.
    ///
    /// # Errors
    /// A fault of the writer.
    pub fn json(&self) -> Result<Vec<u8>> {
        serde_json::to_vec_pretty(self).map_err(Error::fault)
    }

    /// For spreadsheets: a line for the request, one for each thing said.
    ///
    /// # Errors
    /// A fault of the writer.
    pub fn csv(&self) -> Result<Vec<u8>> {
        let asked = [self.asked_at.clone(), self.profile.clone(), self.title.clone(), self.text.clone()].to_vec();
        let said =
            self.said.iter().map(|it| vec![it.at.clone(), it.by.to_owned(), it.what.to_owned(), it.text.clone()]);
        sheet::csv(W.export_header(), std::iter::once(asked).chain(said))
    }

    /// For people.
    ///
    /// # Errors
    /// A fault of the layout.
    pub fn pdf(&self) -> Result<Vec<u8>> {
        let column = |label: &str, share| Column { label: label.to_owned(), share, numeric: false };
        let facts = self.facts().into_iter().filter(|(_, value)| !value.is_empty());
        let mut parts = vec![
            Part::Table(Table {
                caption: W.context_title().to_owned(),
                columns: vec![column(W.export_fact(), 1), column(W.export_value(), 3)],
                rows: facts.map(|(label, value)| vec![label.to_owned(), value]).collect(),
                total: None,
            }),
            Part::Heading(W.export_text().to_owned()),
        ];
        parts.extend(paragraphs(&self.text));
        for said in &self.said {
            parts.push(Part::Subheading(W.export_said(&said.at, said.by, said.what)));
            parts.extend(paragraphs(&said.text));
        }
        let document = Document {
            title: self.title.clone(),
            issuer: vec![W.export_issuer().to_owned()],
            recipient: Vec::new(),
            about: vec![W.export_about(&self.id)],
            footer: W.export_footer().to_owned(),
            parts,
        };
        pdf::document(&document).map_err(Error::fault)
    }
}

fn paragraphs(text: &str) -> impl Iterator<Item = Part> + '_ {
    text.split("\n\n").filter(|it| !it.trim().is_empty()).map(|it| Part::Paragraph(it.to_owned()))
}

fn what(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Answer => W.entry_answer(),
        EntryKind::Note => W.entry_note(),
        EntryKind::Taken => W.entry_taken_short(),
        EntryKind::Passed => W.entry_passed_short(),
        EntryKind::Solved => W.entry_solved(),
        EntryKind::Reopened => W.entry_reopened(),
    }
}

fn iso(at: Moment) -> String {
    let local = at.timestamp().to_zoned_datetime(db::PARIS.clone());
    format!("{} {}", local.date(), dates::hour(local.time()))
}
