//! Signing in and out.

use super::{Wanted, come_in, device_of, logo, pace::Paced, password_field};
use crate::{
    W, second_factor,
    sign_in::{self, Outcome},
};
use askama::Template;
use axum::{
    http::HeaderMap,
    response::{IntoResponse, Redirect},
};
use db::{Error, Problems};
use serde::Deserialize;
use web::{
    Answer, Form, Query, Visit,
    component::{Button, ErrorSummary, Field, Hidden},
    safe_return, summary,
};

const LOGIN: &str = "identifiant";
const PASSWORD: &str = "mot_de_passe";

#[derive(Template)]
#[template(path = "sign_in.html")]
struct SignInPage {
    logo: &'static str,
    summary: Option<ErrorSummary>,
    to: Hidden,
    login: Field,
    password: Field,
    button: Button,
}

impl SignInPage {
    fn new(to: &str, login: &str, problems: &Problems) -> Self {
        Self {
            logo: logo(),
            summary: summary(problems),
            to: Hidden::new("suite", safe_return(to)),
            login: Field::text(LOGIN, W.login())
                .value(login)
                .hint(W.login_hint())
                .required()
                .autocomplete("username")
                .maxlength(100)
                .spellcheck_off()
                .error(problems.of(LOGIN)),
            password: password_field(PASSWORD, W.password(), problems),
            button: Button::primary(W.sign_in()).icon("entrer"),
        }
    }
}

/// The page of the main door.
pub(crate) async fn show(visit: Visit, Query(wanted): Query<Wanted>) -> Answer {
    if visit.viewer.is_some() {
        return Ok(Redirect::to(safe_return(&wanted.suite)).into_response());
    }
    visit.page(W.sign_in(), &SignInPage::new(&wanted.suite, "", &Problems::default()))
}

/// What the page sends.
#[derive(Deserialize)]
pub(crate) struct SignInForm {
    identifiant: String,
    mot_de_passe: String,
    #[serde(default)]
    suite: String,
}

/// Tries to come in.
pub(crate) async fn enter(_: Paced, visit: Visit, headers: HeaderMap, Form(form): Form<SignInForm>) -> Answer {
    let to = safe_return(&form.suite);
    let house = visit.site.house.clone();
    match sign_in::attempt(&house, &form.identifiant, &form.mot_de_passe, &device_of(&headers)).await? {
        Outcome::Opened(opened) => Ok(come_in(&opened, to)),
        Outcome::ToActivate(proof) => Ok(Redirect::to(&format!("/activation/{proof}")).into_response()),
        Outcome::SecondStep(proof) => Ok(Redirect::to(&second_step_path(&proof, to)).into_response()),
        Outcome::Refused => show_again(visit, to, &form, W.sign_in_refused()),
        Outcome::TooLate => show_again(visit, to, &form, W.activation_code_over()),
    }
}

fn show_again(visit: Visit, to: &str, form: &SignInForm, why: &str) -> Answer {
    let problems = Problems::one(LOGIN, why);
    visit.again(W.sign_in(), &SignInPage::new(to, &form.identifiant, &problems))
}

/// The way back is left out when it could not be written in an address as it is.
fn second_step_path(proof: &str, to: &str) -> String {
    let plain = to.bytes().all(|it| it.is_ascii_alphanumeric() || b"/-_.".contains(&it));
    let to = if plain { to } else { "/" };
    format!("/connexion/code?jeton={proof}&suite={to}")
}

#[derive(Template)]
#[template(path = "second_step.html")]
struct SecondStepPage {
    logo: &'static str,
    summary: Option<ErrorSummary>,
    proof: Hidden,
    to: Hidden,
    code: Field,
    button: Button,
}

impl SecondStepPage {
    fn new(proof: &str, to: &str, problems: &Problems) -> Self {
        Self {
            logo: logo(),
            summary: summary(problems),
            proof: Hidden::new("jeton", proof),
            to: Hidden::new("suite", safe_return(to)),
            code: super::second_factor::code_field(problems),
            button: Button::primary(W.second_step_button()),
        }
    }
}

/// A proof and a page to come back to.
#[derive(Deserialize)]
pub(crate) struct Waiting {
    #[serde(default)]
    jeton: String,
    #[serde(default)]
    suite: String,
}

/// The page of the second step.
pub(crate) async fn show_second_step(visit: Visit, Query(waiting): Query<Waiting>) -> Answer {
    let page = SecondStepPage::new(&waiting.jeton, &waiting.suite, &Problems::default());
    visit.page(W.second_step(), &page)
}

/// What the second step sends.
#[derive(Deserialize)]
pub(crate) struct SecondStepForm {
    jeton: String,
    code: String,
    #[serde(default)]
    suite: String,
}

/// Tries the code of the second factor.
pub(crate) async fn enter_second_step(
    _: Paced,
    visit: Visit,
    headers: HeaderMap,
    Form(form): Form<SecondStepForm>,
) -> Answer {
    let house = visit.site.house.clone();
    match sign_in::second_step(&house, &form.jeton, &form.code, &device_of(&headers)).await {
        Ok(Some(opened)) => Ok(come_in(&opened, safe_return(&form.suite))),
        Ok(None) => {
            let problems = Problems::one(second_factor::CODE, W.second_factor_wrong());
            visit.again(W.second_step(), &SecondStepPage::new(&form.jeton, &form.suite, &problems))
        }
        Err(Error::NotFound) => Ok(visit.not_done("/connexion", W.second_step_late())),
        Err(other) => Err(other.into()),
    }
}

/// Goes out.
pub(crate) async fn leave(mut visit: Visit) -> Answer {
    let session = visit.session.clone();
    if let Some(session) = session {
        let mut tx = visit.write().await?;
        sign_in::close(&mut tx, session.account_id, &session.token).await?;
        tx.commit().await?;
    }
    let mut response = visit.done("/connexion", W.signed_out());
    web::append_cookie(&mut response, &web::cookie(web::SESSION_COOKIE, "", 0));
    Ok(response)
}
