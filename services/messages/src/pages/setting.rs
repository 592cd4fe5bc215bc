//! Signature and absence.

use crate::{
    W, matrix,
    setting::{self, LONGEST, SettingForm},
};
use askama::Template;
use db::{Error, Problems};
use web::{
    Answer, Form, SignedIn,
    component::{Button, ErrorSummary, Field},
};

#[derive(Template)]
#[template(path = "setting.html")]
struct SettingPage {
    summary: Option<ErrorSummary>,
    signature: Field,
    from: Field,
    until: Field,
    absence: Field,
    save: Button,
}

pub(crate) async fn show(mut visit: SignedIn) -> Answer {
    if matrix::schools(&visit.viewer).is_empty() {
        return Err(Error::NotFound.into());
    }
    let mut tx = visit.read().await?;
    let set = setting::of(&mut tx, visit.viewer.account).await?;
    drop(tx);
    visit.page(W.settings(), &SettingPage::build(&SettingForm::of(&set), &Problems::default()))
}

pub(crate) async fn save(mut visit: SignedIn, Form(form): Form<SettingForm>) -> Answer {
    if matrix::schools(&visit.viewer).is_empty() {
        return Err(Error::NotFound.into());
    }
    let set = match form.check() {
        Ok(set) => set,
        Err(Error::Invalid(problems)) => return visit.again(W.settings(), &SettingPage::build(&form, &problems)),
        Err(error) => return Err(error.into()),
    };
    let mut tx = visit.write().await?;
    setting::set(&mut tx, visit.viewer.account, &set).await?;
    tx.commit().await?;
    Ok(visit.done("/messages/reglages", W.settings_saved()))
}

impl SettingPage {
    fn build(form: &SettingForm, problems: &Problems) -> Self {
        let area = |name: &'static str, label: &str, value: &str| {
            Field::area(name, label, 4).value(value).maxlength(LONGEST).optional(W.optional()).error(problems.of(name))
        };
        let day = |name: &'static str, label: &str, value: &str| {
            Field::date(name, label).value(value).optional(W.optional()).error(problems.of(name))
        };
        Self {
            summary: web::summary(problems),
            signature: area("signature", W.signature(), &form.signature).hint(W.signature_hint()),
            from: day("from", W.absent_from(), &form.from),
            until: day("until", W.absent_until(), &form.until),
            absence: area("absence", W.absence_words(), &form.absence).hint(W.absence_hint()),
            save: Button::primary(W.save_settings()),
        }
    }
}
