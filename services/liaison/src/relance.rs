//! Reminding by hand those who have not answered: once a day for a mot, within the hours of the school.

use crate::{mot::Mot, reminder, verb::Verb};
use db::{Day, Error, Result, Tx, args};
use school::Viewer;

/// Whether those who have not answered can be reminded today.
pub fn is_possible(tx: &Tx, mot: &Mot) -> bool {
    let today = Day::from(tx.now().day());
    mot.is_delivered(tx.now()) && mot.terms.reply.asks() && mot.relanced_on.as_ref() != Some(&today)
}

/// Reminds those who have not answered, and nobody else; tells how many adults.
///
/// # Errors
/// [`Error::Forbidden`] to those who do not manage the mot; [`Error::Conflict`] when it was done today already, or when the
/// mot is with nobody.
pub async fn relance(tx: &mut Tx, viewer: &Viewer, mot: &Mot) -> Result<i64> {
    if !mot.is_managed() {
        return Err(Error::Forbidden);
    }
    let actor = mot.acting(viewer)?;
    let thing = &mot.thing;
    let now = tx.now();
    let first = tx
        .changed_rows(
            "update mot set relanced_on = $3 where thing_id = $1 and school_id = $2 and state = 'sent' \
             and reply <> 'none' and delivered_at <= $4 and (relanced_on is null or relanced_on <> $3)",
            args![thing.id, thing.school_id, Day::from(now.day()), now],
        )
        .await?;
    if first == 0 {
        return Err(Error::Conflict);
    }
    let told = reminder::tell(tx, thing.school_id, thing.id, Verb::Relanced).await?;
    Verb::Relanced.record(tx, thing.school_id, thing.id, actor, None).await?;
    Ok(told)
}
