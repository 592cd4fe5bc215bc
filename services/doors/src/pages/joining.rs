//! Joining two accounts of one person: from the page of a new sheet, or from one's own account.

use super::{come_in, device_of, logo, password_field, ticked};
use crate::{
    W, activation,
    joining::{self, Asked, Joining, Kept, Proposed, Typed, may_take},
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
    component::{Button, Checkbox, ErrorSummary, Field, Hidden, LinkButton, Notice},
    listed, summary,
};

const LOGIN: &str = "identifiant";
const SECRET: &str = "secret";
/// What stands for the secret once it was typed.
const PROOF: &str = "preuve";
/// The box by which somebody says to be the person of the other sheet.
const SURE: &str = "certain";
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
    /// For who has another name than the sheet.
    sure: Option<Checkbox>,
    button: Button,
    back: String,
}

/// « C’est bien vous ? »
#[derive(Template)]
#[template(path = "joining_you.html")]
struct YouPage {
    action: &'static str,
    lead: String,
    children: String,
    summary: Option<ErrorSummary>,
    proof: Hidden,
    /// For who has another name.
    other: Option<(Notice, Checkbox)>,
    yes: Button,
    no: LinkButton,
}

impl YouPage {
    fn new(asked: Asked, mine: &str, problems: &Problems) -> Self {
        Self {
            action: OWN,
            lead: W.joining_you_lead(web::of_name(&asked.name)),
            children: match asked.children.len() {
                0 => W.joining_you_childless().to_owned(),
                count => W.joining_you_children(i64::try_from(count).unwrap_or(i64::MAX), listed(&asked.children)),
            },
            summary: summary(problems),
            proof: Hidden::new(PROOF, asked.proof),
            other: (!asked.alike).then(|| {
                (Notice::attention(W.joining_you_other(web::of_name(mine))), sure_box(&asked.name, false, problems))
            }),
            yes: Button::primary(W.joining_you_yes()).icon("lien"),
            no: LinkButton::secondary(W.joining_you_no(), HOUSEHOLD),
        }
    }
}

fn sure_box(name: &str, checked: bool, problems: &Problems) -> Checkbox {
    Checkbox::new(SURE, W.joining_you_sure(name)).checked(checked).required().error(problems.of(SURE))
}

/// What is said to who has another name and did not say to be that person.
fn unsaid() -> Problems {
    Problems::one(SURE, W.joining_you_unsaid())
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
    #[serde(default)]
    preuve: String,
    #[serde(default, deserialize_with = "ticked")]
    certain: bool,
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
        sure: None,
        button: Button::primary(W.joining_own_button()).icon("lien"),
        back: HOUSEHOLD.to_owned(),
    }
}

/// The page of somebody with a new sheet who has an account already.
fn kept_page(proof: &str, sheet: &Named, form: &JoiningForm, problems: &Problems) -> JoiningPage {
    let asked = form.certain || problems.of(SURE).is_some();
    JoiningPage {
        logo: Some(logo()),
        title: W.joining_kept(),
        lead: W.joining_kept_lead(&sheet.first_name),
        action: kept_path(proof),
        summary: summary(problems),
        login: login_field(&form.identifiant, problems).hint(W.joining_kept_login_hint()),
        secret: password_field(SECRET, W.password(), problems),
        code: factor_field(),
        sure: asked.then(|| sure_box(&sheet.name, form.certain, problems)),
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
        Joining::Unsaid => return unsaid(),
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
    if !form.preuve.is_empty() {
        return confirm(visit, &form).await;
    }
    let house = visit.site.house.clone();
    // The reading connection is given back: hashing takes a while.
    drop(visit.read().await?);
    match joining::propose(&house, &visit.viewer, &form.typed()).await? {
        Proposed::Asked(asked) => {
            let page = YouPage::new(asked, &visit.viewer.name(), &Problems::default());
            visit.page(W.joining_you(), &page)
        }
        Proposed::Not(joining) => visit.again(W.joining_own(), &own_page(&form, &refused(&joining))),
    }
}

/// The yes to « C’est bien vous ? ».
async fn confirm(mut visit: SignedIn, form: &JoiningForm) -> Answer {
    match settle(&mut visit, form).await {
        Ok(None) => Ok(visit.done(HOUSEHOLD, W.joining_done())),
        Ok(Some(Proposed::Asked(asked))) => {
            let page = YouPage::new(asked, &visit.viewer.name(), &unsaid());
            visit.again(W.joining_you(), &page)
        }
        Ok(Some(Proposed::Not(joining))) => {
            visit.again(W.joining_own(), &own_page(&JoiningForm::default(), &refused(&joining)))
        }
        Err(Error::NotFound | Error::Conflict) => Ok(visit.not_done(OWN, W.joining_you_late())),
        Err(other) => Err(other.into()),
    }
}

/// Joins; else answers with what is in the way.
async fn settle(visit: &mut SignedIn, form: &JoiningForm) -> db::Result<Option<Proposed>> {
    let house = visit.site.house.clone();
    let mut tx = visit.write().await?;
    match joining::take(&mut tx, &house, &visit.viewer, &form.preuve, form.certain).await? {
        Joining::Done => {
            tx.commit().await?;
            Ok(None)
        }
        Joining::Unsaid => {
            Ok(Some(Proposed::Asked(joining::asked(&mut tx, &house, &visit.viewer, &form.preuve).await?)))
        }
        other => Ok(Some(Proposed::Not(other))),
    }
}

/// Whom a sheet is for.
struct Named {
    first_name: String,
    /// The whole name.
    name: String,
}

/// Whom a sheet is for, when it may be joined to an account: a child has one of their own.
async fn adult_of(visit: &mut Visit, proof: &str) -> db::Result<Named> {
    let house = visit.site.house.clone();
    let mut tx = visit.read().await?;
    let newcomer = activation::newcomer(&mut tx, &house, proof).await?;
    or_not_found(may_take(&newcomer.viewer))?;
    Ok(Named { first_name: newcomer.first_name().to_owned(), name: newcomer.viewer.name() })
}

/// `GET /activation/{proof}/compte`
pub(crate) async fn show_kept(mut visit: Visit, Path(proof): Path<String>) -> Answer {
    match adult_of(&mut visit, &proof).await {
        Ok(sheet) => {
            let page = kept_page(&proof, &sheet, &JoiningForm::default(), &Problems::default());
            visit.page(W.joining_kept(), &page)
        }
        Err(Error::NotFound | Error::Conflict) => Ok(visit.not_done("/activation", W.activation_late())),
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
    let sheet = match adult_of(&mut visit, &proof).await {
        Ok(sheet) => sheet,
        Err(Error::NotFound) => return Ok(visit.not_done("/activation", W.activation_late())),
        Err(other) => return Err(other.into()),
    };
    let house = visit.site.house.clone();
    let browser = Browser { device: device_of(&headers), stays: false };
    match joining::keep(&house, &proof, &form.typed(), form.certain, &browser).await {
        Ok(Kept::Opened(opened)) => Ok(come_in(&opened, "/")),
        Ok(Kept::Not(joining)) => visit.again(W.joining_kept(), &kept_page(&proof, &sheet, &form, &refused(&joining))),
        Err(Error::NotFound | Error::Conflict) => Ok(visit.not_done("/activation", W.activation_late())),
        Err(other) => Err(other.into()),
    }
}
