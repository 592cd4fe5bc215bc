//! What people cannot use, as those who keep the declaration read and answer it.

use crate::{
    W,
    barrier::{self, Barrier, BarrierId},
};
use askama::Template;
use db::{Error, Moment, Problems};
use school::viewer::or_not_found;
use serde::Deserialize;
use web::{
    Answer, Form, Path, SignedIn,
    component::{Button, EmptyState, ErrorSummary, Field},
    dates, summary,
};

#[derive(Template)]
#[template(path = "barriers.html")]
struct BarriersPage {
    summary: Option<ErrorSummary>,
    barriers: Vec<Line>,
    empty: Option<EmptyState>,
}

struct Line {
    title: String,
    href: String,
    page: String,
    words: String,
    answer: Option<String>,
    /// Where it is answered, while it is not.
    form: Option<(String, Field, Button)>,
}

/// An answer, as typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct AnswerForm {
    reponse: String,
}

/// `GET /accessibilite/signalements`
pub(crate) async fn list(mut visit: SignedIn) -> Answer {
    let mut tx = visit.read().await?;
    let all = barrier::all(&mut tx, &visit.viewer).await?;
    let now = tx.now();
    drop(tx);
    visit.page(W.barriers_title(), &page(&all, now, None, &Problems::default()))
}

/// `GET /accessibilite/signalements/{id}`
pub(crate) async fn one(mut visit: SignedIn, Path(id): Path<BarrierId>) -> Answer {
    let mut tx = visit.read().await?;
    let all = barrier::all(&mut tx, &visit.viewer).await?;
    let now = tx.now();
    drop(tx);
    or_not_found(all.iter().any(|it| it.id == id))?;
    visit.page(W.barriers_title(), &page(&all, now, Some((id, "")), &Problems::default()))
}

/// `POST /accessibilite/signalements/{id}`
pub(crate) async fn answer(mut visit: SignedIn, Path(id): Path<BarrierId>, Form(form): Form<AnswerForm>) -> Answer {
    let mut tx = visit.write().await?;
    match barrier::answer(&mut tx, &visit.viewer, id, &form.reponse).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(visit.done("/accessibilite/signalements", W.barrier_answered()))
        }
        Err(Error::Invalid(problems)) => {
            let all = barrier::all(&mut tx, &visit.viewer).await?;
            let now = tx.now();
            drop(tx);
            visit.again(W.barriers_title(), &page(&all, now, Some((id, &form.reponse)), &problems))
        }
        Err(error) => Err(error.into()),
    }
}

/// The whole list; the form of one of them, since a page has one field of a name.
fn page(all: &[Barrier], now: Moment, asked: Option<(BarrierId, &str)>, problems: &Problems) -> BarriersPage {
    let waiting = all.iter().find(|it| it.answered_at.is_none()).map(|it| (it.id, ""));
    let asked = asked.or(waiting);
    let line = |it: &Barrier| {
        let typed = asked.filter(|(id, _)| *id == it.id && it.answered_at.is_none()).map(|(_, typed)| typed);
        Line {
            title: title(it, now),
            href: format!("/accessibilite/signalements/{}", it.id),
            page: it.page.clone(),
            words: it.words.clone(),
            answer: it.answer.clone(),
            form: typed.map(|typed| form(it.id, typed, problems)),
        }
    };
    BarriersPage {
        summary: summary(problems),
        barriers: all.iter().map(line).collect(),
        empty: all.is_empty().then(|| EmptyState::new("termine", W.barriers_none(), None)),
    }
}

fn title(barrier: &Barrier, now: Moment) -> String {
    let told = dates::past(barrier.at, now);
    let due = dates::date(barrier.due().day());
    match barrier.answered_at {
        Some(at) => W.barrier_answered_at(told, dates::past(at, now)),
        None if barrier.due() < now => W.barrier_late(told, due),
        None => W.barrier_due(told, due),
    }
}

fn form(id: BarrierId, typed: &str, problems: &Problems) -> (String, Field, Button) {
    (
        format!("/accessibilite/signalements/{id}"),
        Field::area("reponse", W.barrier_answer(), 4).value(typed).error(problems.of("reponse")).required(),
        Button::primary(W.barrier_answer_send()),
    )
}
