//! What the schools and the académie say of a transfer. Each is one statement: who was first settles it.

use super::{State, Transfer, letter};
use crate::{
    W,
    onde::run::{self, Run},
};
use commons::{
    House,
    audit::{self, Action},
};
use db::{Error, Problems, Result, Tx, args};
use school::Viewer;

/// The field of the reason.
pub(crate) const REASON: &str = "motif";
/// How long a reason may be.
const MOST_CHARACTERS: usize = 500;

/// The school the child leaves says that it is so: nothing more is to be said, contested before or not.
///
/// # Errors
/// [`Error::NotFound`] for others; [`Error::Conflict`] when it is closed already; a fault of the database.
pub async fn agree(tx: &mut Tx, viewer: &Viewer, transfer: &Transfer) -> Result<()> {
    run::require(viewer, transfer.school_id)?;
    let now = tx.now();
    let changed = tx
        .changed_rows(
            "update supply_transfer set state = $3, closed_at = $4 where id = $1 and school_id = $2 and closed_at is null",
            args![transfer.id, transfer.school_id, State::Agreed, now],
        )
        .await?;
    done(tx, viewer, transfer, Action::TransferAgreed, changed).await
}

/// The school the child leaves says that it is not so, and why. Whoever applied the files is told, and the académie sees it.
///
/// # Errors
/// [`Error::NotFound`] for others; [`Error::Invalid`] without a reason, or with a long one; [`Error::Conflict`] when it was
/// answered before; a fault of the database.
pub async fn contest(tx: &mut Tx, house: &House, viewer: &Viewer, transfer: &Transfer, reason: &str) -> Result<()> {
    run::require(viewer, transfer.school_id)?;
    let reason = reason.trim();
    let mut problems = Problems::default();
    problems.require(!reason.is_empty(), REASON, W.transfer_reason_missing());
    problems.require(reason.chars().count() <= MOST_CHARACTERS, REASON, W.transfer_reason_long());
    problems.or(())?;
    let now = tx.now();
    let changed = tx
        .changed_rows(
            "update supply_transfer set state = $3, reason = $4, contested_by = $5, contested_at = $6 \
             where id = $1 and school_id = $2 and state = 'asked'",
            args![transfer.id, transfer.school_id, State::Contested, reason, viewer.account, now],
        )
        .await?;
    done(tx, viewer, transfer, Action::TransferContested, changed).await?;
    letter::to_school_joined(tx, house, transfer).await
}

/// The school that entered the child says that the child is there: the académie is to settle it.
///
/// # Errors
/// [`Error::NotFound`] for others; [`Error::Conflict`] when it is not contested any more; a fault of the database.
pub async fn keep(tx: &mut Tx, viewer: &Viewer, transfer: &Transfer) -> Result<()> {
    run::require(viewer, transfer.to_school)?;
    let changed = tx
        .changed_rows(
            "update supply_transfer set state = $3 where id = $1 and school_id = $2 and state = 'contested'",
            args![transfer.id, transfer.school_id, State::Kept],
        )
        .await?;
    done(tx, viewer, transfer, Action::TransferKept, changed).await
}

/// The académie settled it with both schools. For whoever loaded it over the académie ([`Transfer::load_over`]).
///
/// # Errors
/// [`Error::Conflict`] when it is closed already; a fault of the database.
pub async fn settle(tx: &mut Tx, viewer: &Viewer, transfer: &Transfer) -> Result<()> {
    let now = tx.now();
    let changed = tx
        .changed_rows(
            "update supply_transfer set state = $3, closed_at = $4 where id = $1 and school_id = $2 \
             and contested_at is not null and closed_at is null",
            args![transfer.id, transfer.school_id, State::Settled, now],
        )
        .await?;
    done(tx, viewer, transfer, Action::TransferSettled, changed).await
}

async fn done(tx: &mut Tx, viewer: &Viewer, transfer: &Transfer, action: Action, changed: u64) -> Result<()> {
    if changed == 0 {
        return Err(Error::Conflict);
    }
    let detail = format!("{} {}", transfer.school_id, transfer.to_school);
    audit::write(tx, Some(viewer.account), action, Some(transfer.person_id.to_string()), Some(&detail)).await
}

/// The files were put back: every child they took is where it was, whatever was said meanwhile.
pub(crate) async fn undone(tx: &mut Tx, run: &Run) -> Result<()> {
    let now = tx.now();
    tx.change(
        "update supply_transfer set state = $3, closed_at = $4 where run_id = $1 and to_school = $2 \
         and school_id is not null",
        args![run.id, run.school_id, State::Undone, now],
    )
    .await
}
