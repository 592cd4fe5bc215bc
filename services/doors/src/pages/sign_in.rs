//! Signing in and out.

use super::{Wanted, come_in, device_of, logo, password_field, ticked};
use crate::{
    W, second_factor,
    sign_in::{self, Browser, Outcome},
};
use askama::Template;
use axum::{
    http::HeaderMap,
    response::{IntoResponse, Redirect, Response},
};
use db::{Error, Problems};
use school::Door;
use serde::Deserialize;
use web::{
    Answer, Form, Paced, Query, Visit,
    component::{Button, Checkbox, ErrorSummary, Field, Hidden},
    safe_return, summary,
};

const LOGIN: &str = "identifiant";
const PASSWORD: &str = "mot_de_passe";
/// The box to stay signed in. It is offered to all: nobody is known yet; of some it is not heard.
const STAY: &str = "rester";

#[derive(Template)]
#[template(path = "sign_in.html")]
struct SignInPage {
    logo: &'static str,
    summary: Option<ErrorSummary>,
    to: Hidden,
    login: Field,
    password: Field,
    stay: Checkbox,
    button: Button,
    /// Whether the device is of a class, whose children come in by its wall.
    has_wall: bool,
}

impl SignInPage {
    fn new(to: &str, login: &str, stays: bool, problems: &Problems) -> Self {
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
            stay: Checkbox::new(STAY, W.stay()).checked(stays).hint(W.stay_hint()),
            button: Button::primary(W.sign_in()).icon("entrer"),
            has_wall: false,
        }
    }

    /// The page as this device is shown it.
    fn on(self, visit: &Visit) -> Self {
        Self { has_wall: visit.device().is_some(), ..self }
    }
}

/// The page of the main door.
pub(crate) async fn show(visit: Visit, Query(wanted): Query<Wanted>) -> Answer {
    if visit.viewer.is_some() {
        return Ok(Redirect::to(safe_return(&wanted.suite)).into_response());
    }
    let page = SignInPage::new(&wanted.suite, "", false, &Problems::default()).on(&visit);
    visit.page(W.sign_in(), &page)
}

/// What the page sends.
#[derive(Deserialize)]
pub(crate) struct SignInForm {
    identifiant: String,
    mot_de_passe: String,
    #[serde(default)]
    suite: String,
    #[serde(default, deserialize_with = "ticked")]
    rester: bool,
}

/// Tries to come in.
pub(crate) async fn enter(_: Paced, visit: Visit, headers: HeaderMap, Form(form): Form<SignInForm>) -> Answer {
    let to = safe_return(&form.suite);
    let house = visit.site.house.clone();
    let browser = Browser { device: device_of(&headers), stays: form.rester };
    let outcome = sign_in::attempt(&house, &form.identifiant, &form.mot_de_passe, &browser).await?;
    match lead(outcome, to, form.rester, W.sign_in_refused()) {
        Ok(response) => Ok(response),
        Err(why) => show_again(visit, to, &form, why),
    }
}

/// Where a password that was tried leads; why, when it leads nowhere.
pub(super) fn lead(outcome: Outcome, to: &str, stays: bool, refused: &'static str) -> Result<Response, &'static str> {
    match outcome {
        Outcome::Opened(opened) => Ok(come_in(&opened, to)),
        Outcome::ToActivate(proof) => Ok(Redirect::to(&format!("/activation/{proof}")).into_response()),
        Outcome::ToRenew(proof) => Ok(Redirect::to(&format!("/nouveau-mot-de-passe?jeton={proof}")).into_response()),
        Outcome::SecondStep(proof) => Ok(Redirect::to(&second_step_path(&proof, to, stays)).into_response()),
        Outcome::Refused => Err(refused),
        Outcome::TooLate => Err(W.activation_code_over()),
        Outcome::Over => Err(W.temporary_over()),
        Outcome::Closed(why) => Err(why),
    }
}

fn show_again(visit: Visit, to: &str, form: &SignInForm, why: &str) -> Answer {
    let problems = Problems::one(LOGIN, why);
    let page = SignInPage::new(to, &form.identifiant, form.rester, &problems).on(&visit);
    visit.again(W.sign_in(), &page)
}

/// The way back is left out when it could not be written in an address as it is.
fn second_step_path(proof: &str, to: &str, stays: bool) -> String {
    let plain = to.bytes().all(|it| it.is_ascii_alphanumeric() || b"/-_.".contains(&it));
    let to = if plain { to } else { "/" };
    let stay = if stays { "&rester=on" } else { "" };
    format!("/connexion/code?jeton={proof}&suite={to}{stay}")
}

#[derive(Template)]
#[template(path = "second_step.html")]
struct SecondStepPage {
    logo: &'static str,
    summary: Option<ErrorSummary>,
    proof: Hidden,
    to: Hidden,
    stay: Option<Hidden>,
    code: Field,
    button: Button,
}

impl SecondStepPage {
    fn new(waiting: &Waiting, problems: &Problems) -> Self {
        Self {
            logo: logo(),
            summary: summary(problems),
            proof: Hidden::new("jeton", &waiting.jeton),
            to: Hidden::new("suite", safe_return(&waiting.suite)),
            stay: waiting.rester.then(|| Hidden::new(STAY, "on")),
            code: super::second_factor::code_field(problems),
            button: Button::primary(W.second_step_button()),
        }
    }
}

/// What passes from the first step to the second: a proof, a page to come back to, the wish to stay.
#[derive(Deserialize)]
pub(crate) struct Waiting {
    #[serde(default)]
    jeton: String,
    #[serde(default)]
    suite: String,
    #[serde(default, deserialize_with = "ticked")]
    rester: bool,
}

/// The page of the second step.
pub(crate) async fn show_second_step(visit: Visit, Query(waiting): Query<Waiting>) -> Answer {
    visit.page(W.second_step(), &SecondStepPage::new(&waiting, &Problems::default()))
}

/// What the second step sends.
#[derive(Deserialize)]
pub(crate) struct SecondStepForm {
    jeton: String,
    code: String,
    #[serde(default)]
    suite: String,
    #[serde(default, deserialize_with = "ticked")]
    rester: bool,
}

/// Tries the code of the second factor.
pub(crate) async fn enter_second_step(
    _: Paced,
    visit: Visit,
    headers: HeaderMap,
    Form(form): Form<SecondStepForm>,
) -> Answer {
    let house = visit.site.house.clone();
    let browser = Browser { device: device_of(&headers), stays: form.rester };
    let opened = sign_in::second_step(&house, &form.jeton, &form.code, &browser).await;
    match opened {
        Ok(Some(opened)) => Ok(come_in(&opened, safe_return(&form.suite))),
        Ok(None) => {
            let problems = Problems::one(second_factor::CODE, W.second_factor_wrong());
            let waiting = Waiting { jeton: form.jeton, suite: form.suite, rester: form.rester };
            visit.again(W.second_step(), &SecondStepPage::new(&waiting, &problems))
        }
        Err(Error::NotFound) => Ok(visit.not_done("/connexion", W.second_step_late())),
        Err(other) => Err(other.into()),
    }
}

/// Goes out.
pub(crate) async fn leave(mut visit: Visit) -> Answer {
    let (session, out) = (visit.session.clone(), visit.way_out());
    // A telephone that was lent is left by the adult.
    let by_a_child = session.as_ref().is_some_and(|it| it.door.is_narrow() && it.door != Door::Lent);
    if let Some(session) = session {
        let mut tx = visit.write().await?;
        sign_in::close(&mut tx, session.account_id, &session.token).await?;
        tx.commit().await?;
    }
    let mut response = visit.done(out, if by_a_child { W.child_is_out() } else { W.signed_out() });
    web::append_cookie(&mut response, &web::cookie(web::SESSION_COOKIE, "", 0));
    Ok(response)
}
