//! A request is taken, or passed on to another desk.

use super::{request::again, request_form::Typed};
use crate::{
    W, act,
    level::Level,
    request::{HelpRequest, KIND},
};
use commons::ThingId;
use db::{Error, Result};
use richtext::Doc;
use school::AccountId;
use serde::Deserialize;
use web::{Answer, Form, Path, SignedIn};

/// To whom it is given; empty for the viewer.
#[derive(Deserialize)]
pub(crate) struct Given {
    #[serde(default)]
    agent: String,
}

/// Where it goes, with which word.
#[derive(Deserialize)]
pub(crate) struct Passed {
    #[serde(default)]
    level: String,
    #[serde(default)]
    pass_word: String,
}

/// The words typed in an area, when there are some.
pub(super) fn words(text: &str, field: &'static str) -> Result<Option<Doc>> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    richtext::parse_plain(text).map(Some).map_err(|refused| Error::invalid(field, refused.message()))
}

pub(super) fn needed(text: &str, field: &'static str) -> Result<Doc> {
    words(text, field)?.ok_or_else(|| Error::invalid(field, W.word_missing()))
}

/// Goes back to the request, or shows it again with what is wrong.
pub(super) async fn settled(visit: SignedIn, id: ThingId, typed: Typed, outcome: Result<()>, said: &str) -> Answer {
    match outcome {
        Ok(()) => Ok(visit.done(&KIND.path(id), said)),
        Err(Error::Invalid(problems)) => again(visit, id, &typed, &problems).await,
        Err(error) => Err(error.into()),
    }
}

/// `POST /assistance/{id}/prendre`
pub(crate) async fn take(mut visit: SignedIn, Path(id): Path<ThingId>, Form(form): Form<Given>) -> Answer {
    let outcome = take_it(&mut visit, id, &form).await;
    settled(visit, id, Typed::default(), outcome, W.was_taken()).await
}

async fn take_it(visit: &mut SignedIn, id: ThingId, form: &Given) -> Result<()> {
    let mut tx = visit.write().await?;
    let request = HelpRequest::load_to_answer(&mut tx, &visit.viewer, id).await?;
    let given: Option<AccountId> = match form.agent.trim() {
        "" => None,
        agent => Some(agent.parse().ok().ok_or_else(|| Error::invalid("agent", W.agent_wrong()))?),
    };
    act::take(&mut tx, &visit.viewer, &request, given).await?;
    tx.commit().await
}

/// `POST /assistance/{id}/transmettre`
pub(crate) async fn pass(mut visit: SignedIn, Path(id): Path<ThingId>, Form(form): Form<Passed>) -> Answer {
    let outcome = pass_it(&mut visit, id, &form).await;
    let typed = Typed { level: form.level, pass_word: form.pass_word, ..Typed::default() };
    settled(visit, id, typed, outcome, W.was_passed()).await
}

async fn pass_it(visit: &mut SignedIn, id: ThingId, form: &Passed) -> Result<()> {
    let mut tx = visit.write().await?;
    let request = HelpRequest::load_to_answer(&mut tx, &visit.viewer, id).await?;
    if request.family {
        return Err(Error::Forbidden);
    }
    let word = needed(&form.pass_word, "pass_word")?;
    let to = Level::try_from(form.level.clone()).ok().ok_or_else(|| Error::invalid("level", W.level_wrong()))?;
    act::pass(&mut tx, &visit.viewer, &request, to, &word).await?;
    tx.commit().await
}
