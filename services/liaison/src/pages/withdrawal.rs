//! Withdrawing a mot asks why.

use crate::{W, mot::Mot, withdrawal};
use askama::Template;
use commons::{Level, ThingId};
use db::{Error, Problems};
use serde::Deserialize;
use web::{
    Answer, Form, Path, SignedIn,
    component::{Button, ErrorSummary, Field},
};

#[derive(Template)]
#[template(path = "withdrawal.html")]
struct WithdrawalPage {
    title: String,
    summary: Option<ErrorSummary>,
    address: String,
    reason: Field,
    withdraw: Button,
    back: String,
}

/// The words typed.
#[derive(Deserialize)]
pub(crate) struct ReasonForm {
    #[serde(default)]
    reason: String,
}

pub(crate) async fn ask(mut visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    let mut tx = visit.read().await?;
    let mot = Mot::load(&mut tx, &visit.viewer, id, Level::Manage).await?;
    drop(tx);
    let page = WithdrawalPage::new(&mot, "", &Problems::default());
    visit.page(W.withdraw(), &page)
}

pub(crate) async fn withdraw(mut visit: SignedIn, Path(id): Path<ThingId>, Form(form): Form<ReasonForm>) -> Answer {
    let mut tx = visit.write().await?;
    let mot = Mot::load(&mut tx, &visit.viewer, id, Level::Manage).await?;
    match withdrawal::withdraw(&mut tx, &visit.viewer, &mot, &form.reason).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(visit.done(&mot.path(), W.withdrawn()))
        }
        Err(Error::Invalid(problems)) => {
            drop(tx);
            let page = WithdrawalPage::new(&mot, &form.reason, &problems);
            visit.again(W.withdraw(), &page)
        }
        Err(error) => Err(error.into()),
    }
}

impl WithdrawalPage {
    fn new(mot: &Mot, typed: &str, problems: &Problems) -> Self {
        let reason = Field::area("reason", W.withdrawal_reason(), 4).maxlength(withdrawal::LONGEST).required();
        Self {
            title: mot.thing.title.clone(),
            summary: web::summary(problems),
            address: format!("{}/retrait", mot.path()),
            reason: reason.value(typed).error(problems.of("reason")),
            withdraw: Button::danger(W.withdraw()).icon("retire"),
            back: mot.path(),
        }
    }
}
