//! A request at the desk: whose it is, what was done, what can be done. That it was opened is noted.

use super::{
    PaperLink, desk, desk_limit::LimitPart, desk_step::AnswerPart, letter_of, paper_links, paragraphs, status,
};
use crate::{
    W, copy,
    request::{Channel, Kind, Request, RequestId, State, Step, steps},
    whose::Whose,
};
use askama::Template;
use commons::{
    access::{self, Topic},
    audit::{self, Action},
    paper::{self, PaperId},
};
use db::{Error, Moment, Problems, Result, Tx};
use web::{
    Answer, Path, SignedIn,
    component::{Button, ErrorSummary, Field, LinkButton, Notice, Status},
    dates,
};

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

/// `GET /demandes-de-droits/{id}`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<RequestId>) -> Answer {
    let mut tx = visit.read().await?;
    let request = Request::at_desk(&mut tx, &visit.viewer, id).await?;
    let page = FilePage::build(&mut tx, &request, &Typed::default(), &Problems::default()).await?;
    drop(tx);
    consulted(&mut visit, &request).await;
    visit.set_wide();
    let title = page.title.clone();
    visit.page(&title, &page)
}

/// Notes that the desk opened a request, for the person it is about and for the journal.
async fn consulted(visit: &mut SignedIn, request: &Request) {
    let Some(subject) = request.subject_id.filter(|_| !visit.is_in_advance()) else { return };
    let viewer = visit.viewer.clone();
    web::note(async {
        let mut tx = visit.write().await?;
        access::note(&mut tx, &viewer, [subject], Topic::Rights, Some(&request.reference)).await?;
        let about = Some(subject.to_string());
        audit::write(&mut tx, Some(viewer.account), Action::RightsConsulted, about, Some(&request.reference)).await?;
        tx.commit().await
    })
    .await;
}

/// `GET /demandes-de-droits/{id}/reponse.pdf`
pub(crate) async fn letter(mut visit: SignedIn, Path(id): Path<RequestId>) -> Answer {
    let mut tx = visit.read().await?;
    let request = Request::at_desk(&mut tx, &visit.viewer, id).await?;
    Ok(letter_of(&mut tx, &request).await?)
}

/// `GET /demandes-de-droits/{id}/pieces/{paper}`
pub(crate) async fn paper(mut visit: SignedIn, Path((id, paper)): Path<(RequestId, PaperId)>) -> Answer {
    let mut tx = visit.read().await?;
    let request = Request::at_desk(&mut tx, &visit.viewer, id).await?;
    let found = paper::one(&mut tx, request.id.0, paper).await?;
    drop(tx);
    web::paper::serve(&visit.site, &found).await
}

/// `POST /demandes-de-droits/{id}/export`: a copy for the desk, to answer somebody who asks for access.
pub(crate) async fn copy(mut visit: SignedIn, Path(id): Path<RequestId>) -> Answer {
    let services = visit.site.services;
    let mut tx = visit.write().await?;
    let request = Request::at_desk(&mut tx, &visit.viewer, id).await?;
    if !may_copy(&request) {
        return Err(Error::Forbidden.into());
    }
    let subject = request.subject_id.ok_or(Error::NotFound)?;
    let whose = Whose::at_desk(&mut tx, subject).await?;
    let made = copy::ask(&mut tx, services, &visit.viewer, &whose).await?;
    let reason = Some(request.reference.as_str());
    access::note(&mut tx, &visit.viewer, whose.people.iter().copied(), Topic::Export, reason).await?;
    tx.commit().await?;
    Ok(visit.done(&request.desk_path(), &W.desk_copy_asked(copy::path(made))))
}

/// A copy answers a request for access from somebody who is known.
fn may_copy(request: &Request) -> bool {
    request.kind == Kind::Access && request.identity.is_some() && !request.state.is_over()
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
            facts: facts(request, now),
            words: paragraphs(&request.body),
            outcome: request.outcome.as_deref().map(paragraphs).unwrap_or_default(),
            papers: paper_links(&papers, &request.desk_path()),
            steps: done.iter().map(|it| said(it, now)).collect(),
            address: request.desk_path(),
            identity: (open && !known).then(|| identity(typed, problems)),
            take_up: (request.state == State::IdentityChecked).then(|| Button::secondary(W.take_up())),
            answer: (open && known).then(|| AnswerPart::new(typed, problems)),
            limits: LimitPart::build(tx, request, typed, problems).await?,
            onde: rectifies.then(|| Notice::info(W.onde_explained()).title(W.onde_title())),
            to_head: rectifies.then(|| W.desk_to_head(&request.reference, &request.subject_name, &request.body)),
            copy: may_copy(request).then(|| Button::secondary(W.desk_copy()).icon("telecharger")),
            links: links(request),
        })
    }

    pub(super) fn title(&self) -> String {
        self.title.clone()
    }
}

fn facts(request: &Request, now: Moment) -> Vec<(String, String)> {
    let channel = match request.channel {
        Channel::Account => W.from_account(),
        Channel::Paper => W.from_letter(),
    };
    let identity = match request.identity.as_deref() {
        None => W.identity_to_check().to_owned(),
        Some("account") => W.identity_by_account().to_owned(),
        Some(how) => how.to_owned(),
    };
    let received = request.received_on.date().map(dates::date).unwrap_or_default();
    let topics: Vec<String> = request.topics.split_whitespace().map(|it| W.limit_topic(it)).collect();
    let facts = [
        (W.column_right(), W.right(request.kind.as_str())),
        (W.column_about(), request.subject_name.clone()),
        (W.fact_channel(), channel.to_owned()),
        (W.column_received(), received),
        (W.column_due(), desk::due(request, now.day())),
        (W.fact_identity(), identity),
        (W.fact_topics(), topics.join(" · ")),
        (W.fact_extension(), request.extension_reason.clone().unwrap_or_default()),
    ];
    let known = facts.into_iter().filter(|(_, value)| !value.is_empty());
    known.map(|(label, value)| (label.to_owned(), value)).collect()
}

/// « Identité vérifiée · Adélaïde Costes · aujourd’hui à 10 h · Carte présentée ».
fn said(step: &Step, now: Moment) -> String {
    let parts = [
        W.request_state(&step.verb),
        step.name.clone().unwrap_or_default(),
        dates::past(step.at, now),
        step.detail.clone(),
    ];
    parts.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn identity(typed: &Typed, problems: &Problems) -> (Field, Button) {
    let field = Field::area("identite", W.identity_how(), 2)
        .value(&typed.identity)
        .hint(W.identity_how_hint())
        .required()
        .error(problems.of("identite"));
    (field, Button::secondary(W.identity_check()))
}

fn links(request: &Request) -> Vec<LinkButton> {
    let path = request.desk_path();
    if request.state.is_over() {
        return vec![LinkButton::secondary(W.letter_fetch(), format!("{path}/reponse.pdf")).icon("telecharger")];
    }
    let extend = request
        .extended_at
        .is_none()
        .then(|| LinkButton::secondary(W.extend(), format!("{path}/prolongation")).icon("sablier"));
    let refuse = LinkButton::danger(W.refuse(), format!("{path}/refus"));
    extend.into_iter().chain([refuse]).collect()
}
