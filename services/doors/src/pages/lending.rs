//! A telephone lent to a child: it is handed over in one press, and given back with the password of whoever lent it.

use super::{device_of, password_field, sign_in::lead};
use crate::{
    W,
    lending::{self, Lender},
    sign_in::{self, Browser, Outcome},
};
use askama::Template;
use axum::{
    http::HeaderMap,
    response::{IntoResponse, Redirect, Response},
};
use db::{Error, Problems};
use school::{
    PersonId,
    session::{self, Session, Stay},
};
use serde::Deserialize;
use web::{
    Answer, Form, GIVE_BACK, Paced, Path, SignedIn, Skin, Visit,
    component::{Button, ErrorSummary, Field, LinkButton},
    summary,
};

/// Where whoever lent a telephone goes on.
const HOUSEHOLD: &str = "/foyer";
const PASSWORD: &str = "mot_de_passe";

#[derive(Template)]
#[template(path = "give_back.html")]
struct GiveBackPage {
    summary: Option<ErrorSummary>,
    action: &'static str,
    lender: String,
    password: Field,
    button: Button,
    stay: LinkButton,
    leave: Button,
}

impl GiveBackPage {
    fn new(lender: &Lender, problems: &Problems) -> Self {
        Self {
            summary: summary(problems),
            action: GIVE_BACK,
            lender: lender.name.clone(),
            password: password_field(PASSWORD, W.password(), problems),
            button: Button::primary(W.give_back_button()).icon("entrer"),
            stay: LinkButton::secondary(W.give_back_not_yet(), "/").icon("gauche"),
            leave: Button::secondary(W.give_back_leave()).icon("sortir"),
        }
    }
}

/// Hands the telephone over: whoever does it goes out, the child comes in.
pub(crate) async fn lend(mut visit: SignedIn, headers: HeaderMap, Path(child): Path<PersonId>) -> Answer {
    let from = visit.session.clone().ok_or(Error::NotFound)?;
    let device = W.lent_device(device_of(&headers));
    let mut tx = visit.write().await?;
    let token = lending::lend(&mut tx, &visit.viewer, &from, child, &device).await?;
    tx.commit().await?;
    let mut response = Redirect::to("/").into_response();
    web::append_cookie(&mut response, &web::session_cookie(&token, Stay::Pupil));
    Ok(response)
}

/// The session of the child in this browser, and who lent it; nothing where nobody is in any more.
async fn lent(visit: &mut Visit) -> db::Result<Option<(Session, Lender)>> {
    let Some(session) = visit.session.clone() else { return Ok(None) };
    let mut tx = visit.read().await?;
    let lender = lending::lender_of(&mut tx, &session).await?;
    Ok(Some((session, lender)))
}

/// A session that was lent is short: once it is over, its lender signs in as ever.
fn over() -> Response {
    Redirect::to(&format!("/connexion?suite={HOUSEHOLD}")).into_response()
}

/// Asks for the password of whoever lent the telephone.
pub(crate) async fn ask(mut visit: Visit) -> Answer {
    let Some((_, lender)) = lent(&mut visit).await? else { return Ok(over()) };
    visit.set_skin(Skin::Adult);
    visit.page(web::W.give_back(), &GiveBackPage::new(&lender, &Problems::default()))
}

/// What the page sends.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct GiveBackForm {
    mot_de_passe: String,
}

/// The same page, with what was typed refused.
fn refused(mut visit: Visit, lender: &Lender, why: &str) -> Answer {
    visit.set_skin(Skin::Adult);
    visit.again(web::W.give_back(), &GiveBackPage::new(lender, &Problems::one(PASSWORD, why)))
}

/// Gives the telephone back: the child goes out, and whoever lent it comes in as by the main door, with its second step if any.
pub(crate) async fn give_back(
    _: Paced,
    mut visit: Visit,
    headers: HeaderMap,
    Form(form): Form<GiveBackForm>,
) -> Answer {
    let Some((session, lender)) = lent(&mut visit).await? else { return Ok(over()) };
    let house = visit.site.house.clone();
    let browser = Browser { device: device_of(&headers), stays: lender.stayed };
    let outcome = sign_in::attempt(&house, &lender.account.login, &form.mot_de_passe, &browser).await?;
    let inside = matches!(outcome, Outcome::Opened(_));
    let mut response = match lead(outcome, HOUSEHOLD, lender.stayed, W.give_back_refused()) {
        Ok(response) => response,
        Err(why) => return refused(visit, &lender, why),
    };
    let mut tx = visit.write().await?;
    session::end(&mut tx, session.account_id, &session.token).await?;
    tx.commit().await?;
    if !inside {
        web::append_cookie(&mut response, &web::cookie(web::SESSION_COOKIE, "", 0));
    }
    Ok(response)
}
