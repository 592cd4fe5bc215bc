//! The pages of the doors.

pub(crate) mod account;
pub(crate) mod activation;
pub(crate) mod blocking;
pub(crate) mod board;
pub(crate) mod charter;
pub(crate) mod joining;
pub(crate) mod lending;
pub(crate) mod mass_renewal;
pub(crate) mod recovery;
pub(crate) mod second_factor;
pub(crate) mod sheet;
pub(crate) mod sign_in;
pub(crate) mod temporary;
pub(crate) mod verification;

use crate::{
    W, device,
    owner::Owner,
    password::{AGAIN, NEW},
    sign_in::Opened,
};
use axum::{
    http::{HeaderMap, header},
    response::{IntoResponse, Redirect, Response},
};
use db::Problems;
use serde::Deserialize;
use web::component::Field;

/// A proof in an address.
#[derive(Deserialize)]
pub(crate) struct Proof {
    #[serde(default)]
    jeton: String,
}

/// A page to come back to, in an address.
#[derive(Deserialize)]
pub(crate) struct Wanted {
    #[serde(default)]
    suite: String,
}

/// A page to come back to, in the address of a verification.
#[derive(Deserialize)]
pub(crate) struct Back {
    #[serde(default)]
    retour: String,
}

/// The logo above the narrow pages.
fn logo() -> &'static str {
    web::assets::url("logo.svg")
}

/// The device a request comes from, in words.
fn device_of(headers: &HeaderMap) -> String {
    device::name(headers.get(header::USER_AGENT).and_then(|it| it.to_str().ok()).unwrap_or_default())
}

/// Lets somebody in, to a page of this site.
fn come_in(opened: &Opened, to: &str) -> Response {
    let to = if opened.must_enrol { web::SECOND_FACTOR } else { to };
    let mut response = Redirect::to(to).into_response();
    web::append_cookie(&mut response, &web::session_cookie(&opened.token, opened.stay));
    response
}

/// A box that was ticked is sent as `on`; one that was not is not sent at all.
fn ticked<'de, D: serde::Deserializer<'de>>(sent: D) -> Result<bool, D::Error> {
    String::deserialize(sent).map(|value| value == "on")
}

/// The password in force.
fn password_field(name: &str, label: &str, problems: &Problems) -> Field {
    Field::password(name, label)
        .required()
        .autocomplete("current-password")
        .reveal(W.show(), W.hide())
        .error(problems.of(name))
}

/// A new password, then the same again.
fn new_password_fields(owner: &Owner, problems: &Problems) -> [Field; 2] {
    let shortest = owner.strength().shortest();
    let hint = if owner.is_pupil() { W.password_hint_pupil(shortest) } else { W.password_hint(shortest) };
    let new = Field::password(NEW, W.password_new())
        .hint(hint)
        .required()
        .autocomplete("new-password")
        .reveal(W.show(), W.hide())
        .strength(shortest, W.meter_short(), W.meter_simple(), W.meter_good())
        .error(problems.of(NEW));
    let again =
        Field::password(AGAIN, W.password_again()).required().autocomplete("new-password").error(problems.of(AGAIN));
    [new, again]
}
