//! What was said or done about a request, as its page shows it.

use super::paragraphs;
use crate::{
    W, clock,
    entry::{Entry, EntryKind},
    request::Request,
};
use commons::paper::Paper;
use db::Moment;
use web::dates;

pub(super) struct FileLink {
    pub(super) label: String,
    pub(super) href: String,
}

/// Something said or done.
pub(super) struct EntryPart {
    pub(super) about: String,
    pub(super) internal: bool,
    pub(super) body: Vec<String>,
    pub(super) files: Vec<FileLink>,
}

pub(super) fn file_link(base: &str, paper: &Paper) -> FileLink {
    FileLink { label: web::paper::label(paper), href: format!("{base}/{}", paper.id) }
}

pub(super) fn entry_part(request: &Request, entry: &Entry, now: Moment) -> EntryPart {
    let base = format!("{}/reponses/{}/pieces", request.path(), entry.id);
    EntryPart {
        about: entry_about(entry, dates::past(entry.at, now)),
        internal: entry.kind == EntryKind::Note,
        body: paragraphs(&entry.body),
        files: entry.papers.iter().map(|it| file_link(&base, it)).collect(),
    }
}

fn entry_about(entry: &Entry, when: String) -> String {
    let who = entry.author.as_str();
    match entry.kind {
        EntryKind::Answer if entry.by_town => W.answered_by(who, when),
        EntryKind::Answer => W.replied_by(who, when),
        EntryKind::Note => W.noted_by(who, when),
        EntryKind::Taken => W.taken_by(who, when),
        EntryKind::Asked => W.asked_by(who, when),
        EntryKind::Planned => {
            let day = clock::read(&entry.detail).map(dates::date).unwrap_or_default();
            W.planned_by(day, who, when)
        }
        EntryKind::Done => W.done_by(who, when),
        EntryKind::Refused => W.refused_by(who, when),
        EntryKind::Reopened => W.reopened_by(who, when),
        EntryKind::Assigned => W.assigned_to(&entry.detail, when),
    }
}
