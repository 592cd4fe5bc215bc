//! Joining two accounts of one person: from the page of a new sheet, or from one's own account.

use super::{come_in, device_of, logo, password_field};
use crate::{
    W, activation,
    joining::{self, Joining, Kept, Typed, may_take},
    second_factor,
    sign_in::Browser,
};
use askama::Template;
use axum::http::HeaderMap;
use db::{Error, Problems};
use school::viewer::or_not_found;
use serde::Deserialize;
use web::{
    Answer, Form, Paced, Path, SignedIn, Visit,
    component::{Button, ErrorSummary, Field},
    summary,
};

const LOGIN: &str = "identifiant";
const SECRET: &str = "secret";
/// Where one's own account takes the persons of another.
const OWN: &str = "/compte/rattachement";
/// Where a parent finds all children.
const HOUSEHOLD: &str = "/foyer";

#[derive(Template)]
#[template(path = "joining.html")]
struct JoiningPage {
    /// Over the page of somebody who is not in yet.
    logo: Option<&'static str>,
    title: &'static str,
    lead: String,
    action: String,
    summary: Option<ErrorSummary>,
    login: Field,
    secret: Field,
    code: Field,
    button: Button,
    back: String,
}

/// What the form sends.
#[derive(Default, Deserialize)]
pub(crate) struct JoiningForm {
    #[serde(default)]
    identifiant: String,
    #[serde(default)]
    secret: String,
    #[serde(default)]
    code: String,
}

impl JoiningForm {
    fn typed(&self) -> Typed<'_> {
        Typed { login: &self.identifiant, secret: &self.secret, code: &self.code }
    }
}

fn login_field(typed: &str, problems: &Problems) -> Field {
    Field::text(LOGIN, W.login())
        .value(typed)
        .required()
        .autocomplete("username")
        .maxlength(100)
        .spellcheck_off()
        .error(problems.of(LOGIN))
}

fn factor_field() -> Field {
    Field::text(second_factor::CODE, W.second_factor_code())
        .hint(W.joining_factor_hint())
        .optional(W.optional())
        .autocomplete("one-time-code")
        .inputmode("numeric")
        .maxlength(12)
        .spellcheck_off()
}

/// The page of somebody signed in who has another sheet, or another account.
fn own_page(form: &JoiningForm, problems: &Problems) -> JoiningPage {
    JoiningPage {
        logo: None,
        title: W.joining_own(),
        lead: W.joining_own_lead().to_owned(),
        action: OWN.to_owned(),
        summary: summary(problems),
        login: login_field(&form.identifiant, problems).hint(W.joining_login_hint()),
        secret: password_field(SECRET, W.joining_secret(), problems).hint(W.joining_secret_hint()).autocomplete("off"),
        code: factor_field(),
        button: Button::primary(W.joining_own_button()).icon("lien"),
        back: HOUSEHOLD.to_owned(),
    }
}

/// The page of somebody with a new sheet who has an account already.
fn kept_page(proof: &str, first_name: &str, form: &JoiningForm, problems: &Problems) -> JoiningPage {
    JoiningPage {
        logo: Some(logo()),
        title: W.joining_kept(),
        lead: W.joining_kept_lead(first_name),
        action: kept_path(proof),
        summary: summary(problems),
        login: login_field(&form.identifiant, problems).hint(W.joining_kept_login_hint()),
        secret: password_field(SECRET, W.password(), problems),
        code: factor_field(),
        button: Button::primary(W.joining_kept_button()).icon("entrer"),
        back: format!("/activation/{proof}"),
    }
}

/// Where the account somebody has already takes the persons of a sheet.
pub(super) fn kept_path(proof: &str) -> String {
    format!("/activation/{proof}/compte")
}

/// What is said of a refusal, beside the login.
fn refused(joining: &Joining) -> Problems {
    let why = match joining {
        Joining::Refused => W.joining_refused(),
        Joining::TooLate => W.activation_code_over(),
        Joining::Impossible => W.joining_impossible(),
        Joining::Done => return Problems::default(),
    };
    Problems::one(LOGIN, why)
}

/// `GET /compte/rattachement`
pub(crate) async fn show(visit: SignedIn) -> Answer {
    or_not_found(may_take(&visit.viewer))?;
    visit.page(W.joining_own(), &own_page(&JoiningForm::default(), &Problems::default()))
}

/// `POST /compte/rattachement`
pub(crate) async fn take(_: Paced, mut visit: SignedIn, Form(form): Form<JoiningForm>) -> Answer {
    or_not_found(may_take(&visit.viewer))?;
    let (house, kept) = (visit.site.house.clone(), visit.viewer.account);
    // The reading connection is given back: hashing takes a while.
    drop(visit.read().await?);
    match joining::take(&house, kept, &form.typed()).await {
        Ok(Joining::Done) => Ok(visit.done(HOUSEHOLD, W.joining_done())),
        Ok(joining) => visit.again(W.joining_own(), &own_page(&form, &refused(&joining))),
        Err(Error::NotFound) => visit.again(W.joining_own(), &own_page(&form, &refused(&Joining::Refused))),
        Err(other) => Err(other.into()),
    }
}

/// The first name a sheet is for, when it may be joined to an account: a child has one of their own.
async fn adult_of(visit: &mut Visit, proof: &str) -> db::Result<String> {
    let house = visit.site.house.clone();
    let mut tx = visit.read().await?;
    let newcomer = activation::newcomer(&mut tx, &house, proof).await?;
    or_not_found(may_take(&newcomer.viewer))?;
    Ok(newcomer.first_name().to_owned())
}

/// `GET /activation/{proof}/compte`
pub(crate) async fn show_kept(mut visit: Visit, Path(proof): Path<String>) -> Answer {
    match adult_of(&mut visit, &proof).await {
        Ok(first_name) => {
            let page = kept_page(&proof, &first_name, &JoiningForm::default(), &Problems::default());
            visit.page(W.joining_kept(), &page)
        }
        Err(Error::NotFound) => Ok(visit.not_done("/activation", W.activation_late())),
        Err(other) => Err(other.into()),
    }
}

/// `POST /activation/{proof}/compte`
pub(crate) async fn keep(
    _: Paced,
    mut visit: Visit,
    Path(proof): Path<String>,
    headers: HeaderMap,
    Form(form): Form<JoiningForm>,
) -> Answer {
    let first_name = match adult_of(&mut visit, &proof).await {
        Ok(first_name) => first_name,
        Err(Error::NotFound) => return Ok(visit.not_done("/activation", W.activation_late())),
        Err(other) => return Err(other.into()),
    };
    let house = visit.site.house.clone();
    let browser = Browser { device: device_of(&headers), stays: false };
    match joining::keep(&house, &proof, &form.typed(), &browser).await {
        Ok(Kept::Opened(opened)) => Ok(come_in(&opened, "/")),
        Ok(Kept::Not(joining)) => {
            visit.again(W.joining_kept(), &kept_page(&proof, &first_name, &form, &refused(&joining)))
        }
        Err(Error::NotFound) => Ok(visit.not_done("/activation", W.activation_late())),
        Err(other) => Err(other.into()),
    }
}
