//! A request arrives: its session, its viewer, and what its headers say.

use super::{Look, Visit, banner, note, opening, parting_word};
use crate::{
    Failure, Site,
    cookies::{DEVICE_COOKIE, SESSION_COOKIE, read_cookie, session_cookie},
    flash,
    guard::{Nonce, Seen},
    live, measure,
    pieces::Asked,
};
use axum::{
    extract::{FromRequestParts, OriginalUri},
    http::{Method, request::Parts},
};
use db::{Result, Tx};
use school::{Door, Viewer, session, session::Session};
use std::pin::Pin;

type Arrival<'a> = Pin<Box<dyn Future<Output = std::result::Result<Visit, Failure>> + Send + 'a>>;

impl FromRequestParts<Site> for Visit {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> std::result::Result<Self, Failure> {
        arrive(parts, site).await
    }
}

/// Compiled here, once: handlers, which know the future by its type, would compile all of it again.
fn arrive<'a>(parts: &'a mut Parts, site: &'a Site) -> Arrival<'a> {
    Box::pin(async move {
        let flashes = site.house.flashes.turn(site.house.db.now());
        let mut tx = site.house.db.read().await?;
        if let Some(turn) = flashes {
            flash::read_again(&mut tx, site, turn).await;
        }
        let token = read_cookie(&parts.headers, SESSION_COOKIE);
        let (session, viewer) = who(&mut tx, token).await?;
        let is_over = session.is_none() && token.is_some_and(|it| !it.is_empty());
        // An open page listens by itself, all night if it may: nobody's use of the session.
        let listens = parts.uri.path() == live::PATH;
        let stale = session.as_ref().filter(|it| !listens && it.is_stale(tx.now()));
        let renewed = stale.zip(token).map(|(session, token)| session_cookie(token, session.stay));
        // A body may take an hour to arrive: what brings one holds no connection meanwhile.
        let reads = matches!(parts.method, Method::GET | Method::HEAD);
        let tx = (reads && stale.is_none()).then_some(tx);
        if let Some(stale) = stale {
            note(touch(site, stale)).await;
        }
        let parting_word = parting_word::left_in(&parts.headers);
        let had_parting_word = parting_word.is_some();
        let visit = Visit {
            site: site.clone(),
            viewer,
            session,
            path: path_of(parts),
            nonce: parts.extensions.get::<Nonce>().cloned().unwrap_or_default(),
            closed: banner::closed_by(&parts.headers),
            notices: parting_word.into_iter().collect(),
            had_parting_word,
            renewed,
            look: Look::default(),
            device: read_cookie(&parts.headers, DEVICE_COOKIE).map(str::to_owned),
            session_over: is_over,
            last_door: token.filter(|it| session::began_at_home(it)).map_or(Door::Password, |_| Door::Home),
            in_advance: opening::is_in_advance(&parts.headers),
            asked: Asked::of(parts),
            counted: measure::Opened::of(parts, site),
            tx,
        };
        if let Some(seen) = parts.extensions.get::<Seen>() {
            seen.note(visit.skin());
        }
        Ok(visit)
    })
}

/// The session a token opens, and who is signed in by it.
async fn who(tx: &mut Tx, token: Option<&str>) -> Result<(Option<Session>, Option<Viewer>)> {
    let Some(token) = token else { return Ok((None, None)) };
    let Some(session) = session::find(tx, token).await? else { return Ok((None, None)) };
    let viewer = Viewer::load(tx, session.account_id).await?.by(session.door);
    Ok((Some(session), Some(viewer)))
}

/// The path as it was asked for.
fn path_of(parts: &Parts) -> String {
    let asked = parts.extensions.get::<OriginalUri>().map_or(&parts.uri, |OriginalUri(uri)| uri);
    asked.path().to_owned()
}

async fn touch(site: &Site, session: &Session) -> Result<()> {
    let mut tx = site.house.db.write().await?;
    session.touch(&mut tx).await?;
    tx.commit().await
}
