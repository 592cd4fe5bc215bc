//! What the base keeps of an account nobody is behind any more.

use crate::{House, deposit};
use db::{Result, Tx, args};
use school::AccountId;

/// Rows of an account, those that refer to it first.
const ROWS: &[&str] = &[
    "delete from mail_bounce where email in (select email from account where id = $1 and email is not null)",
    "delete from feed_seen where account_id = $1",
    "delete from outing where account_id = $1",
    "delete from attention_preference where account_id = $1",
    "delete from push_subscription where account_id = $1",
    "delete from session where account_id = $1",
    "delete from charter_acceptance where account_id = $1",
    "delete from account_grant where account_id = $1",
    "delete from account_person where account_id = $1",
    "delete from account_merge where kept_id = $1",
    "delete from account_merge where other_id = $1",
    "delete from account where id = $1",
];

/// Erases an account, with those that became one with it and hold nobody any more.
pub(super) async fn erase(house: &House, tx: &mut Tx, account: AccountId) -> Result<u64> {
    let mut rows = 0;
    for account in with_joined(tx, account).await? {
        rows += deposit::erase_of(house, tx, account).await?;
        for statement in ROWS {
            rows += tx.changed_rows(statement, args![account]).await?;
        }
    }
    Ok(rows)
}

/// The account, and those whose persons it took: their login and their address are the same person's.
async fn with_joined(tx: &mut Tx, account: AccountId) -> Result<Vec<AccountId>> {
    let mut all = vec![account];
    let mut next = 0;
    while let Some(kept) = all.get(next).copied() {
        next += 1;
        let joined: Vec<AccountId> = tx
            .column(
                "select m.other_id from account_merge m where m.kept_id = $1 and m.undone_at is null \
                 and not exists (select 1 from account_person h where h.account_id = m.other_id)",
                args![kept],
            )
            .await?;
        for other in joined {
            if !all.contains(&other) {
                all.push(other);
            }
        }
    }
    Ok(all)
}
