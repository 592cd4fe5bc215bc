//! Those whose day has come: told seven days before, nobody behind the account, no restriction of their data.

use crate::departure::notice;
use db::{Day, FromRow, Result, Tx, args};
use school::{AccountId, PersonId, PersonKind};
use std::collections::BTreeSet;

/// Somebody to be erased.
#[derive(Debug, Clone)]
pub(crate) struct Due {
    /// The persons.
    pub(crate) people: Vec<PersonId>,
    /// What each was.
    pub(crate) kinds: Vec<PersonKind>,
    /// Their account.
    pub(crate) account: Option<AccountId>,
    /// The académie.
    pub(crate) academy: String,
    /// What they chose about what they gave to others.
    pub(crate) stays: Option<bool>,
    /// Where they are told that it is done.
    pub(crate) addresses: Vec<String>,
}

#[derive(Debug, FromRow)]
struct Row {
    person_id: PersonId,
    account_id: Option<AccountId>,
    academy: String,
    stays: Option<bool>,
}

// An account goes with the last of its persons; data that is restricted is kept and nothing else; what was not told waits.
macro_rules! ready {
    ($columns:literal, $rest:literal) => {
        concat!(
            "select ",
            $columns,
            " from departure d where d.erases_on <= $1 and (d.account_id is null or d.week_told_at is not null) \
             and exists (select 1 from person p where p.id = d.person_id and p.gone_at is not null and p.merged_into is null) \
             and not exists (select 1 from departure o where o.account_id = d.account_id \
                 and (o.erases_on > $1 or o.week_told_at is null)) \
             and not exists (select 1 from account_person h join person q on q.id = h.person_id \
                 where h.account_id = d.account_id and q.gone_at is null) \
             and not exists (select 1 from data_limit l where l.person_id = d.person_id and l.until is null \
                 and l.topic = 'all') \
             and not exists (select 1 from account_person h join data_limit l on l.person_id = h.person_id \
                 where h.account_id = d.account_id and l.until is null and l.topic = 'all')",
            $rest
        )
    };
}

/// How many are past their day.
pub(crate) async fn count(tx: &mut Tx) -> Result<i64> {
    let today = Day::from(tx.now().day());
    tx.count(ready!("count(*) as n", ""), args![today]).await
}

/// The next of them, each once.
pub(crate) async fn next(tx: &mut Tx, most: i64) -> Result<Vec<Due>> {
    let today = Day::from(tx.now().day());
    let rows: Vec<Row> = tx
        .all(
            ready!(
                "d.person_id, d.account_id, d.academy, d.stays",
                " order by d.erases_on, d.account_id, d.person_id limit $2"
            ),
            args![today, most],
        )
        .await?;
    let mut accounts = BTreeSet::new();
    let mut due = Vec::new();
    for row in rows {
        match row.account_id {
            // Several persons of one account go at once.
            Some(account) if !accounts.insert(account) => {}
            Some(account) => due.push(of_account(tx, account, row).await?),
            None => due.push(alone(tx, row).await?),
        }
    }
    Ok(due)
}

#[derive(FromRow)]
struct Held {
    id: PersonId,
    kind: PersonKind,
}

async fn of_account(tx: &mut Tx, account: AccountId, row: Row) -> Result<Due> {
    let held: Vec<Held> = tx
        .all(
            "select p.id, p.kind from account_person l join person p on p.id = l.person_id where l.account_id = $1 \
             order by p.id",
            args![account],
        )
        .await?;
    let addresses = notice::addresses(tx, account).await?;
    Ok(Due::of(held, Some(account), row, addresses))
}

async fn alone(tx: &mut Tx, row: Row) -> Result<Due> {
    let held = tx.all("select id, kind from person where id = $1", args![row.person_id]).await?;
    Ok(Due::of(held, None, row, Vec::new()))
}

impl Due {
    fn of(held: Vec<Held>, account: Option<AccountId>, row: Row, addresses: Vec<String>) -> Self {
        let kinds = held.iter().map(|it| it.kind).collect();
        let people = held.into_iter().map(|it| it.id).collect();
        Self { people, kinds, account, academy: row.academy, stays: row.stays, addresses }
    }

    /// How many of the persons were one of these.
    pub(crate) fn count(&self, kinds: &[PersonKind]) -> i64 {
        i64::try_from(self.kinds.iter().filter(|it| kinds.contains(it)).count()).unwrap_or(i64::MAX)
    }
}
