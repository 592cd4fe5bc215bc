//! A request is solved, opened again, and its author says how it was helped.

use super::{
    act::{needed, settled, words},
    request_form::Typed,
};
use crate::{
    W, act,
    request::{HelpRequest, Rating},
};
use commons::ThingId;
use db::{Error, Result};
use serde::Deserialize;
use web::{Answer, Form, Path, SignedIn};

/// The word with which it is solved.
#[derive(Deserialize)]
pub(crate) struct Solved {
    #[serde(default)]
    solve_word: String,
}

/// The word with which it is opened again.
#[derive(Deserialize)]
pub(crate) struct Reopened {
    #[serde(default)]
    reopen_word: String,
}

/// How the help was.
#[derive(Deserialize)]
pub(crate) struct Rated {
    #[serde(default)]
    rating: String,
    #[serde(default)]
    rating_word: String,
}

/// `POST /assistance/{id}/resoudre`
pub(crate) async fn solve(mut visit: SignedIn, Path(id): Path<ThingId>, Form(form): Form<Solved>) -> Answer {
    let outcome = solve_it(&mut visit, id, &form).await;
    let typed = Typed { solve_word: form.solve_word, ..Typed::default() };
    settled(visit, id, typed, outcome, W.was_solved()).await
}

async fn solve_it(visit: &mut SignedIn, id: ThingId, form: &Solved) -> Result<()> {
    let mut tx = visit.write().await?;
    let request = HelpRequest::load(&mut tx, &visit.viewer, id).await?;
    if !request.is_own() && !request.is_held() {
        return Err(Error::Forbidden);
    }
    let word = words(&form.solve_word, "solve_word")?;
    act::solve(&mut tx, &visit.viewer, &request, word.as_ref()).await?;
    tx.commit().await
}

/// `POST /assistance/{id}/rouvrir`
pub(crate) async fn reopen(mut visit: SignedIn, Path(id): Path<ThingId>, Form(form): Form<Reopened>) -> Answer {
    let outcome = reopen_it(&mut visit, id, &form).await;
    let typed = Typed { reopen_word: form.reopen_word, ..Typed::default() };
    settled(visit, id, typed, outcome, W.was_reopened()).await
}

async fn reopen_it(visit: &mut SignedIn, id: ThingId, form: &Reopened) -> Result<()> {
    let mut tx = visit.write().await?;
    let request = HelpRequest::load_own(&mut tx, &visit.viewer, id).await?;
    let word = needed(&form.reopen_word, "reopen_word")?;
    act::reopen(&mut tx, &visit.viewer, &request, &word).await?;
    tx.commit().await
}

/// `POST /assistance/{id}/satisfaction`
pub(crate) async fn rate(mut visit: SignedIn, Path(id): Path<ThingId>, Form(form): Form<Rated>) -> Answer {
    let outcome = rate_it(&mut visit, id, &form).await;
    let typed = Typed { rating: form.rating, rating_word: form.rating_word, ..Typed::default() };
    settled(visit, id, typed, outcome, W.was_rated()).await
}

async fn rate_it(visit: &mut SignedIn, id: ThingId, form: &Rated) -> Result<()> {
    let mut tx = visit.write().await?;
    let request = HelpRequest::load_own(&mut tx, &visit.viewer, id).await?;
    let rating =
        Rating::try_from(form.rating.clone()).ok().ok_or_else(|| Error::invalid("rating", W.rating_missing()))?;
    act::rate(&mut tx, &request, rating, &form.rating_word).await?;
    tx.commit().await
}
