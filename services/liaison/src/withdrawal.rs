//! Taking a delivered mot from its readers, with a reason. What was signed stays in the ledger.

use crate::{mot::Mot, verb::Verb};
use commons::{
    attention,
    audit::{self, Action},
    delivery, notification, thing,
};
use db::{Error, Result, Tx, args};
use school::Viewer;

/// Withdraws a delivered mot, and tells its author why.
///
/// # Errors
/// [`Error::Invalid`] without a reason; [`Error::Forbidden`] to those who do not manage it; [`Error::Conflict`] when its
/// readers do not see it.
pub async fn withdraw(tx: &mut Tx, viewer: &Viewer, mot: &Mot, why: &str) -> Result<()> {
    if !mot.is_managed() {
        return Err(Error::Forbidden);
    }
    let why = web::reason::check(why)?;
    let actor = mot.acting(viewer)?;
    let thing = &mot.thing;
    let now = tx.now();
    let changed = tx
        .changed_rows(
            "update mot set state = 'withdrawn', withdrawn_by = $3, withdrawn_reason = $4 \
             where thing_id = $1 and school_id = $2 and state = 'sent' and delivered_at <= $5",
            args![thing.id, thing.school_id, actor, why, now],
        )
        .await?;
    if changed == 0 {
        return Err(Error::Conflict);
    }
    thing::set_withdrawn(tx, thing.id, true).await?;
    attention::hush(tx, thing.id).await?;
    // Notices about it would lead families to nothing; those of the school keep theirs.
    notification::forget_but(tx, thing.id, vec![thing.author_id]).await?;
    Verb::Withdrawn.record(tx, thing.school_id, thing.id, actor, Some(why)).await?;
    let subject = Some(thing.id.to_string());
    audit::write(tx, Some(viewer.account), Action::ContentWithdrawn, subject, Some(why)).await?;
    Verb::Withdrawn.tell_author(tx, thing, actor, Some(why)).await?;
    delivery::wake(tx, thing.id).await
}
