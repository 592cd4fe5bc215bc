//! What goes when somebody is erased for good: the copies they asked for, their directives. What was asked about their rights, and
//! a death, are kept for their time as the proof that they were answered.

use db::{Result, Tx, args};
use web::personal::Leaver;

/// Erases it; the archives of the copies go the same night, with all that are over.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn erase(tx: &mut Tx, leaver: &Leaver) -> Result<u64> {
    let now = tx.now();
    let limits = tx
        .changed_rows(
            "delete from limit_thing where limit_id in (select id from data_limit \
             where person_id in (select unhex(value) from json_each($1)))",
            args![leaver.list()],
        )
        .await?;
    let about = tx
        .changed_rows(
            "update data_copy set content = null, label = '', ends_at = $2 \
             where subject_id in (select unhex(value) from json_each($1))",
            args![leaver.list(), now],
        )
        .await?;
    let Some(account) = leaver.account else { return Ok(limits + about) };
    let asked = tx
        .changed_rows(
            "update data_copy set content = null, label = '', ends_at = $2 where account_id = $1",
            args![account, now],
        )
        .await?;
    let directives = tx.changed_rows("delete from after_death where account_id = $1", args![account]).await?;
    Ok(limits + about + asked + directives)
}
