//! My account: password, address, sessions.

use super::{Back, activation::email_field, new_password_fields, password_field};
use crate::{
    W, act, email,
    owner::{Owner, voice},
    password::{self, OLD},
    second_factor::may_enrol,
    sign_in,
};
use askama::Template;
use axum::response::Redirect;
use data_encoding::HEXLOWER;
use db::{Error, Moment, Problems, Tx};
use school::{Profile, Viewer, account::Account, session};
use serde::Deserialize;
use web::{
    Answer, Form, Path, Query, SignedIn,
    component::{Button, ErrorSummary, Field, Hidden, LinkButton},
    dates, safe_return, summary,
};

const PATH: &str = "/compte";

#[derive(Template)]
#[template(path = "account.html")]
struct AccountPage {
    who: &'static str,
    summary: Option<ErrorSummary>,
    login: String,
    old: Field,
    new: Field,
    again: Field,
    change: Button,
    email: Option<EmailPart>,
    second_factor: Option<SecondFactorPart>,
    devices: Vec<Device>,
    end_others: Option<Button>,
    /// What those in charge did to it, the latest first.
    acts: Vec<String>,
}

struct EmailPart {
    known: Option<String>,
    /// What it costs to have none.
    none: &'static str,
    field: Field,
    password: Field,
    /// The page to come back to.
    to: Option<Hidden>,
    button: Button,
}

struct SecondFactorPart {
    sentence: &'static str,
    link: LinkButton,
}

/// A session as its owner recognises it.
struct Device {
    name: String,
    seen: String,
    begun: String,
    /// None for the session that looks at the page.
    end: Option<(String, Button)>,
}

impl AccountPage {
    async fn load(tx: &mut Tx, viewer: Viewer, here: &[u8], email: &str, problems: &Problems) -> db::Result<Self> {
        let account = Account::load(tx, viewer.account).await?;
        let sessions = session::of(tx, account.id).await?;
        let devices: Vec<Device> = sessions.iter().map(|it| Device::new(it, here, tx.now())).collect();
        let owner = Owner { account, viewer };
        let who = voice(owner.viewer.profile());
        let acts = act::of(tx, owner.account.id).await?;
        let [new, again] = new_password_fields(&owner, problems);
        Ok(Self {
            who,
            acts: acts.iter().map(|it| it.sentence(who)).collect(),
            summary: summary(problems),
            old: password_field(OLD, W.password_old(), problems),
            new,
            again,
            change: Button::primary(W.password_change()),
            email: EmailPart::of(&owner, email, problems),
            second_factor: SecondFactorPart::of(&owner),
            end_others: (devices.len() > 1).then(|| Button::secondary(W.devices_end()).icon("sortir")),
            devices,
            login: owner.account.login,
        })
    }

    /// The same for whoever comes to add an address on the way to another page, which the letter leads back to.
    fn coming_from(mut self, to: &str) -> Self {
        if let Some(part) = &mut self.email {
            part.to = (!to.is_empty()).then(|| Hidden::new("retour", safe_return(to)));
        }
        self
    }
}

impl EmailPart {
    fn of(owner: &Owner, typed: &str, problems: &Problems) -> Option<Self> {
        (!owner.is_pupil()).then(|| Self {
            known: owner.account.email.clone(),
            none: match owner.viewer.profile() {
                Profile::Town | Profile::Administrator => W.email_none_administrator(),
                _ => W.email_none(),
            },
            field: email_field(typed, problems).required(),
            password: password_field(CURRENT, W.password(), problems),
            to: None,
            button: Button::secondary(W.email_change()).icon("courrier"),
        })
    }
}

impl SecondFactorPart {
    fn of(owner: &Owner) -> Option<Self> {
        let (sentence, label) = match &owner.account.totp {
            Some(_) => (W.second_factor_is_set(), W.second_factor_replace()),
            None => (W.second_factor_is_not_set(), W.second_factor_set()),
        };
        let link = LinkButton::secondary(label, web::SECOND_FACTOR).icon("telephone");
        may_enrol(&owner.viewer).then_some(Self { sentence, link })
    }
}

impl Device {
    fn new(session: &session::Session, here: &[u8], now: Moment) -> Self {
        let path = format!("{PATH}/appareils/{}/fin", HEXLOWER.encode(&session.token));
        let button = Button::secondary(W.device_end(&session.device));
        Self {
            name: session.device.clone(),
            seen: W.device_seen(dates::past(session.seen_at, now)),
            begun: W.device_begun(dates::past(session.created_at, now)),
            end: (session.token != here).then_some((path, button)),
        }
    }
}

/// Where password managers look for the page that changes a password
/// (W3C, « A Well-Known URL for Changing Passwords »).
pub(crate) async fn lead() -> Redirect {
    Redirect::to(PATH)
}

/// The page of the account.
pub(crate) async fn show(mut visit: SignedIn, Query(back): Query<Back>) -> Answer {
    let (viewer, here) = (visit.viewer.clone(), token_of(&visit));
    let mut tx = visit.read().await?;
    let page = AccountPage::load(&mut tx, viewer, &here, "", &Problems::default()).await?.coming_from(&back.retour);
    drop(tx);
    visit.page(W.account(), &page)
}

async fn show_again(mut visit: SignedIn, email: &str, to: &str, problems: &Problems) -> Answer {
    let (viewer, here) = (visit.viewer.clone(), token_of(&visit));
    let mut tx = visit.read().await?;
    let page = AccountPage::load(&mut tx, viewer, &here, email, problems).await?.coming_from(to);
    drop(tx);
    visit.again(W.account(), &page)
}

/// The account of whoever is signed in, the connection being given back.
pub(super) async fn owner_of(visit: &mut SignedIn) -> db::Result<Owner> {
    let mut tx = visit.read().await?;
    let account = Account::load(&mut tx, visit.viewer.account).await?;
    Ok(Owner { account, viewer: visit.viewer.clone() })
}

/// The session in use.
pub(super) fn token_of(visit: &SignedIn) -> Vec<u8> {
    visit.session.as_ref().map(|it| it.token.clone()).unwrap_or_default()
}

/// A change of password.
#[derive(Deserialize)]
pub(crate) struct PasswordForm {
    ancien: String,
    nouveau: String,
    confirmation: String,
}

/// Changes the password.
pub(crate) async fn change_password(mut visit: SignedIn, Form(form): Form<PasswordForm>) -> Answer {
    let owner = owner_of(&mut visit).await?;
    let house = visit.site.house.clone();
    let here = token_of(&visit);
    match password::change(&house, &owner, &here, &form.ancien, &form.nouveau, &form.confirmation).await {
        Ok(()) => Ok(visit.done(PATH, W.password_changed())),
        Err(Error::Invalid(problems)) => show_again(visit, "", "", &problems).await,
        Err(other) => Err(other.into()),
    }
}

/// A new address.
#[derive(Deserialize)]
pub(crate) struct EmailForm {
    courriel: String,
    #[serde(default)]
    actuel: String,
    #[serde(default)]
    retour: String,
}

/// The field of the password asked for before the address is changed: letters are a way in.
const CURRENT: &str = "actuel";

/// Sends the letter that confirms a new address.
pub(crate) async fn change_email(mut visit: SignedIn, Form(form): Form<EmailForm>) -> Answer {
    let owner = owner_of(&mut visit).await?;
    let typed = form.courriel.trim();
    if owner.is_pupil() {
        return Err(Error::Forbidden.into());
    }
    let house = visit.site.house.clone();
    let mut problems = Problems::default();
    problems.require(email::is_address(typed), email::FIELD, W.email_wrong());
    let known = sign_in::confirm(&house, &owner.account, &form.actuel).await?;
    problems.require(known, CURRENT, W.password_wrong());
    if !problems.is_empty() {
        return show_again(visit, typed, &form.retour, &problems).await;
    }
    let mut tx = visit.write().await?;
    let now = tx.now();
    let trusted = visit.session.as_ref().is_some_and(|it| it.is_trusted(now));
    email::ask(&mut tx, &house, &owner.account, typed, trusted, safe_return(&form.retour)).await?;
    tx.commit().await?;
    Ok(visit.done(PATH, W.email_asked()))
}

/// Ends one session.
pub(crate) async fn end_device(mut visit: SignedIn, Path(token): Path<String>) -> Answer {
    let token = HEXLOWER.decode(token.as_bytes()).unwrap_or_default();
    let account = visit.viewer.account;
    let mut tx = visit.write().await?;
    sign_in::close(&mut tx, account, &token).await?;
    tx.commit().await?;
    Ok(visit.done(PATH, W.device_ended()))
}

/// Ends every session but this one.
pub(crate) async fn end_devices(mut visit: SignedIn) -> Answer {
    let here = token_of(&visit);
    let account = visit.viewer.account;
    let mut tx = visit.write().await?;
    sign_in::close_others(&mut tx, account, &here).await?;
    tx.commit().await?;
    Ok(visit.done(PATH, W.devices_ended()))
}
