//! The day after the last one, the account closes: nobody signs in with it any more.

use db::{Day, Result, Tx, args};
use school::{AccountId, session};

/// How many close in one transaction.
const BATCH: i64 = 500;

// An account stays open as long as one of its persons may still use it.
const OVER: &str = "\
select distinct d.account_id from departure d where d.closed_at is null and d.closes_on < $1 and d.account_id is not null \
and not exists (select 1 from departure o where o.account_id = d.account_id and o.closes_on >= $1) \
and not exists (select 1 from account_person l join person p on p.id = l.person_id \
    where l.account_id = d.account_id and p.gone_at is null) limit $2";

/// Closes the accounts whose last day is over, a batch of them; tells how many.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn next(tx: &mut Tx) -> Result<usize> {
    let (now, today) = (tx.now(), Day::from(tx.now().day()));
    let over: Vec<AccountId> = tx.column(OVER, args![today, BATCH]).await?;
    for account in &over {
        // One that somebody else closed stays theirs to open.
        tx.change("update account set blocked_at = $2 where id = $1 and blocked_at is null", args![*account, now])
            .await?;
        session::end_all(tx, *account).await?;
        tx.change("update departure set closed_at = $2 where account_id = $1", args![*account, now]).await?;
    }
    Ok(over.len())
}
