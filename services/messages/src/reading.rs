//! What opening a conversation notes: that its messages were opened, that the notice about it is read. Most openings note
//! nothing, and then nothing is written.

use crate::conversation::own;
use commons::{ThingId, notification};
use db::{FromRow, Moment, Result, Tx, args};
use school::{PersonId, PersonKind, SchoolId, Viewer};

/// Whether opening a conversation now would note anything.
///
/// # Errors
/// A fault of the database.
pub async fn is_new(tx: &mut Tx, viewer: &Viewer, thing: ThingId, school: SchoolId) -> Result<bool> {
    let now = tx.now();
    let count = tx
        .count(
            "select (select count(*) from message_reader where thing_id = $1 and school_id = $2 and opened_at is null \
                 and recalled_at is null and visible_from <= $4 and person_id in (select unhex(value) from json_each($3))) \
             + (select count(*) from message_box where account_id = $5 and thing_id = $1 and school_id = $2 and unread = true) \
             + (select count(*) from notification where thing_id = $1 and read_at is null \
                 and person_id in (select unhex(value) from json_each($3))) as n",
            args![thing, school, own(viewer), now, viewer.account],
        )
        .await?;
    Ok(count > 0)
}

/// Notes that a viewer opened every message of a conversation that reached them, and read the notice about it.
///
/// # Errors
/// A fault of the database.
pub async fn opened(tx: &mut Tx, viewer: &Viewer, thing: ThingId, school: SchoolId) -> Result<()> {
    let now = tx.now();
    tx.change(
        "update message_reader set opened_at = $4 where thing_id = $1 and school_id = $2 and opened_at is null \
         and recalled_at is null and visible_from <= $4 and person_id in (select unhex(value) from json_each($3))",
        args![thing, school, own(viewer), now],
    )
    .await?;
    tx.change(
        "update message_box set unread = false where account_id = $1 and thing_id = $2 and school_id = $3 and unread = true",
        args![viewer.account, thing, school],
    )
    .await?;
    notification::mark_read(tx, own(viewer), thing).await.map(drop)
}

/// Where a message stands with one of its readers, as staff follow it.
#[derive(Debug, Clone, FromRow)]
pub struct State {
    /// The message.
    pub message_id: crate::conversation::MessageId,
    /// The reader.
    pub person_id: PersonId,
    /// The reader's first name.
    pub first_name: String,
    /// The reader's last name.
    pub last_name: String,
    /// What the directory says the reader is.
    pub kind: PersonKind,
    /// The child's first name, when the reader reads for one.
    pub child_first_name: Option<String>,
    /// The child's last name.
    pub child_last_name: Option<String>,
    /// From when it is there.
    pub visible_from: Moment,
    /// When it was opened.
    pub opened_at: Option<Moment>,
    /// When it was taken back from this reader.
    pub recalled_at: Option<Moment>,
}

/// Where the messages somebody wrote in a conversation stand with each of their readers. For their author only.
///
/// # Errors
/// A fault of the database.
pub async fn states(tx: &mut Tx, viewer: &Viewer, thing: ThingId, school: SchoolId) -> Result<Vec<State>> {
    tx.all(
        "select r.message_id, r.person_id, p.first_name, p.last_name, p.kind, k.first_name as child_first_name, \
             k.last_name as child_last_name, r.visible_from, r.opened_at, r.recalled_at \
         from message m join message_reader r on r.message_id = m.id and r.school_id = m.school_id and r.own = false \
         join person p on p.id = r.person_id left join person k on k.id = r.child_id \
         where m.thing_id = $1 and m.school_id = $2 and m.author_id in (select unhex(value) from json_each($3)) \
         order by r.message_id, p.sort_key, p.id",
        args![thing, school, own(viewer)],
    )
    .await
}
