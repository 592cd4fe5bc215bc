//! Who answers requests, and where letters about them go.

use db::{FromRow, Result, Tx, args};
use school::{AccountId, Right, rights::carries};

/// An account that answers requests, and where.
#[derive(Debug, Clone, FromRow)]
pub struct Holder {
    /// The account.
    pub account_id: AccountId,
    /// Its task's territory.
    pub scope: String,
    /// Where letters go.
    pub email: Option<String>,
}

/// Who answers requests, everywhere.
///
/// # Errors
/// A fault of the database.
pub async fn holders(tx: &mut Tx) -> Result<Vec<Holder>> {
    let roles = school::Role::ALL.iter().filter(|role| carries(**role, Right::ManageData));
    let roles: Vec<String> = roles.map(|role| format!("\"{}\"", role.as_str())).collect();
    tx.all(
        "select g.account_id, g.scope, a.email from account_grant g join account a on a.id = g.account_id \
         and a.blocked_at is null where g.role in (select value from json_each($1)) \
         and g.since <= $2 and (g.until is null or g.until > $2) order by g.account_id, g.scope",
        args![format!("[{}]", roles.join(",")), tx.now()],
    )
    .await
}
