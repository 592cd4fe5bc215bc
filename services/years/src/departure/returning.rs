//! Those who come back: the departure is forgotten, the account opens again, and everything is as before.

use super::notice;
use commons::House;
use db::{FromRow, Moment, Result, Tx, args};
use school::{AccountId, PersonId};
use std::collections::BTreeSet;

/// How many are treated in one transaction.
const BATCH: i64 = 500;

#[derive(Debug, FromRow)]
struct Back {
    person_id: PersonId,
    account_id: Option<AccountId>,
    closed_at: Option<Moment>,
    told_at: Option<Moment>,
}

// The person is there again, or became another that is; or somebody behind the account is there; or another account holds it now.
const BACK: &str = "\
select d.person_id, d.account_id, d.closed_at, d.told_at from departure d \
where not exists (select 1 from person p left join account_person l on l.person_id = p.id \
    where p.id = d.person_id and p.gone_at is not null and p.merged_into is null and p.erased_at is null \
    and coalesce(l.account_id, p.id) = coalesce(d.account_id, p.id)) \
or exists (select 1 from account_person o join person q on q.id = o.person_id \
    where o.account_id = d.account_id and q.gone_at is null) limit $1";

/// Forgets the departures of those who came back, a batch of them; tells how many.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn next(tx: &mut Tx, house: &House) -> Result<usize> {
    let back: Vec<Back> = tx.all(BACK, args![BATCH]).await?;
    let mut told = BTreeSet::new();
    for one in &back {
        tx.change("delete from departure where person_id = $1", args![one.person_id]).await?;
        let Some(account) = one.account_id else { continue };
        let is_there = open_again(tx, account, one.closed_at).await?;
        // Whoever was told that all would be erased is told that it will not.
        if is_there && one.told_at.is_some() && told.insert(account) {
            notice::tell_back(tx, house, account).await?;
        }
    }
    Ok(back.len())
}

/// Opens an account again when somebody is behind it, if it was closed by a departure and by nothing else; tells whether somebody is.
async fn open_again(tx: &mut Tx, account: AccountId, closed_at: Option<Moment>) -> Result<bool> {
    let there = tx
        .count(
            "select count(*) as n from account_person l join person p on p.id = l.person_id \
             where l.account_id = $1 and p.gone_at is null",
            args![account],
        )
        .await?;
    if there > 0 {
        tx.change("update account set blocked_at = null where id = $1 and blocked_at = $2", args![account, closed_at])
            .await?;
    }
    Ok(there > 0)
}
