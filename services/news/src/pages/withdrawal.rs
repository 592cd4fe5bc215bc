//! Taking a news from its readers, with a reason.

use crate::{W, ending, news::News, reason};
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
    let news = News::load(&mut tx, &visit.viewer, id, Level::Manage).await?;
    drop(tx);
    visit.page(W.withdraw(), &WithdrawalPage::new(&news, "", &Problems::default()))
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
            visit.again(W.withdraw(), &WithdrawalPage::new(&news, &form.reason, &problems))
        }
        Err(error) => Err(error.into()),
    }
}

impl WithdrawalPage {
    fn new(news: &News, typed: &str, problems: &Problems) -> Self {
        let reason = Field::area("reason", W.withdraw_label(), 4).maxlength(reason::LONGEST).required();
        Self {
            title: news.thing.title.clone(),
            summary: web::summary(problems),
            address: format!("{}/retrait", news.path()),
            reason: reason.value(typed).error(problems.of("reason")),
            withdraw: Button::danger(W.withdraw()).icon("retire"),
            back: news.path(),
        }
    }
}
