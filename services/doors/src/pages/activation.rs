//! Activating an account: the code of the sheet, then a password of one's own.

use super::{come_in, device_of, joining, logo, new_password_fields, ticked};
use crate::{
    W,
    activation::{self, CHARTER, Choice, Exchange},
    charter::Charter,
    email,
    joining::may_take,
    owner::{Owner, voice},
    second_factor,
    sign_in::Browser,
};
use askama::Template;
use axum::{
    http::HeaderMap,
    response::{IntoResponse, Redirect},
};
use db::{Error, Problems};
use school::charter::Audience;
use serde::Deserialize;
use web::{
    Answer, Form, Paced, Path, Query, Visit,
    component::{Button, Checkbox, ErrorSummary, Field, LinkButton},
    summary,
};

const LOGIN: &str = "identifiant";

/// A login and a code: typed, or carried by the QR code of a sheet.
#[derive(Deserialize)]
pub(crate) struct Sheet {
    #[serde(default)]
    identifiant: String,
    #[serde(default)]
    code: String,
}

#[derive(Template)]
#[template(path = "activation.html")]
struct ActivationPage {
    logo: &'static str,
    lead: &'static str,
    summary: Option<ErrorSummary>,
    login: Field,
    code: Field,
    button: Button,
}

impl ActivationPage {
    fn new(sheet: &Sheet, problems: &Problems) -> Self {
        Self {
            logo: logo(),
            // A link carries both, without any sheet. A refusal reads the same whatever was typed.
            lead: if sheet.code.is_empty() || !problems.is_empty() {
                W.activation_start()
            } else {
                W.activation_filled()
            },
            summary: summary(problems),
            login: Field::text(LOGIN, W.login())
                .value(&sheet.identifiant)
                .required()
                .autocomplete("username")
                .maxlength(100)
                .spellcheck_off()
                .error(problems.of(LOGIN)),
            code: Field::text(second_factor::CODE, W.activation_code())
                .value(&sheet.code)
                .hint(W.activation_code_hint())
                .required()
                .autocomplete("one-time-code")
                .maxlength(20)
                .spellcheck_off(),
            button: Button::primary(W.activation_continue()),
        }
    }
}

/// The first page: login and code.
pub(crate) async fn show(visit: Visit, Query(sheet): Query<Sheet>) -> Answer {
    visit.page(W.activation(), &ActivationPage::new(&sheet, &Problems::default()))
}

/// Tries a login and a code.
pub(crate) async fn begin(_: Paced, visit: Visit, Form(sheet): Form<Sheet>) -> Answer {
    let house = visit.site.house.clone();
    match activation::begin(&house, &sheet.identifiant, &sheet.code).await? {
        Exchange::Proof(proof) => Ok(Redirect::to(&format!("/activation/{proof}")).into_response()),
        Exchange::Refused => show_again(visit, &sheet, W.activation_refused()),
        Exchange::TooLate => show_again(visit, &sheet, W.activation_code_over()),
    }
}

fn show_again(visit: Visit, sheet: &Sheet, why: &str) -> Answer {
    visit.again(W.activation(), &ActivationPage::new(sheet, &Problems::one(LOGIN, why)))
}

#[derive(Template)]
#[template(path = "activation_choice.html")]
struct ChoicePage {
    action: String,
    summary: Option<ErrorSummary>,
    hello: String,
    lead: String,
    /// For the browser's password manager, which would not know the login otherwise.
    login: String,
    new: Field,
    again: Field,
    email: Option<Field>,
    /// For an adult who has an account already: another child, another school.
    join: Option<LinkButton>,
    charter: Charter,
    charter_title: String,
    accept: Checkbox,
    button: Button,
}

impl ChoicePage {
    fn new(proof: &str, newcomer: &Owner, form: &ChoiceForm, problems: &Problems) -> Self {
        let profile = newcomer.viewer.profile();
        let who = voice(profile);
        let [new, again] = new_password_fields(newcomer, problems);
        Self {
            action: format!("/activation/{proof}"),
            summary: summary(problems),
            hello: W.activation_hello(newcomer.first_name()),
            lead: W.activation_lead(who),
            login: newcomer.account.login.clone(),
            new,
            again,
            email: (!newcomer.is_pupil()).then(|| email_field(&form.courriel, problems).optional(W.optional())),
            join: may_take(&newcomer.viewer)
                .then(|| LinkButton::secondary(W.joining_kept_link(), joining::kept_path(proof)).icon("lien")),
            charter: Charter::of(Audience::of_viewer(&newcomer.viewer)),
            charter_title: W.activation_charter(who),
            accept: Checkbox::new(CHARTER, W.charter_accept_box(who))
                .checked(form.charte)
                .required()
                .error(problems.of(CHARTER)),
            button: Button::primary(W.activation_finish(who)).icon("entrer"),
        }
    }
}

/// An address, with what it is for.
pub(crate) fn email_field(value: &str, problems: &Problems) -> Field {
    Field::email(email::FIELD, W.email())
        .value(value)
        .hint(W.email_hint())
        .autocomplete("email")
        .maxlength(254)
        .error(problems.of(email::FIELD))
}

/// What the second page sends.
#[derive(Default, Deserialize)]
pub(crate) struct ChoiceForm {
    #[serde(default)]
    nouveau: String,
    #[serde(default)]
    confirmation: String,
    #[serde(default)]
    courriel: String,
    #[serde(default, deserialize_with = "ticked")]
    charte: bool,
}

/// The second page: password, address, charter.
pub(crate) async fn show_choice(mut visit: Visit, Path(proof): Path<String>) -> Answer {
    let house = visit.site.house.clone();
    let mut tx = visit.read().await?;
    let found = activation::newcomer(&mut tx, &house, &proof).await;
    drop(tx);
    match found {
        Ok(owner) => {
            let page = ChoicePage::new(&proof, &owner, &ChoiceForm::of(&owner), &Problems::default());
            visit.page(W.activation(), &page)
        }
        Err(Error::NotFound) => Ok(visit.not_done("/activation", W.activation_late())),
        Err(other) => Err(other.into()),
    }
}

/// Chooses, and comes in.
pub(crate) async fn finish(
    _: Paced,
    visit: Visit,
    Path(proof): Path<String>,
    headers: HeaderMap,
    Form(form): Form<ChoiceForm>,
) -> Answer {
    let house = visit.site.house.clone();
    let browser = Browser { device: device_of(&headers), stays: false };
    match activation::finish(&house, &proof, &form.choice(), &browser).await {
        Ok(opened) => Ok(come_in(&opened, "/")),
        Err(Error::Invalid(problems)) => choice_again(visit, &proof, &form, &problems).await,
        Err(Error::NotFound) => Ok(visit.not_done("/activation", W.activation_late())),
        Err(other) => Err(other.into()),
    }
}

async fn choice_again(mut visit: Visit, proof: &str, form: &ChoiceForm, problems: &Problems) -> Answer {
    let house = visit.site.house.clone();
    let mut tx = visit.read().await?;
    let owner = activation::newcomer(&mut tx, &house, proof).await?;
    drop(tx);
    visit.again(W.activation(), &ChoicePage::new(proof, &owner, form, problems))
}

impl ChoiceForm {
    /// Somebody a family invited came by the letter: the address is known already.
    fn of(newcomer: &Owner) -> Self {
        let known = newcomer.account.email.clone().filter(|_| newcomer.viewer.only_reads());
        Self { courriel: known.unwrap_or_default(), ..Self::default() }
    }

    fn choice(&self) -> Choice<'_> {
        Choice { password: &self.nouveau, again: &self.confirmation, email: self.courriel.trim(), charter: self.charte }
    }
}
