//! What goes when somebody is erased for good: that something was handed over to them on paper. Their choices, their devices and
//! what left to tell them are of the base.

use db::{Result, Tx, args};
use web::personal::Leaver;

/// Erases it; tells how many rows.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn erase(tx: &mut Tx, leaver: &Leaver) -> Result<u64> {
    tx.changed_rows(
        "delete from handed_over where school_id is not null and person_id in (select unhex(value) from json_each($1))",
        args![leaver.list()],
    )
    .await
}
