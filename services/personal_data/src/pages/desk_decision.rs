//! What the desk decides with a reason told to who asked: more time, or a refusal.

use crate::{
    W,
    request::{Request, RequestId, step},
};
use db::{Error, Problems};
use web::{
    Answer, Form, Path, SignedIn,
    component::Button,
    reason::{self, ReasonForm, ReasonPage, ReasonQuestion},
};

/// A decision that asks why.
#[derive(Clone, Copy)]
enum Decision {
    Extend,
    Refuse,
}

impl Decision {
    fn page(self, request: &Request, typed: &str, problems: &Problems) -> ReasonPage {
        let (heading, label, explanation, decide, place) = match self {
            Self::Extend => {
                let decide = Button::primary(W.extend());
                (W.extend(), W.extend_reason(), W.extend_explained(), decide, "prolongation")
            }
            Self::Refuse => {
                let decide = Button::danger(W.refuse());
                (W.refuse(), W.refuse_reason(), W.refuse_explained(), decide, "refus")
            }
        };
        let back = request.desk_path();
        let question = ReasonQuestion::new(label, explanation, format!("{back}/{place}"), decide, back.clone());
        let title = W.desk_request_title(&request.reference);
        ReasonPage::new(heading, title, question.typed(typed, problems), problems)
    }

    fn title(self) -> &'static str {
        match self {
            Self::Extend => W.extend(),
            Self::Refuse => W.refuse(),
        }
    }
}

async fn ask(mut visit: SignedIn, id: RequestId, decision: Decision) -> Answer {
    let mut tx = visit.read().await?;
    let request = Request::at_desk(&mut tx, &visit.viewer, id).await?;
    drop(tx);
    visit.page(decision.title(), &decision.page(&request, "", &Problems::default()))
}

async fn decide(mut visit: SignedIn, id: RequestId, decision: Decision, form: &ReasonForm) -> Answer {
    let mut tx = visit.write().await?;
    let request = Request::at_desk(&mut tx, &visit.viewer, id).await?;
    let done = match (reason::check(&form.reason), decision) {
        (Ok(reason), Decision::Extend) => step::extend(&mut tx, &visit.viewer, &request, reason).await,
        (Ok(reason), Decision::Refuse) => step::refuse(&mut tx, &visit.viewer, &request, reason).await,
        (Err(error), _) => Err(error),
    };
    match done {
        Ok(()) => {
            tx.commit().await?;
            Ok(visit.done(&request.desk_path(), W.decided()))
        }
        Err(Error::Invalid(problems)) => {
            drop(tx);
            visit.again(decision.title(), &decision.page(&request, &form.reason, &problems))
        }
        Err(error) => Err(error.into()),
    }
}

/// `GET /demandes-de-droits/{id}/prolongation`
pub(crate) async fn ask_extension(visit: SignedIn, Path(id): Path<RequestId>) -> Answer {
    ask(visit, id, Decision::Extend).await
}

/// `POST /demandes-de-droits/{id}/prolongation`
pub(crate) async fn extend(visit: SignedIn, Path(id): Path<RequestId>, Form(form): Form<ReasonForm>) -> Answer {
    decide(visit, id, Decision::Extend, &form).await
}

/// `GET /demandes-de-droits/{id}/refus`
pub(crate) async fn ask_refusal(visit: SignedIn, Path(id): Path<RequestId>) -> Answer {
    ask(visit, id, Decision::Refuse).await
}

/// `POST /demandes-de-droits/{id}/refus`
pub(crate) async fn refuse(visit: SignedIn, Path(id): Path<RequestId>, Form(form): Form<ReasonForm>) -> Answer {
    decide(visit, id, Decision::Refuse, &form).await
}
