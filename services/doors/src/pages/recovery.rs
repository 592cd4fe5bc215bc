//! Forgotten password, forgotten login, and the links of letters.

use super::{Proof, logo, new_password_fields};
use crate::{
    W, email,
    owner::voice,
    recovery::{self, Forgotten},
};
use askama::Template;
use db::{Error, Problems};
use serde::Deserialize;
use web::{
    Answer, Form, Paced, Query, Visit,
    component::{Button, ErrorSummary, Field, Hidden},
    safe_return, summary,
};

/// A page with one question, answered by a letter.
#[derive(Template)]
#[template(path = "forgotten.html")]
struct ForgottenPage {
    logo: &'static str,
    title: &'static str,
    summary: Option<ErrorSummary>,
    lead: &'static str,
    action: &'static str,
    field: Field,
    button: Button,
    other: (&'static str, &'static str),
}

/// The field of a login or an address.
const LOGIN: &str = "identifiant";

fn password_page(problems: &Problems) -> ForgottenPage {
    ForgottenPage {
        logo: logo(),
        title: W.forgotten_password(),
        summary: summary(problems),
        lead: W.forgotten_password_lead(),
        action: "/mot-de-passe-oublie",
        field: Field::text(LOGIN, W.login_or_email())
            .error(problems.of(LOGIN))
            .required()
            .autocomplete("username")
            .maxlength(254)
            .spellcheck_off(),
        button: Button::primary(W.send_letter()).icon("courrier"),
        other: ("/identifiant-oublie", W.forgotten_login()),
    }
}

fn login_page(problems: &Problems) -> ForgottenPage {
    ForgottenPage {
        logo: logo(),
        title: W.forgotten_login(),
        summary: summary(problems),
        lead: W.forgotten_login_lead(),
        action: "/identifiant-oublie",
        field: Field::email(email::FIELD, W.email())
            .required()
            .autocomplete("email")
            .maxlength(254)
            .error(problems.of(email::FIELD)),
        button: Button::primary(W.send_letter()).icon("courrier"),
        other: ("/mot-de-passe-oublie", W.forgotten_password()),
    }
}

/// The page of a forgotten password.
pub(crate) async fn show_password(visit: Visit) -> Answer {
    visit.page(W.forgotten_password(), &password_page(&Problems::default()))
}

/// A login or an address.
#[derive(Deserialize)]
pub(crate) struct PasswordForm {
    identifiant: String,
}

/// Sends a link, or nothing, and says the same.
pub(crate) async fn ask_password(_: Paced, mut visit: Visit, Form(form): Form<PasswordForm>) -> Answer {
    if form.identifiant.trim().is_empty() {
        let problems = Problems::one(LOGIN, W.login_or_email_missing());
        return visit.again(W.forgotten_password(), &password_page(&problems));
    }
    let mut tx = visit.write().await?;
    recovery::ask(&mut tx, Forgotten::Password, &form.identifiant).await?;
    tx.commit().await?;
    Ok(visit.done("/connexion", W.letter_sent()))
}

/// The page of a forgotten login.
pub(crate) async fn show_login(visit: Visit) -> Answer {
    visit.page(W.forgotten_login(), &login_page(&Problems::default()))
}

/// An address.
#[derive(Deserialize)]
pub(crate) struct LoginForm {
    courriel: String,
}

/// Sends logins, or nothing, and says the same.
pub(crate) async fn ask_login(_: Paced, mut visit: Visit, Form(form): Form<LoginForm>) -> Answer {
    if form.courriel.trim().is_empty() {
        let problems = Problems::one(email::FIELD, W.email_missing());
        return visit.again(W.forgotten_login(), &login_page(&problems));
    }
    let mut tx = visit.write().await?;
    recovery::ask(&mut tx, Forgotten::Login, &form.courriel).await?;
    tx.commit().await?;
    Ok(visit.done("/connexion", W.letter_sent()))
}

#[derive(Template)]
#[template(path = "new_password.html")]
struct NewPasswordPage {
    logo: &'static str,
    summary: Option<ErrorSummary>,
    lead: String,
    login: String,
    proof: Hidden,
    new: Field,
    again: Field,
    button: Button,
}

async fn new_password_page(visit: &mut Visit, proof: &str, problems: &Problems) -> db::Result<NewPasswordPage> {
    let house = visit.site.house.clone();
    let mut tx = visit.read().await?;
    let owner = recovery::holder(&mut tx, &house, proof).await?;
    let [new, again] = new_password_fields(&owner, problems);
    Ok(NewPasswordPage {
        logo: logo(),
        summary: summary(problems),
        lead: W.new_password_lead(voice(owner.viewer.profile()), owner.first_name()),
        login: owner.account.login.clone(),
        proof: Hidden::new("jeton", proof),
        new,
        again,
        button: Button::primary(W.new_password_button()),
    })
}

/// The page a letter leads to.
pub(crate) async fn show_new_password(mut visit: Visit, Query(proof): Query<Proof>) -> Answer {
    match new_password_page(&mut visit, &proof.jeton, &Problems::default()).await {
        Ok(page) => visit.page(W.new_password(), &page),
        Err(Error::NotFound) => Ok(visit.not_done("/mot-de-passe-oublie", W.link_late())),
        Err(other) => Err(other.into()),
    }
}

/// What that page sends.
#[derive(Deserialize)]
pub(crate) struct NewPasswordForm {
    jeton: String,
    nouveau: String,
    confirmation: String,
}

/// Chooses another password.
pub(crate) async fn renew(_: Paced, mut visit: Visit, Form(form): Form<NewPasswordForm>) -> Answer {
    let house = visit.site.house.clone();
    match recovery::renew(&house, &form.jeton, &form.nouveau, &form.confirmation).await {
        Ok(()) => Ok(visit.done("/connexion", W.new_password_done())),
        Err(Error::NotFound) => Ok(visit.not_done("/mot-de-passe-oublie", W.link_late())),
        Err(Error::Invalid(problems)) => {
            let page = new_password_page(&mut visit, &form.jeton, &problems).await?;
            visit.again(W.new_password(), &page)
        }
        Err(other) => Err(other.into()),
    }
}

/// An address to confirm, with its proof.
#[derive(Deserialize)]
pub(crate) struct Confirmation {
    adresse: String,
    jeton: String,
    #[serde(default)]
    retour: String,
}

#[derive(Template)]
#[template(path = "email.html")]
struct EmailPage {
    logo: &'static str,
    lead: String,
    address: Hidden,
    proof: Hidden,
    to: Hidden,
    button: Button,
}

/// The page that confirms an address. It asks for a click, because some mailboxes open every link by themselves.
pub(crate) async fn show_email(visit: Visit, Query(confirmation): Query<Confirmation>) -> Answer {
    let page = EmailPage {
        logo: logo(),
        lead: W.email_confirm_lead(&confirmation.adresse),
        address: Hidden::new("adresse", &confirmation.adresse),
        proof: Hidden::new("jeton", &confirmation.jeton),
        to: Hidden::new("retour", safe_return(&confirmation.retour)),
        button: Button::primary(W.email_confirm_button()),
    };
    visit.page(W.email_confirm(), &page)
}

/// Confirms an address.
pub(crate) async fn confirm_email(_: Paced, mut visit: Visit, Form(form): Form<Confirmation>) -> Answer {
    let house = visit.site.house.clone();
    let mut tx = visit.write().await?;
    let confirmed = email::confirm(&mut tx, &house, &form.adresse, &form.jeton).await;
    tx.commit().await?;
    match confirmed {
        Ok(()) => Ok(visit.done(safe_return(&form.retour), W.email_confirmed())),
        Err(Error::NotFound) => Ok(visit.not_done("/", W.email_late())),
        Err(other) => Err(other.into()),
    }
}
