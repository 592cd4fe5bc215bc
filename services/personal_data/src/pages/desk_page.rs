//! The page of a request at the desk: whose it is, what was done, what can be done.

use super::{
    PaperLink, desk_facts, desk_limit::LimitPart, desk_request::may_copy, desk_step::AnswerPart, paper_links,
    paragraphs, status,
};
use crate::{
    W,
    limit::brought,
    request::{Kind, Request, State, steps, to_head},
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
    applied: Option<Notice>,
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
    to_head: Option<ToHead>,
    copy: Option<Button>,
    links: Vec<LinkButton>,
}

/// The message to the head: ready, and sent from here where an address is known.
struct ToHead {
    text: String,
    about: &'static str,
    send: Option<Button>,
}

/// What was typed in the forms of the page, to be shown again.
#[derive(Default)]
pub(super) struct Typed {
    pub(super) identity: String,
    pub(super) answer: String,
    pub(super) topics: Vec<String>,
    pub(super) reason: String,
}

impl ToHead {
    async fn build(tx: &mut Tx, request: &Request) -> Result<Self> {
        let is_sent = to_head::is_sent(tx, request).await?;
        let is_known = !to_head::addresses(tx, request).await?.is_empty();
        let about = match (is_sent, is_known) {
            (true, _) => W.to_head_sent(),
            (false, true) => W.to_head_ready(),
            (false, false) => W.to_head_unknown(),
        };
        let send = (is_known && !is_sent).then(|| Button::secondary(W.to_head_send()).icon("courrier"));
        Ok(Self { text: to_head::text(request), about, send })
    }
}

impl FilePage {
    pub(super) async fn build(tx: &mut Tx, request: &Request, typed: &Typed, problems: &Problems) -> Result<Self> {
        let now = tx.now();
        let done = steps(tx, request.id).await?;
        let papers = paper::about(tx, request.id.0).await?;
        let open = !request.state.is_over();
        let known = request.identity.is_some();
        let applied = open && known && !brought(tx, request).await?.is_empty();
        let rectifies = request.kind == Kind::Rectification && open;
        Ok(Self {
            title: W.desk_request_title(&request.reference),
            summary: web::summary(problems),
            status: status(request.state),
            applied: applied.then(|| Notice::attention(W.answer_left()).link(W.answer(), "#f-texte")),
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
            to_head: if rectifies { Some(ToHead::build(tx, request).await?) } else { None },
            copy: may_copy(request).then(|| Button::secondary(W.desk_copy()).icon("telecharger")),
            links: desk_facts::links(request),
        })
    }

    pub(super) fn title(&self) -> String {
        self.title.clone()
    }
}
