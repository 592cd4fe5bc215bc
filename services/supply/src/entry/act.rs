//! What is done to an entry: noted, corrected, ended.

use super::{Entry, EntryKind, pupil, seats};
use commons::audit::{self, Action};
use db::{Day, Error, Result, Tx, args};
use jiff::civil::Date;
use school::{PersonId, SchoolId, Source, Viewer};

/// Notes who entered a person, until when.
pub(super) async fn note(
    tx: &mut Tx,
    viewer: &Viewer,
    school: SchoolId,
    (person, kind): (PersonId, EntryKind),
    until: Option<Date>,
) -> Result<()> {
    let now = tx.now();
    tx.change(
        "insert into supply_entry (person_id, school_id, kind, until, entered_by, entered_at) \
         values ($1, $2, $3, $4, $5, $6)",
        args![person, school, kind, until.map(Day::from), viewer.account, now],
    )
    .await?;
    let detail = format!("{} {school}", kind.as_str());
    audit::write(tx, Some(viewer.account), Action::PersonEntered, Some(person.to_string()), Some(&detail)).await
}

/// What of a person is corrected.
pub(super) struct Correction<'a> {
    pub(super) last_name: &'a str,
    pub(super) first_name: &'a str,
    pub(super) birth_day: Option<&'a str>,
    pub(super) email: Option<&'a str>,
    pub(super) level: Option<&'a str>,
}

/// Corrects who a person entered by hand is. What a source says is not this house's to correct.
pub(super) async fn correct(tx: &mut Tx, viewer: &Viewer, entry: &Entry, to: &Correction<'_>) -> Result<()> {
    let changed = tx
        .changed_rows(
            "update person set last_name = $2, first_name = $3, birth_day = $4, email = $5, level = $6, sort_key = $7, \
             search_key = $8 where id = $1 and source = $9 and merged_into is null",
            args![
                entry.person_id,
                to.last_name,
                to.first_name,
                to.birth_day,
                to.email,
                to.level,
                db::sort_key(to.last_name, to.first_name),
                db::search_key(to.first_name, to.last_name),
                Source::Hand
            ],
        )
        .await?;
    if changed == 0 {
        return Err(Error::Conflict);
    }
    let detail = entry.kind.as_str();
    audit::write(tx, Some(viewer.account), Action::EntryChanged, Some(entry.person_id.to_string()), Some(detail)).await
}

/// Ends an entry now: its seats end, and the person is no more of the directory.
///
/// # Errors
/// [`Error::Conflict`] when it is over already; a fault of the database.
pub async fn end(tx: &mut Tx, viewer: &Viewer, entry: &Entry) -> Result<()> {
    let now = tx.now();
    let ended = tx
        .changed_rows(
            "update supply_entry set ended_at = $3 where person_id = $1 and school_id = $2 and ended_at is null",
            args![entry.person_id, entry.school_id, now],
        )
        .await?;
    if ended == 0 {
        return Err(Error::Conflict);
    }
    seats::end_all(tx, entry.person_id).await?;
    leave(tx, entry.person_id).await?;
    if entry.kind == EntryKind::Pupil {
        pupil::end_ties(tx, entry.person_id).await?;
    }
    let detail = entry.kind.as_str();
    audit::write(tx, Some(viewer.account), Action::EntryEnded, Some(entry.person_id.to_string()), Some(detail)).await
}

/// Whoever was entered by hand is gone when the entry is over.
pub(super) async fn leave(tx: &mut Tx, person: PersonId) -> Result<()> {
    let now = tx.now();
    tx.change(
        "update person set gone_at = $2 where id = $1 and source = 'hand' and gone_at is null",
        args![person, now],
    )
    .await
}
