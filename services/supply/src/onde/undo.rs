//! Putting back what a run changed, within thirty days: exactly, or not at all.

use super::{
    UNDO_DAYS,
    ledger::{self, Changed, Key},
    run::Run,
};
use crate::{correction, transfer};
use commons::audit::{self, Action};
use db::{Error, Result, Tx, args};
use school::{CircleId, PersonId, Viewer, circle};

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undone {
    /// Everything is as it was.
    Whole,
    /// A later run touched the school: that one is put back first.
    Later,
    /// Something it changed was changed by others since: nothing is put back.
    Touched,
}

/// Puts everything back. For whoever loaded the run; what was written is to be committed only when it is [`Undone::Whole`].
///
/// # Errors
/// [`Error::Conflict`] when there is nothing to put back any more; a fault of the database.
pub async fn undo(tx: &mut Tx, viewer: &Viewer, run: &Run) -> Result<Undone> {
    let (now, applied_at) = (tx.now(), run.applied_at.ok_or(Error::Conflict)?);
    if run.is_followed(tx).await? {
        return Ok(Undone::Later);
    }
    let claimed = tx
        .changed_rows(
            "update supply_run set undone_at = $3, undone_by = $5 where id = $1 and school_id = $2 and applied_at > $4 \
             and undone_at is null",
            args![run.id, run.school_id, now, now.plus_days(-UNDO_DAYS), viewer.account],
        )
        .await?;
    if claimed == 0 {
        return Err(Error::Conflict);
    }
    let changed = ledger::changed(tx, run.id, run.school_id).await?;
    for row in &changed {
        if ledger::read(tx, &row.key).await? != row.after {
            return Ok(Undone::Touched);
        }
    }
    for row in &changed {
        put_back(tx, row).await?;
    }
    correction::take_back(tx, run.school_id, applied_at).await?;
    transfer::undone(tx, run).await?;
    audit::write(tx, Some(viewer.account), Action::OndeUndone, Some(run.school_id.to_string()), None).await?;
    Ok(Undone::Whole)
}

async fn put_back(tx: &mut Tx, row: &Changed) -> Result<()> {
    match (&row.before, &row.key) {
        (Some(before), key) => ledger::put_back(tx, key, before).await,
        (None, Key::Seat(circle, person, role, source)) => {
            tx.change(
                "delete from member where circle_id = $1 and person_id = $2 and role = $3 and source = $4",
                args![*circle, *person, role, source],
            )
            .await
        }
        (None, Key::Link(child, adult)) => {
            tx.change("delete from guardianship where child_id = $1 and adult_id = $2", args![*child, *adult]).await
        }
        // Somebody was seated there by hand since: a class with a pupil is one of the school.
        (None, Key::Circle(id)) if is_used(tx, *id).await? => Ok(()),
        // Something may be shared with it by now.
        (None, Key::Circle(id)) => circle::close(tx, *id).await,
        (None, Key::Person(id)) => forget(tx, *id).await,
    }
}

/// Whether somebody sits in a circle, or in the one whose families it gathers.
async fn is_used(tx: &mut Tx, id: CircleId) -> Result<bool> {
    let now = tx.now();
    let seated = tx
        .count(
            "select count(*) as n from member m where m.circle_id in (select c.id from circle c where c.id = $1 \
             union select f.of_circle from circle f where f.id = $1 and f.kind = 'families') \
             and (m.until is null or m.until > $2)",
            args![id, now],
        )
        .await?;
    Ok(seated > 0)
}

/// Takes away somebody the run made. Whoever has an account, a seat or a link by now is dated: others know the person.
async fn forget(tx: &mut Tx, id: PersonId) -> Result<()> {
    let now = tx.now();
    let known = tx
        .count(
            "select (select count(*) from account_person where person_id = $1) \
             + (select count(*) from member where person_id = $1) \
             + (select count(*) from guardianship where child_id = $1) \
             + (select count(*) from guardianship where adult_id = $1) as n",
            args![id],
        )
        .await?;
    if known > 0 {
        return tx.change("update person set gone_at = $2 where id = $1", args![id, now]).await;
    }
    tx.change("delete from person where id = $1", args![id]).await
}
