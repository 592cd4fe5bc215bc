//! `/demandes/{id}/refus`: the commune says why it will not be done.

use crate::{
    W, act,
    request::{KIND, Request},
    side::Side,
};
use commons::ThingId;
use db::{Error, Problems, Result};
use web::{
    Answer, Form, Path, SignedIn,
    component::Button,
    reason::{self, ReasonForm, ReasonPage, ReasonQuestion},
};

/// `GET /demandes/{id}/refus`
pub(crate) async fn ask(mut visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    let mut tx = visit.read().await?;
    let request = Request::load_as(&mut tx, &visit.viewer, id, Side::Town).await?;
    drop(tx);
    visit.page(W.refuse(), &page(&request, "", &Problems::default()))
}

/// `POST /demandes/{id}/refus`
pub(crate) async fn refuse(mut visit: SignedIn, Path(id): Path<ThingId>, Form(form): Form<ReasonForm>) -> Answer {
    let mut tx = visit.write().await?;
    let request = Request::load_as(&mut tx, &visit.viewer, id, Side::Town).await?;
    let checked: Result<&str> = reason::check(&form.reason);
    match checked {
        Ok(reason) => {
            act::refuse(&mut tx, &visit.viewer, &request, reason).await?;
            tx.commit().await?;
            Ok(visit.done(&KIND.path(id), W.was_refused()))
        }
        Err(Error::Invalid(problems)) => {
            drop(tx);
            visit.again(W.refuse(), &page(&request, &form.reason, &problems))
        }
        Err(error) => Err(error.into()),
    }
}

fn page(request: &Request, typed: &str, problems: &Problems) -> ReasonPage {
    let address = request.path();
    let refuse = Button::danger(W.refuse()).icon("annuler");
    let question =
        ReasonQuestion::new(W.refusal_reason(), W.refusal_about(), format!("{address}/refus"), refuse, address);
    ReasonPage::new(W.refuse(), &request.title, question.typed(typed, problems), problems)
}
