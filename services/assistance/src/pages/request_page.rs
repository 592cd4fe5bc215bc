//! The page of a request, as whoever reads it sees it: its author, the desk it is at, the desks it has been at.

use super::{
    prose,
    request_form::{self, PassPart, RatePart, ReplyPart, SolvePart, TakePart, Typed},
    status,
};
use crate::{
    W,
    article::{self, writes},
    entry::{self, Entry, EntryKind},
    level::Level,
    request::{HelpRequest, State},
};
use askama::Template;
use commons::paper::{self, Paper};
use db::{Moment, Problems, Result, Tx};
use school::Viewer;
use web::{
    component::{Button, ErrorSummary, Field, LinkButton, Notice, SafeHtml, Status},
    dates, summary,
};

#[derive(Template)]
#[template(path = "request.html")]
pub(crate) struct RequestPage {
    summary: Option<ErrorSummary>,
    title: String,
    about: String,
    status: Status,
    notice: Option<Notice>,
    body: SafeHtml,
    files: Vec<FileLink>,
    facts: Vec<(&'static str, String)>,
    entries: Vec<EntryPart>,
    address: String,
    reply: Option<ReplyPart>,
    take: Option<TakePart>,
    pass: Option<PassPart>,
    solve: Option<SolvePart>,
    reopen: Option<(Field, Button)>,
    rate: Option<RatePart>,
    exports: Vec<LinkButton>,
}

struct FileLink {
    label: String,
    href: String,
}

/// Something said or done, as a paragraph or a line.
struct EntryPart {
    about: String,
    internal: bool,
    body: Option<SafeHtml>,
    files: Vec<FileLink>,
    /// Where an answer becomes an article.
    article: Option<String>,
}

impl RequestPage {
    pub(crate) async fn build(
        tx: &mut Tx,
        viewer: &Viewer,
        request: &HelpRequest,
        typed: &Typed,
        problems: &Problems,
    ) -> Result<Self> {
        let now = tx.now();
        let entries = entry::of(tx, request).await?;
        let papers = if request.files > 0 { paper::about(tx, request.id.0).await? } else { Vec::new() };
        let address = request.path();
        let parts = entries.iter().map(|entry| entry_part(viewer, request, entry, now));
        Ok(Self {
            summary: summary(problems),
            title: request.title.clone(),
            about: about(request, now),
            status: status(request.state),
            notice: notice(request),
            body: prose(&request.doc()?),
            files: papers.iter().map(|it| file_link(&format!("{address}/pieces"), it)).collect(),
            facts: facts(request),
            entries: parts.collect::<Result<_>>()?,
            reply: request_form::reply(viewer, request, typed, problems),
            take: request_form::take(tx, viewer, request, problems).await?,
            pass: request_form::pass(tx, request, typed, problems).await?,
            solve: request_form::solve(request, typed, problems),
            reopen: request_form::reopen(request, typed, problems),
            rate: request_form::rate(request, typed, problems),
            exports: exports(request),
            address,
        })
    }
}

fn about(request: &HelpRequest, now: Moment) -> String {
    let when = dates::past(request.created_at, now);
    let (author, place) = (request.author.as_str(), request.place_label.as_str());
    let parts = [request.kind.word(), request.urgency.word(), author, place, when.as_str()];
    parts.join(" · ")
}

/// What its author is to know, or who takes care of it.
fn notice(request: &HelpRequest) -> Option<Notice> {
    let own = request.is_own() && !request.is_held();
    match request.state {
        State::Waiting if own => Some(Notice::attention(W.you_are_asked())),
        State::Solved if own => Some(Notice::success(W.is_solved_until(crate::closing::DAYS))),
        State::Closed if own => Some(Notice::info(W.is_closed())),
        State::New | State::Escalated if own => Some(Notice::info(W.is_at(request.level.word()))),
        State::Assigned if own => Some(Notice::info(W.is_handled(request.level.word()))),
        _ if !request.is_held() && !request.is_own() => Some(Notice::info(W.is_elsewhere(request.level.word()))),
        State::New | State::Assigned | State::Waiting | State::Escalated | State::Solved | State::Closed => {
            request.assignee.as_deref().map(|name| Notice::info(W.taken_by(name)))
        }
    }
}

fn facts(request: &HelpRequest) -> Vec<(&'static str, String)> {
    let mut facts = vec![
        (W.context_profile(), request.profile.clone()),
        (W.context_page(), request.page.clone()),
        (W.context_browser(), request.browser.clone()),
        (W.context_incident(), request.incident.clone()),
        (W.context_level(), request.level.word().to_owned()),
    ];
    facts.retain(|(_, value)| !value.is_empty());
    if let Some(rating) = request.rating().filter(|_| request.is_followed()) {
        facts.push((W.rating(), rating.word().to_owned()));
        facts.extend(request.rating_word.clone().map(|word| (W.rating_word(), word)));
    }
    facts
}

fn file_link(base: &str, paper: &Paper) -> FileLink {
    FileLink { label: web::paper::label(paper), href: format!("{base}/{}", paper.id) }
}

fn entry_part(viewer: &Viewer, request: &HelpRequest, entry: &Entry, now: Moment) -> Result<EntryPart> {
    let doc = entry.doc()?;
    let when = dates::past(entry.at, now);
    let who = entry.author.as_str();
    let about = match entry.kind {
        EntryKind::Answer => W.said_by(who, when),
        EntryKind::Note => W.noted_by(who, when),
        EntryKind::Taken => W.was_taken_by(&entry.detail, when),
        EntryKind::Passed => W.passed_to(level_word(&entry.detail), when),
        EntryKind::Solved => W.solved_by(who, when),
        EntryKind::Reopened => W.reopened_by(who, when),
    };
    let becomes_article = entry.by_desk && entry.kind == EntryKind::Answer && writes(viewer) && request.is_followed();
    let base = format!("{}/reponses/{}/pieces", request.path(), entry.id);
    Ok(EntryPart {
        about,
        internal: matches!(entry.kind, EntryKind::Note | EntryKind::Passed),
        body: (!doc.is_empty()).then(|| prose(&doc)),
        files: entry.papers.iter().map(|it| file_link(&base, it)).collect(),
        article: becomes_article
            .then(|| format!("{}/nouvel-article?demande={}&reponse={}", article::PATH, request.id, entry.id)),
    })
}

fn level_word(level: &str) -> &'static str {
    Level::try_from(level.to_owned()).map_or("", Level::word)
}

fn exports(request: &HelpRequest) -> Vec<LinkButton> {
    if request.family || !request.is_followed() {
        return Vec::new();
    }
    let link = |label: &str, extension: &str| {
        LinkButton::secondary(label, format!("{}/export.{extension}", request.path())).icon("telecharger")
    };
    vec![link(W.export_pdf(), "pdf"), link(W.export_json(), "json"), link(W.export_csv(), "csv")]
}
