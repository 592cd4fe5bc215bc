//! Reading over: a pupil submits, a teacher publishes or gives back with words.

use crate::{
    class,
    post::{Post, State},
    verb::Verb,
};
use commons::{Level, notification};
use db::{Error, Result, Tx, args};
use school::Viewer;

/// Asks for a post to be read over, and tells those who look after the journal.
///
/// # Errors
/// [`Error::Forbidden`] to those who may not change it; [`Error::Conflict`] when it is not in its author's hands.
pub async fn submit(tx: &mut Tx, viewer: &Viewer, post: &Post) -> Result<()> {
    if post.thing.level < Level::Write {
        return Err(Error::Forbidden);
    }
    let actor = post.acting(viewer)?;
    let thing = &post.thing;
    let now = tx.now();
    let changed = tx
        .changed_rows(
            "update post set state = 'review', submitted_at = $3, advice = null \
             where thing_id = $1 and school_id = $2 and state in ('draft', 'returned')",
            args![thing.id, thing.school_id, now],
        )
        .await?;
    if changed == 0 {
        return Err(Error::Conflict);
    }
    Verb::Submitted.record(tx, thing.school_id, thing.id, actor, None).await?;
    for keeper in class::keepers(tx, thing.circle_id, thing.school_id).await? {
        notification::tell(tx, keeper, thing.id, Verb::Submitted.as_str(), None).await?;
    }
    Ok(())
}

/// Gives a post back with words to those who sign it, who may all correct it.
///
/// # Errors
/// [`Error::Invalid`] without words; [`Error::Forbidden`] to those who do not manage it; [`Error::Conflict`] when it does
/// not wait to be read over.
pub async fn give_back(tx: &mut Tx, viewer: &Viewer, post: &Post, words: &str) -> Result<()> {
    if !post.is_managed() {
        return Err(Error::Forbidden);
    }
    let words = web::reason::check(words)?;
    let actor = post.acting(viewer)?;
    let thing = &post.thing;
    let changed = tx
        .changed_rows(
            "update post set state = $3, advice = $4 where thing_id = $1 and school_id = $2 and state = 'review'",
            args![thing.id, thing.school_id, State::Returned, words],
        )
        .await?;
    if changed == 0 {
        return Err(Error::Conflict);
    }
    Verb::Returned.record(tx, thing.school_id, thing.id, actor, Some(words)).await?;
    Verb::Returned.tell_signers(tx, thing.school_id, thing.id, actor, Some(words)).await
}
