//! What is done to a convention with a reason: refusing it, cancelling it, taking a signature back. One page for all.

use super::{
    agreement::{address, title},
    status::party,
};
use crate::{
    Agreement, AgreementId, Side, State, W,
    agreement::Party,
    ending,
    letter::{self, News},
    signature,
};
use axum::response::{IntoResponse, Redirect};
use db::{Error, Problems, Result, Tx};
use school::Viewer;
use web::{
    Answer, Form, Path, SignedIn,
    component::Button,
    reason::{ReasonForm, ReasonPage, ReasonQuestion},
};

/// What is done.
#[derive(Clone, Copy)]
enum Act {
    Refuse,
    Cancel,
    TakeBack(Party),
}

/// `GET /conventions/{id}/refuser`
pub(crate) async fn ask_refusal(visit: SignedIn, Path(id): Path<AgreementId>) -> Answer {
    ask(visit, id, Act::Refuse).await
}

/// `POST /conventions/{id}/refuser`
pub(crate) async fn refuse(visit: SignedIn, Path(id): Path<AgreementId>, Form(form): Form<ReasonForm>) -> Answer {
    act(visit, id, Act::Refuse, &form.reason).await
}

/// `GET /conventions/{id}/annuler`
pub(crate) async fn ask_cancellation(visit: SignedIn, Path(id): Path<AgreementId>) -> Answer {
    ask(visit, id, Act::Cancel).await
}

/// `POST /conventions/{id}/annuler`
pub(crate) async fn cancel(visit: SignedIn, Path(id): Path<AgreementId>, Form(form): Form<ReasonForm>) -> Answer {
    act(visit, id, Act::Cancel, &form.reason).await
}

/// `GET /conventions/{id}/signatures/{party}/retrait`
pub(crate) async fn ask_taking_back(visit: SignedIn, Path((id, party)): Path<(AgreementId, String)>) -> Answer {
    ask(visit, id, Act::taking_back(party)?).await
}

/// `POST /conventions/{id}/signatures/{party}/retrait`
pub(crate) async fn take_back(
    visit: SignedIn,
    Path((id, party)): Path<(AgreementId, String)>,
    Form(form): Form<ReasonForm>,
) -> Answer {
    act(visit, id, Act::taking_back(party)?, &form.reason).await
}

async fn ask(mut visit: SignedIn, id: AgreementId, act: Act) -> Answer {
    let mut tx = visit.read().await?;
    let (agreement, _) = act.load(&mut tx, &visit.viewer, id).await?;
    let may = act.may(&mut tx, &agreement).await?;
    drop(tx);
    if !may {
        return Ok(Redirect::to(&address(id)).into_response());
    }
    let page = page(act, &agreement, "", &Problems::default());
    visit.page(act.heading(), &page)
}

async fn act(mut visit: SignedIn, id: AgreementId, act: Act, typed: &str) -> Answer {
    let house = visit.site.house.address.clone();
    let mut tx = visit.write().await?;
    let (agreement, side) = act.load(&mut tx, &visit.viewer, id).await?;
    match act.done(&mut tx, &visit.viewer, &agreement, typed).await {
        Ok(()) => {}
        Err(Error::Invalid(problems)) => {
            drop(tx);
            let page = page(act, &agreement, typed, &problems);
            return visit.again(act.heading(), &page);
        }
        Err(error) => return Err(error.into()),
    }
    // Nobody was told of a draft.
    if agreement.state != State::Draft {
        letter::tell_other(&mut tx, &house, &agreement, side, act.news()).await?;
    }
    tx.commit().await?;
    Ok(visit.done(&address(id), act.said()))
}

fn page(act: Act, agreement: &Agreement, typed: &str, problems: &Problems) -> ReasonPage {
    let path = address(agreement.id);
    let action = format!("{path}/{}", act.address());
    let question =
        ReasonQuestion::new(W.ending_reason(), act.explanation(), action, Button::danger(act.heading()), path);
    ReasonPage::new(act.heading(), title(agreement), question.typed(typed, problems), problems)
}

impl Act {
    fn taking_back(party: String) -> Result<Self> {
        Party::try_from(party).ok().map(Self::TakeBack).ok_or(Error::NotFound)
    }

    /// The convention, for those who may: the académie alone, but to refuse it.
    async fn load(self, tx: &mut Tx, viewer: &Viewer, id: AgreementId) -> Result<(Agreement, Side)> {
        match self {
            Self::Refuse => Agreement::load(tx, viewer, id).await,
            Self::Cancel | Self::TakeBack(_) => Ok((Agreement::managed(tx, viewer, id).await?, Side::Academy)),
        }
    }

    async fn may(self, tx: &mut Tx, agreement: &Agreement) -> Result<bool> {
        match self {
            Self::Refuse => Ok(agreement.may_be_refused()),
            Self::Cancel => Ok(agreement.may_be_cancelled()),
            Self::TakeBack(party) => signature::may_be_taken_back(tx, agreement, party).await,
        }
    }

    async fn done(self, tx: &mut Tx, viewer: &Viewer, agreement: &Agreement, typed: &str) -> Result<()> {
        match self {
            Self::Refuse => ending::refuse(tx, viewer, agreement, typed).await,
            Self::Cancel => ending::cancel(tx, viewer, agreement, typed).await,
            Self::TakeBack(party) => signature::take_back(tx, viewer, agreement, party, typed).await,
        }
    }

    fn address(self) -> String {
        match self {
            Self::Refuse => "refuser".to_owned(),
            Self::Cancel => "annuler".to_owned(),
            Self::TakeBack(party) => format!("signatures/{}/retrait", party.as_str()),
        }
    }

    fn heading(self) -> &'static str {
        match self {
            Self::Refuse => W.ending_refuse(),
            Self::Cancel => W.ending_cancel(),
            Self::TakeBack(_) => W.signature_take_back(),
        }
    }

    fn explanation(self) -> String {
        match self {
            Self::Refuse => W.ending_refuse_explained().to_owned(),
            Self::Cancel => W.ending_cancel_explained().to_owned(),
            Self::TakeBack(whose) => W.signature_take_back_explained(party(whose)),
        }
    }

    fn said(self) -> &'static str {
        match self {
            Self::Refuse => W.ending_refused(),
            Self::Cancel => W.ending_cancelled(),
            Self::TakeBack(_) => W.signature_taken_back(),
        }
    }

    const fn news(self) -> News {
        match self {
            Self::Refuse => News::Refused,
            Self::Cancel => News::Cancelled,
            Self::TakeBack(_) => News::TakenBack,
        }
    }
}
