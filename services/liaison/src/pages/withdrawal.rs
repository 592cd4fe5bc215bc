//! Withdrawing a mot asks why.

use crate::{W, mot::Mot, withdrawal};
use commons::{Level, ThingId};
use db::{Error, Problems};
use web::{
    Answer, Form, Path, SignedIn,
    component::Button,
    reason::{ReasonForm, ReasonPage, ReasonQuestion},
};

pub(crate) async fn ask(mut visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    let mut tx = visit.read().await?;
    let mot = Mot::load(&mut tx, &visit.viewer, id, Level::Manage).await?;
    drop(tx);
    let page = page(&mot, "", &Problems::default());
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
            let page = page(&mot, &form.reason, &problems);
            visit.again(W.withdraw(), &page)
        }
        Err(error) => Err(error.into()),
    }
}

fn page(mot: &Mot, typed: &str, problems: &Problems) -> ReasonPage {
    let decide = Button::danger(W.withdraw()).icon("retire");
    let address = format!("{}/retrait", mot.path());
    let question = ReasonQuestion::new(W.withdrawal_reason(), W.withdrawal_explained(), address, decide, mot.path());
    ReasonPage::new(W.withdraw(), &mot.thing.title, question.typed(typed, problems), problems)
}
