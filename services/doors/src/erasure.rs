//! Somebody left for good: what the doors keep of the account goes; what was done by it to others stays, by nobody.

use db::{Result, Tx, args};
use web::personal::Leaver;

/// Erases what the doors keep of an account; tells how many rows.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn erase(tx: &mut Tx, leaver: &Leaver) -> Result<u64> {
    let Some(account) = leaver.account else { return Ok(0) };
    let mut rows = 0;
    for statement in [
        "delete from second_factor_use where account_id = $1",
        "delete from door_letter where account_id = $1",
        "delete from door_invitation where account_id = $1",
        "delete from door_seen where account_id = $1",
        "delete from door_temporary where account_id = $1",
        "delete from door_act where account_id = $1",
        "update door_act set by_id = null where by_id = $1",
        "update door_invitation set by_id = null where by_id = $1",
    ] {
        rows += tx.changed_rows(statement, args![account]).await?;
    }
    Ok(rows)
}
