//! Taking a news from its readers, with a reason.

use crate::{W, ending, news::News};
use commons::{Level, ThingId};
use db::{Error, Problems};
use web::{
    Answer, Form, Path, SignedIn,
    component::Button,
    reason::{ReasonForm, ReasonPage, ReasonQuestion},
};

pub(crate) async fn ask(mut visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    let mut tx = visit.read().await?;
    let news = News::load(&mut tx, &visit.viewer, id, Level::Manage).await?;
    drop(tx);
    visit.page(W.withdraw(), &page(&news, "", &Problems::default()))
}

pub(crate) async fn withdraw(mut visit: SignedIn, Path(id): Path<ThingId>, Form(form): Form<ReasonForm>) -> Answer {
    let mut tx = visit.write().await?;
    let news = News::load(&mut tx, &visit.viewer, id, Level::Manage).await?;
    match ending::withdraw(&mut tx, &visit.viewer, &news, &form.reason).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(visit.done(&news.path(), W.withdrawn()))
        }
        Err(Error::Invalid(problems)) => {
            drop(tx);
            visit.again(W.withdraw(), &page(&news, &form.reason, &problems))
        }
        Err(error) => Err(error.into()),
    }
}

fn page(news: &News, typed: &str, problems: &Problems) -> ReasonPage {
    let decide = Button::danger(W.withdraw()).icon("retire");
    let address = format!("{}/retrait", news.path());
    let question = ReasonQuestion::new(W.withdraw_label(), W.withdraw_explained(), address, decide, news.path());
    ReasonPage::new(W.withdraw(), &news.thing.title, question.typed(typed, problems), problems)
}
