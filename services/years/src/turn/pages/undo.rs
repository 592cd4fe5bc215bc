//! Undoing an opening: what comes back, then the act.

use crate::{
    W,
    turn::{Desk, Turn, undo},
};
use askama::Template;
use db::{Error, Result, Tx};
use school::{SchoolId, SchoolYear};
use web::{Answer, Path, SignedIn, component::Button, dates};

#[derive(Template)]
#[template(path = "turn_undo.html")]
struct UndoPage {
    title: String,
    until: String,
    action: String,
    send: Button,
    back: String,
}

/// `GET /ecoles/{school}/rentree/annulation`
pub(crate) async fn ask(mut visit: SignedIn, Path(school): Path<SchoolId>) -> Answer {
    let mut tx = visit.read().await?;
    let desk = Desk::load(&mut tx, &visit.viewer, school).await?;
    let turn = known(&desk)?;
    let page = page(&mut tx, &desk, turn).await?;
    drop(tx);
    visit.page(&page.title, &page)
}

/// `POST /ecoles/{school}/rentree/annulation`
pub(crate) async fn undo(mut visit: SignedIn, Path(school): Path<SchoolId>) -> Answer {
    let mut tx = visit.write().await?;
    let desk = Desk::load(&mut tx, &visit.viewer, school).await?;
    let turn = known(&desk)?;
    undo::undo(&mut tx, turn, Some(visit.viewer.account)).await?;
    tx.commit().await?;
    Ok(visit.done(&desk.path(), &W.undone(SchoolYear(turn.year))))
}

fn known(desk: &Desk) -> Result<&Turn> {
    desk.turn.as_ref().ok_or(Error::NotFound)
}

async fn page(tx: &mut Tx, desk: &Desk, turn: &Turn) -> Result<UndoPage> {
    let until = undo::deadline(tx, turn).await?.ok_or(Error::Conflict)?;
    Ok(UndoPage {
        title: W.undo_title(SchoolYear(turn.year)),
        until: W.undo_until(dates::date(until.day())),
        action: format!("{}/annulation", desk.path()),
        send: Button::danger(W.undo()).icon("annuler"),
        back: desk.path(),
    })
}
