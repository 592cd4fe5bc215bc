//! What things said before they were changed, for whoever left in between: a child who leaves a class goes on reading what was there
//! until that day, and the correction of a word takes nothing away.
//!
//! No history is kept: a text is, once it is changed, when a pupil to whose class or family it was given left while it stood. What was
//! taken from its readers while it stood never is, nor what was reported, and taking a thing from them erases what was kept of it; a
//! limitation of data erases nothing, and what was kept before is shown no more. So does whoever takes out of it what should never
//! have been there, by saying so. Each night erases what nobody who left reads any more
//! ([`crate::retention`]).

use crate::{file::FileId, thing::ThingId};
use db::{FromRow, Moment, Result, Tx, args, id_list};

/// What a thing said when the viewer left.
#[derive(Debug, Clone)]
pub struct KeptText {
    /// The title it had.
    pub title: String,
    /// Its text, as its service stores it.
    pub body: String,
    /// Of the files it had, those it carries still, each with the description it had.
    files: Vec<KeptFile>,
}

#[derive(Debug, Clone, FromRow)]
struct KeptFile {
    file_id: FileId,
    alt: String,
}

#[derive(FromRow)]
struct Row {
    stood_from: Moment,
    title: String,
    body: String,
}

impl KeptText {
    /// The description a file had; nothing for a file that was not there, or is there no more.
    pub(crate) fn alt(&self, file: FileId) -> Option<&str> {
        self.files.iter().find(|it| it.file_id == file).map(|it| it.alt.as_str())
    }
}

/// Keeps what a thing says, its text as its service stores it, when somebody left who reads it: for services, before they change its
/// card, its files and its shares.
///
/// # Errors
/// A fault of the database.
pub async fn keep(tx: &mut Tx, thing: ThingId, body: &str) -> Result<()> {
    let now = tx.now();
    if tx.changed_rows(KEEP, args![thing, now, body]).await? > 0 {
        tx.change(KEEP_FILES, args![thing, now]).await?;
    }
    Ok(())
}

/// Whether changing a thing leaves a text of it to those who left: one was kept, or would be. For services, that ask then whether it is
/// to be forgotten.
///
/// # Errors
/// A fault of the database.
pub async fn is_read_by_who_left(tx: &mut Tx, thing: ThingId) -> Result<bool> {
    let now = tx.now();
    Ok(tx.count(READ_BY_WHO_LEFT, args![thing, now]).await? > 0)
}

// Whoever left reads by the seats of `school::past`: a pupil's own in the class, or that of the child in the class of the families.
// What was reported is kept for nobody, unless nothing was found wrong in it: its correction takes it away.
macro_rules! stands_for_who_left {
    () => {
        "t.withdrawn_at is null and t.updated_at < $2 and coalesce(t.taken_at, 0) < t.updated_at \
         and not exists (select 1 from thing_report r where r.thing_id = t.id and r.school_id = t.school_id \
             and r.part is null and (r.settled_at is null or r.outcome = 'heard')) \
         and exists (select 1 from share s join circle c on c.id = s.circle_id \
             join member m on m.circle_id in (c.id, coalesce(c.of_circle, c.id)) and m.role = 'pupil' \
             where s.thing_id = t.id and s.visible_from <= m.until and m.until >= t.updated_at and m.until < $2)"
    };
}

const KEEP: &str = concat!(
    "insert into thing_kept (thing_id, stood_from, stood_until, title, body) \
     select t.id, t.updated_at, $2, t.title, $3 from thing t where t.id = $1 and ",
    stands_for_who_left!(),
    " on conflict (thing_id, stood_from) do nothing"
);

const READ_BY_WHO_LEFT: &str = concat!(
    "select count(*) as n from thing t \
     where t.id = $1 and (exists (select 1 from thing_kept k where k.thing_id = t.id) or (",
    stands_for_who_left!(),
    "))"
);

const KEEP_FILES: &str = "\
insert into thing_kept_file (thing_id, stood_from, file_id, alt) \
select k.thing_id, k.stood_from, a.file_id, a.alt from thing_kept k join attachment a on a.thing_id = k.thing_id \
where k.thing_id = $1 and k.stood_until = $2 and a.part is null";

/// What a thing said at an instant, where that was kept and was not taken from its readers since. For those who read it until then.
pub(crate) async fn of(tx: &mut Tx, thing: ThingId, at: Moment) -> Result<Option<KeptText>> {
    let row: Option<Row> = tx
        .first(
            "select k.stood_from, k.title, k.body from thing_kept k join thing t on t.id = k.thing_id \
             where k.thing_id = $1 and k.stood_from <= $2 and k.stood_until > $2 and coalesce(t.taken_at, 0) < k.stood_from \
             order by k.stood_from desc limit 1",
            args![thing, at],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let files = tx
        .all(
            "select k.file_id, k.alt from thing_kept_file k \
             join attachment a on a.thing_id = k.thing_id and a.file_id = k.file_id \
             where k.thing_id = $1 and k.stood_from = $2",
            args![thing, row.stood_from],
        )
        .await?;
    Ok(Some(KeptText { title: row.title, body: row.body, files }))
}

/// Of some things, each with an instant, the title it had then, where that was kept and was not taken from its readers since. For
/// those who read it until then.
///
/// # Errors
/// A fault of the database.
pub async fn titles(tx: &mut Tx, things: &[(ThingId, Moment)]) -> Result<Vec<(ThingId, String)>> {
    let rows: Vec<(ThingId, Moment, Moment, String)> = tx
        .all(
            "select k.thing_id, k.stood_from, k.stood_until, k.title from thing_kept k join thing t on t.id = k.thing_id \
             where k.thing_id in (select unhex(value) from json_each($1)) and coalesce(t.taken_at, 0) < k.stood_from",
            args![id_list(things.iter().map(|it| it.0))],
        )
        .await?;
    let stood = |id: ThingId, from: Moment, until: Moment| {
        things.iter().any(|(thing, at)| *thing == id && from <= *at && *at < until)
    };
    let then = rows.into_iter().filter(|(id, from, until, _)| stood(*id, *from, *until));
    Ok(then.map(|(id, _, _, title)| (id, title)).collect())
}

/// Erases what was kept of some things, as one bound value: they were taken from their readers, something in them should never have
/// been published, or nothing of them is to remain.
///
/// # Errors
/// A fault of the database.
pub async fn forget(tx: &mut Tx, things: &str) -> Result<()> {
    tx.change("delete from thing_kept where thing_id in (select unhex(value) from json_each($1))", args![things]).await
}
