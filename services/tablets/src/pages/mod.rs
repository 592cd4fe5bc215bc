//! The pages of the doors for children: those of the teacher, those before the doors, those behind.

pub(crate) mod all_pictures;
pub(crate) mod badge;
pub(crate) mod child;
pub(crate) mod codes;
pub(crate) mod family;
pub(crate) mod home;
mod paper;
mod picture_grid;
pub(crate) mod rename;
pub(crate) mod revocation;
pub(crate) mod tablets;
pub(crate) mod wall;
pub(crate) mod work;

use axum::{
    http::{HeaderMap, header},
    response::{IntoResponse, Redirect, Response},
};
use db::Result;
use school::session::{self, Stay};
use serde::Deserialize;
use web::Visit;

/// What is typed or scanned before a door.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Typed {
    /// A code, or a pairing code.
    code: String,
    /// What a badge holds.
    jeton: String,
}

/// Systems, in the order they must be looked for.
const SYSTEMS: [(&str, &str); 6] = [
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "Chromebook"),
    ("Windows", "Windows"),
    ("Mac OS X", "Mac"),
    ("Linux", "Linux"),
];

/// What a browser says it runs on: the name of a device nobody called otherwise.
fn system(headers: &HeaderMap) -> &'static str {
    let agent = headers.get(header::USER_AGENT).and_then(|it| it.to_str().ok()).unwrap_or_default();
    SYSTEMS.iter().find(|(mark, _)| agent.contains(mark)).map_or(crate::W.device_unknown(), |(_, name)| *name)
}

/// Lets a child in.
fn come_in(token: &str, stay: Stay, to: &str) -> Response {
    let mut response = Redirect::to(to).into_response();
    web::append_cookie(&mut response, &web::session_cookie(token, stay));
    response
}

/// Ends the session this browser holds: on a device that goes from hand to hand, whoever comes next begins anew.
async fn end_session(visit: &mut Visit) -> Result<bool> {
    let Some(session) = visit.session.clone() else { return Ok(false) };
    let mut tx = visit.write().await?;
    session::end(&mut tx, session.account_id, &session.token).await?;
    tx.commit().await?;
    (visit.viewer, visit.session) = (None, None);
    Ok(true)
}

/// Forgets the session in the browser too.
fn forget_session(response: &mut Response) {
    web::append_cookie(response, &web::cookie(web::SESSION_COOKIE, "", 0));
}
