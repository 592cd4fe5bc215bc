//! The page of a request, as each of its sides sees it.

use super::{
    act_form::{self, AssignPart, FinishPart, PlanPart},
    entry_part::{EntryPart, FileLink, entry_part, file_link},
    paragraphs, pressing,
    request_form::{self, ReplyPart, Typed},
    scope_name, status,
};
use crate::{
    W, clock, entry,
    extra::{ExtraKind, Said},
    request::{REOPENS_DAYS, Request, State},
    side::Side,
};
use askama::Template;
use db::{Moment, Problems, Result, Tx};
use school::Viewer;
use web::{
    component::{Button, ErrorSummary, LinkButton, Notice, Status},
    dates, summary,
};

#[derive(Template)]
#[template(path = "request.html")]
pub(super) struct RequestPage {
    summary: Option<ErrorSummary>,
    title: String,
    about: String,
    status: Status,
    pressing: Option<Status>,
    notice: Option<Notice>,
    body: Vec<String>,
    files: Vec<FileLink>,
    facts: Vec<(String, String)>,
    entries: Vec<EntryPart>,
    address: String,
    take: Option<Button>,
    reply: Option<ReplyPart>,
    plan: Option<PlanPart>,
    finish: Option<FinishPart>,
    assign: Option<AssignPart>,
    refuse: Option<LinkButton>,
}

impl RequestPage {
    pub(super) async fn build(
        tx: &mut Tx,
        viewer: &Viewer,
        request: &Request,
        typed: Typed,
        problems: &Problems,
    ) -> Result<Self> {
        let now = tx.now();
        let entries = entry::of(tx, request).await?;
        let papers = entry::papers_of(tx, request).await?;
        let asked = scope_name(tx, &request.scope).await?;
        let address = request.path();
        let is_open = request.side == Side::Town && request.state.is_open();
        let takes = is_open && request.state != State::InProgress;
        let base = format!("{address}/pieces");
        Ok(Self {
            summary: summary(problems),
            title: request.title.clone(),
            about: about(request, now),
            status: status(request.state),
            pressing: pressing(request.priority),
            notice: notice(request, now),
            body: paragraphs(&request.body),
            files: papers.iter().map(|it| file_link(&base, it)).collect(),
            facts: facts(request, asked)?,
            entries: entries.iter().map(|it| entry_part(request, it, now)).collect(),
            take: takes.then(|| Button::secondary(W.take()).icon("main-levee")),
            plan: is_open.then(|| act_form::plan(request, &typed, problems)),
            finish: is_open.then(|| act_form::finish(&typed, problems)),
            assign: is_open.then(|| act_form::assign(request, &typed, problems)),
            refuse: is_open.then(|| LinkButton::danger(W.refuse(), format!("{address}/refus")).icon("annuler")),
            reply: request_form::reply(viewer, request, typed, problems, now),
            address,
        })
    }
}

fn about(request: &Request, now: Moment) -> String {
    let when = dates::past(request.created_at, now);
    [request.label.as_str(), &request.school_name, &request.author, &when].join(" · ")
}

/// What is to be known first: until when, or since when, or why nothing goes on.
fn notice(request: &Request, now: Moment) -> Option<Notice> {
    let today = now.day();
    if let Some(day) = request.awaited_on() {
        let left = clock::left(day, today);
        let text = match request.state {
            State::Planned => W.planned_for(dates::day_from(day, today), left),
            State::Received | State::InProgress | State::Waiting | State::Done | State::Refused => {
                W.due_on(dates::day_from(day, today), left)
            }
        };
        return Some(if day < today { Notice::attention(text) } else { Notice::info(text) });
    }
    match (request.state, request.side) {
        (State::Waiting, Side::School) => Some(Notice::attention(W.you_are_asked())),
        (State::Waiting, Side::Town) => Some(Notice::info(W.school_is_asked())),
        (State::Done, Side::School) if request.reopens(today) => Some(Notice::success(W.done_until(REOPENS_DAYS))),
        _ => None,
    }
}

fn facts(request: &Request, asked: String) -> Result<Vec<(String, String)>> {
    let mut facts = vec![(W.asked_of().to_owned(), asked)];
    if !request.service.is_empty() {
        facts.push((W.service().to_owned(), request.service.clone()));
    }
    if let Some(email) = request.email.clone().filter(|_| request.side == Side::Town) {
        facts.push((W.email().to_owned(), email));
    }
    facts.extend(request.answers()?.into_iter().map(|said| (said.label.clone(), value(&said))));
    Ok(facts)
}

fn value(said: &Said) -> String {
    match (said.kind, clock::read(&said.value)) {
        (ExtraKind::Date, Some(day)) => dates::date(day),
        _ => said.value.clone(),
    }
}
