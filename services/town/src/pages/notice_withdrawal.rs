//! Taking a notice back, with a reason.

use crate::{
    W,
    fields::Fields,
    notice::Notice,
    notice_send::{self, LONGEST_REASON},
};
use askama::Template;
use commons::{Level, ThingId};
use db::{Error, Problems};
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

/// `GET /avis/{id}/retrait`
pub(crate) async fn ask(mut visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    let mut tx = visit.read().await?;
    let notice = Notice::load(&mut tx, &visit.viewer, id, Level::Manage).await?;
    drop(tx);
    visit.page(W.withdraw_notice(), &WithdrawalPage::new(&notice, "", &Problems::default()))
}

/// `POST /avis/{id}/retrait`
pub(crate) async fn withdraw(mut visit: SignedIn, Path(id): Path<ThingId>, Form(fields): Form<Fields>) -> Answer {
    let mut tx = visit.write().await?;
    let notice = Notice::load(&mut tx, &visit.viewer, id, Level::Manage).await?;
    match notice_send::withdraw(&mut tx, &visit.viewer, &notice, fields.text("reason")).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(visit.done(&notice.path(), W.notice_withdrawn()))
        }
        Err(Error::Invalid(problems)) => {
            drop(tx);
            visit.again(W.withdraw_notice(), &WithdrawalPage::new(&notice, fields.text("reason"), &problems))
        }
        Err(error) => Err(error.into()),
    }
}

impl WithdrawalPage {
    fn new(notice: &Notice, typed: &str, problems: &Problems) -> Self {
        let reason = Field::area("reason", W.withdraw_label(), 3).maxlength(LONGEST_REASON).required();
        Self {
            title: notice.thing.title.clone(),
            summary: web::summary(problems),
            address: format!("{}/retrait", notice.path()),
            reason: reason.value(typed).error(problems.of("reason")),
            withdraw: Button::danger(W.withdraw_notice()).icon("retire"),
            back: notice.path(),
        }
    }
}
