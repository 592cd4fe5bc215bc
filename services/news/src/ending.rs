//! The end of a news: its last day, ended before by its author, or withdrawn by a decision with its reason.
//!
//! What is over is taken from its readers like what is withdrawn, by a job at its instant: lists, feeds and links then agree.

use crate::{news::News, verb::Verb};
use commons::{
    House, ThingId,
    audit::{self, Action},
    delivery, flash,
    job::{self, JobKind},
    kept_text, notification, thing,
};
use db::{Error, Result, Tx, args, id_list};
use school::Viewer;

/// The job that takes a news from its readers when its time is over. It looks again: the last day may have moved.
pub const EXPIRE: JobKind =
    JobKind { name: "news.expire", run: |house, payload| Box::pin(expire_when_due(house, payload)) };

/// Plans the end of a news that has one.
pub(crate) async fn plan(tx: &mut Tx, news: &News) -> Result<()> {
    match news.expires_at {
        Some(at) => job::enqueue(tx, EXPIRE.name, &news.thing.id.to_string(), at).await,
        None => Ok(()),
    }
}

/// A published news has another last day: what was over is given back, what goes on ends later.
pub(crate) async fn move_to(tx: &mut Tx, news: &News) -> Result<()> {
    if news.thing.withdrawn_at.is_some() && !news.is_over(tx.now()) {
        thing::set_withdrawn(tx, news.thing.id, false).await?;
        delivery::wake(tx, news.thing.id).await?;
    }
    flash::changed(tx);
    plan(tx, news).await
}

async fn expire_when_due(house: House, payload: String) -> Result<()> {
    let id: ThingId = payload.parse().map_err(Error::fault)?;
    let mut tx = house.db.write().await?;
    let now = tx.now();
    let ended = tx
        .changed_rows(
            "update thing set withdrawn_at = $2, taken_at = $2 \
             where id = $1 and withdrawn_at is null and exists (select 1 from news n where n.thing_id = thing.id \
                 and n.school_id = thing.school_id and n.state = 'published' and n.expires_at <= $2)",
            args![id, now],
        )
        .await?;
    if ended > 0 {
        kept_text::forget(&mut tx, &id_list([id])).await?;
        flash::changed(&mut tx);
        delivery::wake(&mut tx, id).await?;
    }
    tx.commit().await
}

/// Ends the time of a news now.
///
/// # Errors
/// [`Error::Forbidden`] to those who do not manage it; [`Error::Conflict`] when its readers do not see it.
pub async fn expire(tx: &mut Tx, viewer: &Viewer, news: &News) -> Result<()> {
    may_take(tx, news)?;
    let hand = news.hand(viewer)?;
    let thing = &news.thing;
    let now = tx.now();
    thing::set_withdrawn(tx, thing.id, true).await?;
    tx.change(
        "update news set expires_at = $3, edition = edition + 1 \
         where thing_id = $1 and school_id = $2 and state = 'published'",
        args![thing.id, thing.school_id, now],
    )
    .await?;
    Verb::Expired.record(tx, news, Some(hand), None).await?;
    flash::changed(tx);
    delivery::wake(tx, thing.id).await?;
    Verb::Expired.tell_author(tx, news, Some(hand), None).await
}

/// Withdraws a delivered news, and tells its author why.
///
/// # Errors
/// [`Error::Invalid`] without a reason; [`Error::Forbidden`] to those who do not manage it; [`Error::Conflict`] when its
/// readers do not see it.
pub async fn withdraw(tx: &mut Tx, viewer: &Viewer, news: &News, why: &str) -> Result<()> {
    may_take(tx, news)?;
    let why = web::reason::check(why)?;
    let hand = news.hand(viewer)?;
    let thing = &news.thing;
    thing::set_withdrawn(tx, thing.id, true).await?;
    tx.change(
        "update news set state = 'withdrawn', withdrawn_by = $3, withdrawn_reason = $4 \
         where thing_id = $1 and school_id = $2 and state = 'published'",
        args![thing.id, thing.school_id, hand.by, why],
    )
    .await?;
    Verb::Withdrawn.record(tx, news, Some(hand), Some(why)).await?;
    audit::write(tx, Some(viewer.account), Action::ContentWithdrawn, Some(thing.id.to_string()), Some(why)).await?;
    flash::changed(tx);
    delivery::wake(tx, thing.id).await?;
    // Whoever sees it no more keeps no notice of it: it would lead to nothing.
    notification::forget_but(tx, thing.id, vec![thing.author_id]).await?;
    Verb::Withdrawn.tell_author(tx, news, Some(hand), Some(why)).await
}

/// Gives a withdrawn news back to its readers, who had it before: nothing waits.
///
/// # Errors
/// [`Error::Forbidden`] to those who may not, as [`News::may_be_restored`] says.
pub async fn restore(tx: &mut Tx, viewer: &Viewer, news: &News) -> Result<()> {
    if !news.may_be_restored(viewer, tx.now()) {
        return Err(Error::Forbidden);
    }
    let hand = news.hand(viewer)?;
    let thing = &news.thing;
    thing::set_withdrawn(tx, thing.id, false).await?;
    tx.change(
        "update news set state = 'published', withdrawn_by = null, withdrawn_reason = null \
         where thing_id = $1 and school_id = $2 and state = 'withdrawn'",
        args![thing.id, thing.school_id],
    )
    .await?;
    Verb::Restored.record(tx, news, Some(hand), None).await?;
    audit::write(tx, Some(viewer.account), Action::ContentRestored, Some(thing.id.to_string()), None).await?;
    flash::changed(tx);
    delivery::wake(tx, thing.id).await?;
    Verb::Restored.tell_author(tx, news, Some(hand), None).await
}

fn may_take(tx: &Tx, news: &News) -> Result<()> {
    match (news.is_managed(), news.is_delivered(tx.now())) {
        (false, _) => Err(Error::Forbidden),
        (true, false) => Err(Error::Conflict),
        (true, true) => Ok(()),
    }
}
