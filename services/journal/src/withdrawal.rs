//! Taking a delivered post from its readers: withdrawn by a decision with its reason, or put away at the end of its time.

use crate::{post::Post, report, verb::Verb};
use commons::{
    audit::{self, Action},
    delivery, notification,
    report::Outcome,
    thing,
};
use db::{Error, Result, Tx, args};
use school::Viewer;

/// Withdraws a delivered post, and tells its author and the teachers who sign it why.
///
/// # Errors
/// [`Error::Invalid`] without a reason; [`Error::Forbidden`] to those who do not manage it; [`Error::Conflict`] when its
/// readers do not see it.
pub async fn withdraw(tx: &mut Tx, viewer: &Viewer, post: &Post, why: &str) -> Result<()> {
    may_take(tx, post)?;
    let why = web::reason::check(why)?;
    let actor = post.acting(viewer)?;
    let thing = &post.thing;
    thing::set_withdrawn(tx, thing.id, true).await?;
    tx.change(
        "update post set withdrawn_by = $3, withdrawn_reason = $4 where thing_id = $1 and school_id = $2",
        args![thing.id, thing.school_id, actor, why],
    )
    .await?;
    report::settle(tx, viewer, post, None, Outcome::Heard).await?;
    Verb::Withdrawn.record(tx, thing.school_id, thing.id, actor, Some(why)).await?;
    let subject = Some(thing.id.to_string());
    audit::write(tx, Some(viewer.account), Action::ContentWithdrawn, subject, Some(why)).await?;
    delivery::wake(tx, thing.id).await?;
    Verb::Withdrawn.tell_signers(tx, thing.school_id, thing.id, actor, Some(why)).await?;
    // Of those who sign or reported it, whoever sees it no more keeps no notice either: it would lead them to nothing.
    let mut kept = report::those_in_charge(tx, post).await?;
    kept.push(thing.author_id);
    notification::forget_but(tx, thing.id, kept).await.map(drop)
}

/// Puts a delivered post away: kept, no longer shown.
///
/// # Errors
/// [`Error::Forbidden`] to those who do not manage it; [`Error::Conflict`] when its readers do not see it.
pub async fn archive(tx: &mut Tx, viewer: &Viewer, post: &Post) -> Result<()> {
    may_take(tx, post)?;
    let actor = post.acting(viewer)?;
    let thing = &post.thing;
    thing::set_withdrawn(tx, thing.id, true).await?;
    tx.change(
        "update post set state = 'archived' where thing_id = $1 and school_id = $2 and state = 'published'",
        args![thing.id, thing.school_id],
    )
    .await?;
    Verb::Archived.record(tx, thing.school_id, thing.id, actor, None).await?;
    delivery::wake(tx, thing.id).await
}

/// Gives a post that was withdrawn or put away back to its readers, who had it before: nothing waits.
///
/// # Errors
/// [`Error::Forbidden`] to those who may not, as [`Post::may_be_restored`] says.
pub async fn restore(tx: &mut Tx, viewer: &Viewer, post: &Post) -> Result<()> {
    if !post.may_be_restored(viewer) {
        return Err(Error::Forbidden);
    }
    let actor = post.acting(viewer)?;
    let thing = &post.thing;
    thing::set_withdrawn(tx, thing.id, false).await?;
    tx.change(
        "update post set state = 'published', withdrawn_by = null, withdrawn_reason = null \
         where thing_id = $1 and school_id = $2 and state in ('published', 'archived')",
        args![thing.id, thing.school_id],
    )
    .await?;
    Verb::Restored.record(tx, thing.school_id, thing.id, actor, None).await?;
    let subject = Some(thing.id.to_string());
    audit::write(tx, Some(viewer.account), Action::ContentRestored, subject, None).await?;
    delivery::wake(tx, thing.id).await
}

fn may_take(tx: &Tx, post: &Post) -> Result<()> {
    match (post.is_managed(), post.is_delivered(tx.now())) {
        (false, _) => Err(Error::Forbidden),
        (true, false) => Err(Error::Conflict),
        (true, true) => Ok(()),
    }
}
