//! What goes when somebody is erased for good: what they were typing.

use db::{Result, Tx, args};
use web::personal::Leaver;

/// Erases the drafts of an account; tells how many.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn erase(tx: &mut Tx, leaver: &Leaver) -> Result<u64> {
    match leaver.account {
        Some(account) => tx.changed_rows("delete from draft where account_id = $1", args![account]).await,
        None => Ok(0),
    }
}
