//! What goes when an account is erased for good: the codes it used and the letters it asked for.

use db::{Result, Tx, args};
use web::personal::Leaver;

/// Erases it; tells how many rows.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn erase(tx: &mut Tx, leaver: &Leaver) -> Result<u64> {
    let Some(account) = leaver.account else { return Ok(0) };
    let used = tx.run("delete from second_factor_use where account_id = $1", args![account]).await?;
    Ok(used + tx.run("delete from door_letter where account_id = $1", args![account]).await?)
}
