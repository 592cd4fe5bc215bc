//! Closing messages, and opening them again.

use super::{Closing, ClosingId, Party, in_force};
use crate::territory::{Territory, may_over};
use commons::audit::{self, Action};
use db::{Error, Moment, Result, Tx, args};
use school::{Right, Viewer};

/// An order to close.
#[derive(Debug)]
pub struct Order {
    /// Over what.
    pub territory: Territory,
    /// To whom.
    pub parties: Vec<Party>,
    /// Why: everybody concerned reads it.
    pub reason: String,
    /// Until when.
    pub until: Option<Moment>,
}

/// Closes messages; closing again revises the reason and the end.
///
/// # Errors
/// [`Error::NotFound`] when the viewer may not close there; a fault of the database.
pub async fn close(tx: &mut Tx, viewer: &Viewer, order: &Order) -> Result<()> {
    if !may_over(tx, viewer, Right::CloseMessages, &order.territory).await? {
        return Err(Error::NotFound);
    }
    let by_academy = !viewer.grants.is_empty();
    let (now, scope, school) = (tx.now(), order.territory.stored(), order.territory.school());
    for party in &order.parties {
        tx.change(
            "update messages_closing set opened_by = $4, opened_at = $5 \
             where scope = $1 and profile = $2 and by_academy = $3 and opened_at is null \
                 and school_id is not distinct from $6",
            args![&scope, *party, by_academy, viewer.account, now, school],
        )
        .await?;
        let id: ClosingId = tx.id();
        tx.change(
            "insert into messages_closing (id, scope, school_id, profile, reason, by_academy, closed_by, closed_at, until) \
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            args![id, &scope, school, *party, &order.reason, by_academy, viewer.account, now, order.until],
        )
        .await?;
        let detail = format!("{}: {}", party.as_str(), order.reason);
        audit::write(tx, Some(viewer.account), Action::MessagesClosed, Some(scope.clone()), Some(&detail)).await?;
    }
    Ok(())
}

/// Whether somebody may open again what is closed: a head, what heads closed in the school; others, their territory.
///
/// # Errors
/// A fault of the database.
pub async fn may_open(tx: &mut Tx, viewer: &Viewer, closing: &Closing) -> Result<bool> {
    let overruled = !closing.by_academy || viewer.may_over(Right::CloseMessages);
    Ok(overruled && may_over(tx, viewer, Right::CloseMessages, &closing.territory()).await?)
}

/// Opens messages again.
///
/// # Errors
/// [`Error::NotFound`] when it is over, or none of the viewer's; [`Error::Forbidden`] when the académie closed and the viewer
/// heads the school; a fault of the database.
pub async fn open(tx: &mut Tx, viewer: &Viewer, id: ClosingId) -> Result<()> {
    let known = in_force(tx, viewer).await?;
    let closing = known.into_iter().find(|it| it.id == id).ok_or(Error::NotFound)?;
    if !may_open(tx, viewer, &closing).await? {
        return Err(Error::Forbidden);
    }
    let now = tx.now();
    let opened = tx
        .changed_rows(
            "update messages_closing set opened_by = $2, opened_at = $3 \
             where id = $1 and opened_at is null and school_id is not distinct from $4",
            args![id, viewer.account, now, closing.school_id],
        )
        .await?;
    if opened == 0 {
        return Err(Error::Conflict);
    }
    let detail = closing.profile.as_str();
    audit::write(tx, Some(viewer.account), Action::MessagesOpened, Some(closing.scope), Some(detail)).await
}
