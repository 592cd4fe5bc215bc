//! The page of a request at the desk: whose it is, what was done, what can be done.

use super::{
    PaperLink, desk_facts, desk_limit::LimitPart, desk_request::may_copy, desk_step::AnswerPart, paper_links,
    paragraphs, status,
};
use crate::{
    W,
    request::{Kind, Request, State, steps},
};
use askama::Template;
use commons::paper;
use db::{Problems, Result, Tx};
use web::component::{Button, ErrorSummary, Field, LinkButton, Notice, Status};

#[derive(Template)]
#[template(path = "desk_request.html")]
pub(super) struct FilePage {
    title: String,
    summary: Option<ErrorSummary>,
    status: Status,
    facts: Vec<(String, String)>,
    words: Vec<String>,
    outcome: Vec<String>,
    papers: Vec<PaperLink>,
    steps: Vec<String>,
    address: String,
    identity: Option<(Field, Button)>,
    take_up: Option<Button>,
    answer: Option<AnswerPart>,
    limits: Option<LimitPart>,
    onde: Option<Notice>,
    to_head: Option<String>,
    copy: Option<Button>,
    links: Vec<LinkButton>,
}

/// What was typed in the forms of the page, to be shown again.
#[derive(Default)]
pub(super) struct Typed {
    pub(super) identity: String,
    pub(super) answer: String,
    pub(super) topics: Vec<String>,
    pub(super) reason: String,
}

impl FilePage {
    pub(super) async fn build(tx: &mut Tx, request: &Request, typed: &Typed, problems: &Problems) -> Result<Self> {
        let now = tx.now();
        let done = steps(tx, request.id).await?;
        let papers = paper::about(tx, request.id.0).await?;
        let open = !request.state.is_over();
        let known = request.identity.is_some();
        let rectifies = request.kind == Kind::Rectification && open;
        Ok(Self {
            title: W.desk_request_title(&request.reference),
            summary: web::summary(problems),
            status: status(request.state),
            facts: desk_facts::facts(request, now),
            words: paragraphs(&request.body),
            outcome: request.outcome.as_deref().map(paragraphs).unwrap_or_default(),
            papers: paper_links(&papers, &request.desk_path()),
            steps: done.iter().map(|it| desk_facts::said(it, now)).collect(),
            address: request.desk_path(),
            identity: (open && !known).then(|| desk_facts::identity(&typed.identity, problems)),
            take_up: (request.state == State::IdentityChecked).then(|| Button::secondary(W.take_up())),
            answer: (open && known).then(|| AnswerPart::new(typed, problems)),
            limits: LimitPart::build(tx, request, typed, problems).await?,
            onde: rectifies.then(|| Notice::info(W.onde_explained()).title(W.onde_title())),
            to_head: rectifies.then(|| W.desk_to_head(&request.reference, &request.subject_name, &request.body)),
            copy: may_copy(request).then(|| Button::secondary(W.desk_copy()).icon("telecharger")),
            links: desk_facts::links(request),
        })
    }

    pub(super) fn title(&self) -> String {
        self.title.clone()
    }
}
