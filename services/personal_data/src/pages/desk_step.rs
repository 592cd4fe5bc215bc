//! What the desk does about a request.

use super::{
    desk_page::{FilePage, Typed},
    file_field::FileField,
    request_page::ANSWER,
};
use crate::{
    W,
    request::{Request, RequestId, filing::LONGEST, step, to_head},
};
use axum::extract::{FromRequest, Request as HttpRequest};
use commons::paper;
use db::{Error, Problems, Result};
use serde::Deserialize;
use web::{
    Answer, Form, Path, SignedIn, Upload,
    component::{Button, Field},
};

/// The form of an answer.
pub(super) struct AnswerPart {
    pub(super) words: Field,
    pub(super) papers: FileField,
    pub(super) send: Button,
}

impl AnswerPart {
    pub(super) fn new(typed: &Typed, problems: &Problems) -> Self {
        Self {
            words: Field::area("texte", W.answer_words(), 6)
                .value(&typed.answer)
                .required()
                .maxlength(LONGEST)
                .error(problems.of("texte")),
            papers: FileField::new(ANSWER, W.answer_papers(), problems.of(ANSWER)),
            send: Button::primary(W.answer_send()),
        }
    }
}

/// The page again, with what is wrong.
pub(super) async fn again(mut visit: SignedIn, id: RequestId, typed: Typed, problems: Problems) -> Answer {
    let mut tx = visit.read().await?;
    let request = Request::at_desk(&mut tx, &visit.viewer, id).await?;
    let page = FilePage::build(&mut tx, &request, &typed, &problems).await?;
    drop(tx);
    visit.set_wide();
    visit.again(&page.title(), &page)
}

/// How the desk made sure who asks.
#[derive(Deserialize)]
pub(crate) struct IdentityForm {
    #[serde(default)]
    identite: String,
}

/// `POST /demandes-de-droits/{id}/identite`
pub(crate) async fn check_identity(
    mut visit: SignedIn,
    Path(id): Path<RequestId>,
    Form(form): Form<IdentityForm>,
) -> Answer {
    let mut tx = visit.write().await?;
    let request = Request::at_desk(&mut tx, &visit.viewer, id).await?;
    let how = form.identite.trim();
    if how.is_empty() || how.chars().count() > LONGEST {
        drop(tx);
        let typed = Typed { identity: form.identite, ..Typed::default() };
        return again(visit, id, typed, Problems::one("identite", W.identity_missing())).await;
    }
    step::check_identity(&mut tx, &visit.viewer, &request, how).await?;
    tx.commit().await?;
    Ok(visit.done(&request.desk_path(), W.identity_checked()))
}

/// `POST /demandes-de-droits/{id}/prise-en-charge`
pub(crate) async fn take_up(mut visit: SignedIn, Path(id): Path<RequestId>) -> Answer {
    let mut tx = visit.write().await?;
    let request = Request::at_desk(&mut tx, &visit.viewer, id).await?;
    step::take_up(&mut tx, &visit.viewer, &request).await?;
    tx.commit().await?;
    Ok(visit.done(&request.desk_path(), W.taken_up()))
}

/// `POST /demandes-de-droits/{id}/direction`: the message to the head leaves.
pub(crate) async fn tell_head(mut visit: SignedIn, Path(id): Path<RequestId>) -> Answer {
    let mut tx = visit.write().await?;
    let request = Request::at_desk(&mut tx, &visit.viewer, id).await?;
    to_head::send(&mut tx, &visit.viewer, &request).await?;
    tx.commit().await?;
    Ok(visit.done(&request.desk_path(), W.to_head_sent()))
}

/// `POST /demandes-de-droits/{id}/reponse`
pub(crate) async fn answer(mut visit: SignedIn, Path(id): Path<RequestId>, request: HttpRequest) -> Answer {
    let mut tx = visit.read().await?;
    Request::at_desk(&mut tx, &visit.viewer, id).await?;
    drop(tx);
    let upload = Upload::from_request(request, &visit.site).await?;
    match keep(&mut visit, id, &upload).await {
        Ok(path) => Ok(visit.done(&path, W.answered())),
        Err(Error::Invalid(problems)) => {
            let typed = Typed { answer: upload.text("texte").to_owned(), ..Typed::default() };
            again(visit, id, typed, problems).await
        }
        Err(error) => Err(error.into()),
    }
}

async fn keep(visit: &mut SignedIn, id: RequestId, upload: &Upload) -> Result<String> {
    let words = upload.text("texte").trim();
    let mut problems = Problems::default();
    problems.require(!words.is_empty(), "texte", W.answer_missing());
    problems.require(words.chars().count() <= LONGEST, "texte", W.body_too_long());
    problems.or(())?;
    let papers = web::paper::received(&visit.site, upload, ANSWER).await?;
    let mut tx = visit.write().await?;
    let request = Request::at_desk(&mut tx, &visit.viewer, id).await?;
    step::answer(&mut tx, &visit.viewer, &request, words).await?;
    for judged in &papers {
        paper::keep(&mut tx, id.0, ANSWER, judged, Some(visit.viewer.account)).await?;
    }
    tx.commit().await?;
    Ok(request.desk_path())
}
