//! Taking a notice back.

use crate::{W, notice::Notice, notice_draft::LONGEST_REASON};
use commons::{
    attention,
    audit::{self, Action},
    delivery,
    event::{self, Event},
    flash, notification, thing,
};
use db::{Error, Problems, Result, Tx, args};
use school::Viewer;

/// Takes a notice from its readers, with a reason; those who run the commune go on seeing it.
///
/// # Errors
/// [`Error::Invalid`] without a reason; [`Error::Forbidden`] to those who do not manage it; [`Error::Conflict`] when it is
/// withdrawn already.
pub async fn withdraw(tx: &mut Tx, viewer: &Viewer, notice: &Notice, why: &str) -> Result<()> {
    if !notice.is_managed() {
        return Err(Error::Forbidden);
    }
    let why = why.trim();
    let mut problems = Problems::default();
    problems.require(!why.is_empty(), "reason", W.reason_missing());
    problems.require(why.chars().count() <= LONGEST_REASON, "reason", W.too_long());
    problems.or(())?;
    let (id, now) = (notice.thing.id, tx.now());
    thing::set_withdrawn(tx, id, true).await?;
    flash::changed(tx);
    tx.change(
        "update town_notice set withdrawn_at = $2, withdrawn_reason = $3 where thing_id = $1",
        args![id, now, why],
    )
    .await?;
    // Families do not know any more what stays open: the day of strike is to be told again.
    tx.change("update town_strike set state = 'draft', thing_id = null where thing_id = $1", args![id]).await?;
    let event = Event {
        school: Some(notice.thing.school_id),
        actor: None,
        verb: "town.notice-withdrawn",
        thing: Some(id),
        detail: Some(why),
    };
    event::record(tx, event).await?;
    audit::write(tx, Some(viewer.account), Action::ContentWithdrawn, Some(id.to_string()), Some(why)).await?;
    attention::hush(tx, id).await?;
    notification::forget_but(tx, id, Vec::new()).await?;
    delivery::wake(tx, id).await
}
