//! Adding to the timeline of a breach, and closing it: both ask for words.

use super::breach::address;
use crate::{
    W,
    breach::{DataBreach, DataBreachId, act},
};
use db::{Error, Problems};
use web::{
    Answer, Form, Path, SignedIn,
    component::Button,
    reason::{ReasonForm, ReasonPage, ReasonQuestion},
};

/// Which of the two.
#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Note,
    Close,
}

/// `GET /violations/{id}/suivi`
pub(crate) async fn ask_note(visit: SignedIn, Path(id): Path<DataBreachId>) -> Answer {
    ask(visit, id, What::Note).await
}

/// `GET /violations/{id}/cloture`
pub(crate) async fn ask_close(visit: SignedIn, Path(id): Path<DataBreachId>) -> Answer {
    ask(visit, id, What::Close).await
}

/// `POST /violations/{id}/suivi`
pub(crate) async fn note(visit: SignedIn, Path(id): Path<DataBreachId>, Form(form): Form<ReasonForm>) -> Answer {
    decide(visit, id, What::Note, form).await
}

/// `POST /violations/{id}/cloture`
pub(crate) async fn close(visit: SignedIn, Path(id): Path<DataBreachId>, Form(form): Form<ReasonForm>) -> Answer {
    decide(visit, id, What::Close, form).await
}

async fn ask(mut visit: SignedIn, id: DataBreachId, what: What) -> Answer {
    let mut tx = visit.read().await?;
    let breach = DataBreach::load(&mut tx, &visit.viewer, id).await?;
    drop(tx);
    if what == What::Close {
        breach.still_open()?;
    }
    visit.page(heading(what), &page(&breach, what, "", &Problems::default()))
}

async fn decide(mut visit: SignedIn, id: DataBreachId, what: What, form: ReasonForm) -> Answer {
    let mut tx = visit.write().await?;
    let breach = DataBreach::load(&mut tx, &visit.viewer, id).await?;
    let done = match what {
        What::Note => act::note(&mut tx, &visit.viewer, &breach, &form.reason).await,
        What::Close => act::close(&mut tx, &visit.viewer, &breach, &form.reason).await,
    };
    match done {
        Ok(()) => {
            tx.commit().await?;
            Ok(visit.done(&address(id), W.breach_followed()))
        }
        Err(Error::Invalid(problems)) => {
            drop(tx);
            visit.again(heading(what), &page(&breach, what, &form.reason, &problems))
        }
        Err(error) => Err(error.into()),
    }
}

fn heading(what: What) -> &'static str {
    match what {
        What::Note => W.note_title(),
        What::Close => W.close_title(),
    }
}

fn page(breach: &DataBreach, what: What, typed: &str, problems: &Problems) -> ReasonPage {
    let path = address(breach.id);
    let question = match what {
        What::Note => ReasonQuestion::new(
            W.note_label(),
            W.note_about(),
            format!("{path}/suivi"),
            Button::primary(W.note_add()),
            path,
        ),
        What::Close => ReasonQuestion::new(
            W.close_label(),
            W.close_about(),
            format!("{path}/cloture"),
            Button::danger(W.close_close()),
            path,
        ),
    };
    ReasonPage::new(heading(what), W.breach_named(breach.number), question.typed(typed, problems), problems)
}
