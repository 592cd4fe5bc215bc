//! A request, as who filed it reads it: where it stands, until when, and the answer.

use super::{PaperLink, letter_of, paper_links, paragraphs, right_of, status};
use crate::{
    W,
    limit::brought,
    request::{Kind, Request, RequestId, State, letter, to_head},
};
use askama::Template;
use commons::{
    identity::Identity,
    limitation::Limit,
    paper::{self, PaperId},
};
use db::{Result, Tx};
use school::Viewer;
use web::{
    Answer, Path, SignedIn,
    component::{LinkButton, Notice, Status},
    dates, is_pupil,
};

/// What the papers of an answer are called.
pub(super) const ANSWER: &str = "reponse";

#[derive(Template)]
#[template(path = "request_page.html")]
struct RequestPage {
    title: String,
    about: String,
    status: Status,
    applied: Option<Notice>,
    deadline: Option<Notice>,
    onde: Option<Notice>,
    to_head: Option<String>,
    words: Vec<String>,
    answer: Vec<String>,
    remedies: Vec<String>,
    papers: Vec<PaperLink>,
    letter: Option<LinkButton>,
}

/// `GET /mes-donnees/demandes/{id}`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<RequestId>) -> Answer {
    let mut tx = visit.read().await?;
    let request = Request::load(&mut tx, &visit.viewer, id).await?;
    let page = RequestPage::build(&mut tx, &visit.viewer, &request).await?;
    drop(tx);
    if request.state.is_over() && request.read_at.is_none() && !visit.is_in_advance() {
        web::note(async {
            let mut tx = visit.write().await?;
            Request::read(&mut tx, id).await?;
            tx.commit().await
        })
        .await;
    }
    visit.page(&page.title, &page)
}

/// `GET /mes-donnees/demandes/{id}/reponse.pdf`
pub(crate) async fn letter(mut visit: SignedIn, Path(id): Path<RequestId>) -> Answer {
    let mut tx = visit.read().await?;
    let request = Request::load(&mut tx, &visit.viewer, id).await?;
    Ok(letter_of(&mut tx, &request).await?)
}

/// `GET /mes-donnees/demandes/{id}/pieces/{paper}`: those of the answer.
pub(crate) async fn paper(mut visit: SignedIn, Path((id, paper)): Path<(RequestId, PaperId)>) -> Answer {
    let mut tx = visit.read().await?;
    let request = Request::load(&mut tx, &visit.viewer, id).await?;
    let found = paper::one(&mut tx, request.id.0, paper).await?;
    drop(tx);
    if found.topic != ANSWER || !request.state.is_over() {
        return Err(db::Error::NotFound.into());
    }
    web::paper::serve(&visit.site, &found).await
}

impl RequestPage {
    async fn build(tx: &mut Tx, viewer: &Viewer, request: &Request) -> Result<Self> {
        let now = tx.now();
        let over = request.state.is_over();
        let mut papers = paper::about(tx, request.id.0).await?;
        papers.retain(|it| over && it.topic == ANSWER);
        let remedies = match request.state {
            State::Refused => letter::remedies(&Identity::of(tx, &request.scope).await?),
            _ => Vec::new(),
        };
        let rectifies = request.kind == Kind::Rectification;
        Ok(Self {
            title: right_of(viewer, request.kind),
            about: W.request_about(&request.subject_name, &request.reference, dates::past(request.created_at, now)),
            status: status(request.state),
            applied: applied(viewer, &brought(tx, request).await?),
            deadline: deadline(request),
            onde: (rectifies && !is_pupil(viewer)).then(|| Notice::info(W.onde_explained()).title(W.onde_title())),
            // A child is helped by an adult, who writes for it.
            to_head: (rectifies && !over && !is_pupil(viewer))
                .then(|| W.message_to_head(&request.subject_name, to_head::sentence(&request.body), viewer.name())),
            words: paragraphs(&request.body),
            answer: request.outcome.as_deref().map(paragraphs).unwrap_or_default(),
            remedies,
            papers: paper_links(&papers, &request.path()),
            letter: over.then(|| {
                LinkButton::secondary(W.letter_fetch(), format!("{}/reponse.pdf", request.path())).icon("telecharger")
            }),
        })
    }
}

/// What is stopped already, whether the answer is written or not.
fn applied(viewer: &Viewer, limits: &[Limit]) -> Option<Notice> {
    let since = limits.iter().map(|it| it.since).min()?;
    let words: Vec<String> = limits.iter().map(|it| W.limit_topic(it.topic.as_str())).collect();
    let text = if is_pupil(viewer) { W.applied_for_child().to_owned() } else { words.join(" · ") };
    let notice = Notice::success(text).title(W.applied(dates::date(since.day())));
    Some(notice.link(W.applied_see(), "/mes-donnees"))
}

/// Until when an answer is to come, and why it takes longer.
fn deadline(request: &Request) -> Option<Notice> {
    if request.state.is_over() {
        return None;
    }
    let due = request.due_on.date().map(dates::date).unwrap_or_default();
    Some(match (&request.extension_reason, request.state) {
        (Some(reason), _) => Notice::attention(W.deadline_extended(due, reason)),
        (None, State::Received) => Notice::info(W.deadline_identity(due)),
        (None, _) => Notice::info(W.deadline(due)),
    })
}
