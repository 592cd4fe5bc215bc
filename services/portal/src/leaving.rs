//! What becomes of public pages when somebody is erased for good: they are of the school or the commune and stay, without the name
//! of who proposed and published them.

use db::{Result, Tx, args};
use web::personal::{self, Leaver};

/// Takes the name of an account from pages, versions, delegations and steps; tells how many rows.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn erase(tx: &mut Tx, leaver: &Leaver) -> Result<u64> {
    let Some(account) = leaver.account else { return Ok(0) };
    let mut rows = 0;
    for statement in STATEMENTS {
        rows += tx.changed_rows(statement, args![account, personal::former_staff()]).await?;
    }
    Ok(rows)
}

const STATEMENTS: &[&str] = &[
    "update portal_page set proposed_name = $2 where proposed_by = $1",
    "update portal_version set proposed_name = $2 where proposed_by = $1",
    "update portal_version set responsible = case when responsible = published_name then $2 else responsible end, \
     published_name = $2 where published_by = $1",
    "update portal_delegation set name = $2 where account_id = $1",
    "update portal_step set by_name = $2 where by_account = $1",
];
