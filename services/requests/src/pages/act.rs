//! What the commune does to a request by a button: taken, planned, done, given to another service.

use super::{request::again, request_form::Typed};
use crate::{
    W, act,
    asking::LONGEST_BODY,
    clock,
    request::{KIND, Request},
    side::Side,
};
use commons::ThingId;
use db::{Error, Result};
use serde::Deserialize;
use web::{Answer, Form, Path, SignedIn};

/// The day it is planned for, and a word.
#[derive(Deserialize)]
pub(crate) struct Planned {
    #[serde(default)]
    day: String,
    #[serde(default)]
    plan_word: String,
}

/// A word with its end.
#[derive(Deserialize)]
pub(crate) struct Finished {
    #[serde(default)]
    finish_word: String,
}

/// Who handles it from now on.
#[derive(Deserialize)]
pub(crate) struct Assigned {
    #[serde(default)]
    service: String,
    #[serde(default)]
    email: String,
}

/// Goes back to the request, or shows it again with what is wrong.
async fn settled(visit: SignedIn, id: ThingId, typed: Typed, outcome: Result<()>, said: &str) -> Answer {
    match outcome {
        Ok(()) => Ok(visit.done(&KIND.path(id), said)),
        Err(Error::Invalid(problems)) => again(visit, id, typed, &problems).await,
        Err(error) => Err(error.into()),
    }
}

fn word(typed: &str, field: &'static str) -> Result<String> {
    let word = typed.trim().replace("\r\n", "\n");
    match word.chars().count() <= LONGEST_BODY {
        true => Ok(word),
        false => Err(Error::invalid(field, W.body_too_long())),
    }
}

/// `POST /demandes/{id}/prise-en-charge`
pub(crate) async fn take(mut visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    let mut tx = visit.write().await?;
    let request = Request::load_as(&mut tx, &visit.viewer, id, Side::Town).await?;
    act::take(&mut tx, &visit.viewer, &request).await?;
    tx.commit().await?;
    Ok(visit.done(&KIND.path(id), W.taken()))
}

/// `POST /demandes/{id}/planification`
pub(crate) async fn plan(mut visit: SignedIn, Path(id): Path<ThingId>, Form(form): Form<Planned>) -> Answer {
    let outcome = plan_it(&mut visit, id, &form).await;
    let typed = Typed { day: form.day, plan_word: form.plan_word, ..Typed::default() };
    settled(visit, id, typed, outcome, W.planned()).await
}

async fn plan_it(visit: &mut SignedIn, id: ThingId, form: &Planned) -> Result<()> {
    let mut tx = visit.write().await?;
    let request = Request::load_as(&mut tx, &visit.viewer, id, Side::Town).await?;
    let day = clock::read(form.day.trim()).ok_or_else(|| Error::invalid("day", W.day_wrong()))?;
    let word = word(&form.plan_word, "plan_word")?;
    act::plan(&mut tx, &visit.viewer, &request, day, &word).await?;
    tx.commit().await
}

/// `POST /demandes/{id}/fin`
pub(crate) async fn finish(mut visit: SignedIn, Path(id): Path<ThingId>, Form(form): Form<Finished>) -> Answer {
    let outcome = finish_it(&mut visit, id, &form).await;
    let typed = Typed { finish_word: form.finish_word, ..Typed::default() };
    settled(visit, id, typed, outcome, W.finished()).await
}

async fn finish_it(visit: &mut SignedIn, id: ThingId, form: &Finished) -> Result<()> {
    let mut tx = visit.write().await?;
    let request = Request::load_as(&mut tx, &visit.viewer, id, Side::Town).await?;
    let word = word(&form.finish_word, "finish_word")?;
    act::finish(&mut tx, &visit.viewer, &request, &word).await?;
    tx.commit().await
}

/// `POST /demandes/{id}/service`
pub(crate) async fn assign(mut visit: SignedIn, Path(id): Path<ThingId>, Form(form): Form<Assigned>) -> Answer {
    let outcome = assign_it(&mut visit, id, &form).await;
    let typed = Typed { service: Some((form.service, form.email)), ..Typed::default() };
    settled(visit, id, typed, outcome, W.assigned()).await
}

async fn assign_it(visit: &mut SignedIn, id: ThingId, form: &Assigned) -> Result<()> {
    let house = visit.site.house.clone();
    let mut tx = visit.write().await?;
    let request = Request::load_as(&mut tx, &visit.viewer, id, Side::Town).await?;
    let given = (form.service.trim(), form.email.trim());
    act::assign(&mut tx, &house, &visit.viewer, &request, given).await?;
    tx.commit().await
}
