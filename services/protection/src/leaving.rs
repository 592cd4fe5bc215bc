//! What goes when somebody is erased for good: what a child asked, and the place of an adult among those who listen.

use crate::talk;
use commons::ThingId;
use db::{Result, Tx, args};
use web::personal::Leaver;

/// Erases what somebody asked, and takes them off those who listen; tells how many rows.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn erase(tx: &mut Tx, leaver: &Leaver) -> Result<u64> {
    let asked: Vec<ThingId> = tx
        .column(
            "select thing_id from talk_request where school_id is not null \
             and child_id in (select unhex(value) from json_each($1))",
            args![leaver.list()],
        )
        .await?;
    for id in &asked {
        talk::forget(tx, *id).await?;
    }
    let listens = tx
        .changed_rows(
            "delete from talk_adult where school_id is not null and person_id in (select unhex(value) from json_each($1))",
            args![leaver.list()],
        )
        .await?;
    Ok(asked.len() as u64 + listens)
}
