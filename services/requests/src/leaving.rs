//! What becomes of requests to a commune when somebody is erased for good: they are the school’s and stay, without the name.

use db::{Result, Tx, args};
use web::personal::{self, Leaver};

/// Takes the name from what an account asked and said; tells how many rows.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn erase(tx: &mut Tx, leaver: &Leaver) -> Result<u64> {
    let Some(account) = leaver.account else { return Ok(0) };
    let mut rows = 0;
    for statement in [
        "update town_request set author = $2 where account_id = $1 and school_id is not null",
        "update town_request_entry set author = $2 where account_id = $1 and school_id is not null",
    ] {
        rows += tx.changed_rows(statement, args![account, personal::former_staff()]).await?;
    }
    Ok(rows)
}
