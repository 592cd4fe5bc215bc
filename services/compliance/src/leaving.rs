//! What becomes of what somebody said of accessibility when they are erased for good: it stays, nobody’s.

use db::{Result, Tx, args};
use web::personal::Leaver;

/// Takes the account and the address from it; tells how many rows.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn erase(tx: &mut Tx, leaver: &Leaver) -> Result<u64> {
    let Some(account) = leaver.account else { return Ok(0) };
    tx.changed_rows(
        "update accessibility_report set account_id = null, email = null where account_id = $1",
        args![account],
    )
    .await
}
