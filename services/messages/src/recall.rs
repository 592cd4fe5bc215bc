//! Taking a message back: from those who have not opened it. Those who have keep it, and its author is told so.

use crate::{
    conversation::{Conversation, Message, own},
    verb::Verb,
};
use commons::{attention, notification};
use db::{Error, Result, Tx, args, id_list};
use school::{PersonId, Viewer};

/// How far a message was taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recall {
    /// From how many people.
    pub from: usize,
    /// How many had opened it and keep it.
    pub kept: i64,
}

/// Takes a message back from those who have not opened it.
///
/// # Errors
/// [`Error::Forbidden`] to those who did not write it; [`Error::Conflict`] when it was taken back already.
pub async fn recall(tx: &mut Tx, viewer: &Viewer, conversation: &Conversation, message: &Message) -> Result<Recall> {
    if !message.is_by(viewer) {
        return Err(Error::Forbidden);
    }
    let (thing, now) = (&conversation.thing, tx.now());
    let people: Vec<PersonId> = tx
        .column(
            "update message_reader set recalled_at = $3 where message_id = $1 and school_id = $2 and own = false \
             and opened_at is null and recalled_at is null returning person_id",
            args![message.id, thing.school_id, now],
        )
        .await?;
    // Counted afterwards: whoever opened it while it was taken back keeps it.
    let kept = tx
        .count(
            "select count(*) as n from message_reader where message_id = $1 and school_id = $2 and own = false \
             and opened_at is not null",
            args![message.id, thing.school_id],
        )
        .await?;
    if people.is_empty() {
        return Ok(Recall { from: 0, kept });
    }
    let marked = tx
        .changed_rows(
            "update message set recalled_at = $3 where id = $1 and school_id = $2 and recalled_at is null",
            args![message.id, thing.school_id, now],
        )
        .await?;
    if marked == 0 {
        return Err(Error::Conflict);
    }
    forget(tx, conversation, &people).await?;
    Verb::Recalled.record(tx, thing.school_id, thing.id, message.author_id, None).await?;
    Ok(Recall { from: people.len(), kept })
}

/// Those from whom all unread messages of the conversation were taken are told of it no more; those who read nothing else
/// in it do not see it any more.
async fn forget(tx: &mut Tx, conversation: &Conversation, people: &[PersonId]) -> Result<()> {
    let thing = &conversation.thing;
    let list = id_list(people.iter().copied());
    let idle: Vec<PersonId> = tx
        .column(
            "select p.id from person p where p.id in (select unhex(value) from json_each($3)) \
             and not exists (select 1 from message_reader r where r.thing_id = $1 and r.school_id = $2 \
                 and r.person_id = p.id and r.own = false and r.opened_at is null and r.recalled_at is null)",
            args![thing.id, thing.school_id, &list],
        )
        .await?;
    notification::mark_read(tx, id_list(idle.iter().copied()), thing.id).await?;
    attention::hush_for(tx, thing.id, &idle).await?;
    let gone: Vec<PersonId> = tx
        .column(
            "select p.id from person p where p.id in (select unhex(value) from json_each($3)) \
             and not exists (select 1 from message_reader r where r.thing_id = $1 and r.school_id = $2 \
                 and r.person_id = p.id and r.recalled_at is null)",
            args![thing.id, thing.school_id, &list],
        )
        .await?;
    commons::share::revoke_from(tx, thing.id, id_list(gone)).await
}

/// Whether a message of the viewer could still be taken back from somebody.
///
/// # Errors
/// A fault of the database.
pub async fn possible(
    tx: &mut Tx,
    viewer: &Viewer,
    conversation: &Conversation,
) -> Result<Vec<crate::conversation::MessageId>> {
    tx.column(
        "select distinct m.id from message m join message_reader r on r.message_id = m.id and r.school_id = m.school_id \
         where m.thing_id = $1 and m.school_id = $2 and m.automatic = false and r.own = false \
         and r.opened_at is null and r.recalled_at is null \
         and m.author_id in (select unhex(value) from json_each($3))",
        args![conversation.thing.id, conversation.thing.school_id, own(viewer)],
    )
    .await
}
