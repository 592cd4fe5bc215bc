//! Taking back all an académie opened: what comes back, then the act.

use super::academy::{self, academies};
use crate::{
    W,
    turn::sweep::{Sweep, SweepId, back},
};
use askama::Template;
use db::{Error, Result, Tx};
use school::{Right, SchoolYear, Viewer, viewer::or_not_found};
use web::{Answer, Path, SignedIn, component::Button, dates};

#[derive(Template)]
#[template(path = "turn_sweep_undo.html")]
struct UndoPage {
    title: String,
    said: String,
    until: String,
    action: String,
    send: Button,
    back: &'static str,
}

/// `GET /annuaire/rentree/{sweep}/annulation`
pub(crate) async fn ask(mut visit: SignedIn, Path(id): Path<SweepId>) -> Answer {
    let mut tx = visit.read().await?;
    let sweep = load(&mut tx, &visit.viewer, id).await?;
    let until = sweep.deadline(tx.now()).ok_or(Error::Conflict)?;
    drop(tx);
    let page = UndoPage {
        title: W.sweep_undo_title(SchoolYear(sweep.year)),
        said: W.sweep_undo_schools(sweep.tally.schools),
        until: W.undo_until(dates::date(until.day())),
        action: format!("{}/{id}/annulation", academy::PATH),
        send: Button::danger(W.sweep_undo()).icon("annuler"),
        back: academy::PATH,
    };
    visit.page(&page.title, &page)
}

/// `POST /annuaire/rentree/{sweep}/annulation`
pub(crate) async fn undo(mut visit: SignedIn, Path(id): Path<SweepId>) -> Answer {
    let mut tx = visit.write().await?;
    let sweep = load(&mut tx, &visit.viewer, id).await?;
    back::order(&mut tx, &sweep, visit.viewer.account).await?;
    tx.commit().await?;
    Ok(visit.done(academy::PATH, W.sweep_undo_ordered()))
}

/// An opening, for those who turn the year of its académie.
async fn load(tx: &mut Tx, viewer: &Viewer, id: SweepId) -> Result<Sweep> {
    or_not_found(viewer.may_over(Right::TurnYear))?;
    let sweep = Sweep::load(tx, id).await?;
    or_not_found(academies(tx, viewer).await?.contains(&sweep.academy))?;
    Ok(sweep)
}
