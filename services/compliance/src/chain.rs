//! Whether the journal of sensitive actions is whole, as it was read last.

use commons::{
    House,
    audit::{self, Chain},
};
use db::{FromRow, Moment, Result, Tx, args};

/// A reading of the whole chain.
#[derive(Debug, Clone, FromRow)]
pub struct Check {
    /// The day that was over, in ISO.
    pub day: String,
    /// When.
    pub at: Moment,
    /// The number of the last row sealed.
    pub last: i64,
    /// The number that does not follow, when there is one.
    pub broken: Option<i64>,
}

/// Reads the chain again and notes what was found.
///
/// # Errors
/// A fault of the database.
pub async fn check(house: &House, day: &str) -> Result<()> {
    let mut tx = house.db.read().await?;
    let (last, broken) = match audit::verify(&mut tx, &audit::key(house)).await? {
        Chain::Whole { last, .. } => (last, None),
        Chain::Broken(number) => (number - 1, Some(number)),
    };
    drop(tx);
    if broken.is_some() {
        tracing::error!("the journal of sensitive actions is not whole");
    }
    let mut tx = house.db.write().await?;
    let now = tx.now();
    tx.change(
        "insert into audit_check (day, at, last, broken) values ($1, $2, $3, $4) \
         on conflict (day) do update set at = excluded.at, last = excluded.last, broken = excluded.broken",
        args![day, now, last, broken],
    )
    .await?;
    tx.commit().await
}

/// The last reading.
///
/// # Errors
/// A fault of the database.
pub async fn latest(tx: &mut Tx) -> Result<Option<Check>> {
    tx.first("select day, at, last, broken from audit_check order by day desc limit 1", &[]).await
}

/// How often each action was noted since an instant, the most frequent first.
///
/// # Errors
/// A fault of the database.
pub async fn tally(tx: &mut Tx, since: Moment) -> Result<Vec<(String, i64)>> {
    tx.all(
        "select action, count(*) as n from audit where at > $1 group by action order by count(*) desc, action",
        args![since],
    )
    .await
}
