//! What opening a news notes, for the families of a class or a school: that they saw it, and that the notices about it are
//! read. Nothing is noted of the readers of a territory: a row for each would make its news cost what its people are.

use crate::{
    news::{KIND, News},
    scope::Scope,
};
use commons::{Level, ThingId, opening::Opening, receipt};
use db::{Error, Result, Tx};
use school::{PersonId, Role, Seat, Territory, Viewer};
use web::{Bearer, Reading, Reportable, dates};

/// A news has one version: opening it counts once, whatever changes afterwards.
const VERSION: i64 = 1;

/// Looks what an opening of a news would note.
///
/// # Errors
/// A fault of the database.
pub async fn opening(tx: &mut Tx, viewer: &Viewer, news: &News) -> Result<Opening> {
    let concerned = if news.is_delivered(tx.now()) { concerned(viewer, news) } else { Vec::new() };
    Opening::of(tx, viewer, news.thing.id, VERSION, concerned).await
}

/// The viewer's children of the class or the school, each once with the person who is their adult.
fn concerned(viewer: &Viewer, news: &News) -> Vec<(PersonId, PersonId)> {
    let mut concerned: Vec<(PersonId, PersonId)> = Vec::new();
    if !news.publics.has_families() {
        return concerned;
    }
    for seat in viewer.seats.iter().filter(|seat| seat.role == Role::Guardian && is_within(seat, &news.scope)) {
        let Some(child) = seat.child else { continue };
        if !concerned.contains(&(child, seat.person)) {
            concerned.push((child, seat.person));
        }
    }
    concerned
}

fn is_within(seat: &Seat, scope: &Scope) -> bool {
    match scope {
        Scope::Class(class) => seat.of_circle == Some(*class),
        Scope::Territory(Territory::School(school)) => seat.school == *school,
        Scope::Territory(
            Territory::Region
            | Territory::Academy(_)
            | Territory::Department(_)
            | Territory::District(..)
            | Territory::Town(..)
            | Territory::Authority(_),
        ) => false,
    }
}

/// How many families opened a news, for those who manage it; none where it is not counted.
///
/// # Errors
/// A fault of the database.
pub async fn reach(tx: &mut Tx, news: &News) -> Result<Option<i64>> {
    let counted = news.is_managed() && !news.scope.is_wide() && news.publics.has_families();
    if !counted || news.delivered_at.is_none_or(|at| at > tx.now()) {
        return Ok(None);
    }
    receipt::families_reached(tx, news.thing.id).await.map(Some)
}

/// A news the viewer reads, to be reported or looked at after a report; nothing for the kinds of others, nor for what is of
/// a territory: nobody in a school looks after it.
///
/// # Errors
/// [`Error::NotFound`] when the viewer does not read it; a fault of the database.
pub async fn reportable(tx: &mut Tx, viewer: &Viewer, kind: &str, id: ThingId) -> Result<Option<Reportable>> {
    if kind != KIND.name {
        return Ok(None);
    }
    let news = News::load(tx, viewer, id, Level::See).await?;
    if news.scope.is_wide() {
        return Err(Error::NotFound);
    }
    let may_withdraw = news.is_managed() && news.is_delivered(tx.now());
    let withdrawal = may_withdraw.then(|| format!("{}/retrait", news.path()));
    Ok(Some(Reportable { thing: news.thing, withdrawal, look: None }))
}

/// A news for the bearer of a signed link, who may read it now.
///
/// # Errors
/// A fault of the database.
pub async fn by_link(tx: &mut Tx, bearer: &Bearer) -> Result<Option<Reading>> {
    if bearer.kind != KIND.name {
        return Ok(None);
    }
    let viewer = Viewer::load(tx, bearer.account).await?;
    let now = tx.now();
    match News::load(tx, &viewer.within(crate::NAME), bearer.thing, Level::See).await {
        Ok(news) if news.thing.is_changed_since_left() => Ok(None),
        Ok(news) => Ok(Some(Reading {
            title: news.thing.title.clone(),
            about: format!(
                "{} · {}",
                news.from(),
                dates::past(news.delivered_at.unwrap_or(news.thing.created_at), now)
            ),
            body: news.body,
            asked: None,
        })),
        Err(Error::NotFound | Error::Forbidden) => Ok(None),
        Err(error) => Err(error),
    }
}
