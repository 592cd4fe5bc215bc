//! A night of a rule: what is past its time is erased, counted, and noted.

use super::{BATCH, Rule, Work, schedule};
use crate::House;
use db::{Error, FromRow, Moment, Result, Tx, Uuid, args};

/// More batches than this wait for the next night: ten million rows.
const MOST_BATCHES: usize = 2_000;

/// The proof of a night.
#[derive(Debug, Clone, FromRow)]
pub struct Run {
    /// Which rule.
    pub topic: String,
    /// The day that was over, in ISO.
    pub day: String,
    /// How many days it kept then.
    pub days: i64,
    /// What was older was erased.
    pub older_than: Moment,
    /// How many rows were.
    pub erased: i64,
    /// How many were not, although they were past their time; none while the night is not done.
    pub left_over: Option<i64>,
    /// When it ended.
    pub at: Moment,
}

/// Erases what a rule keeps no longer, in the name of the day that is over. Twice is the same as once.
///
/// # Errors
/// A fault of the database or of the store; what was erased before it stays erased, and noted.
pub async fn run(house: &House, rule: &Rule, day: &str) -> Result<()> {
    let mut tx = house.db.read().await?;
    let (_, days) = schedule(&mut tx, &[*rule]).await?.pop().ok_or(Error::NotFound)?;
    let older_than = tx.now().plus_days(-days);
    drop(tx);
    for _ in 0..MOST_BATCHES {
        let mut tx = house.db.write().await?;
        let erased = erase(house, &mut tx, rule, older_than).await?;
        note(&mut tx, rule, day, (days, older_than), (erased, None)).await?;
        tx.commit().await?;
        if erased == 0 {
            break;
        }
    }
    let mut tx = house.db.read().await?;
    let left = count(&mut tx, rule, older_than).await?;
    drop(tx);
    let mut tx = house.db.write().await?;
    note(&mut tx, rule, day, (days, older_than), (0, Some(left))).await?;
    tx.commit().await
}

async fn count(tx: &mut Tx, rule: &Rule, older_than: Moment) -> Result<i64> {
    match rule.work {
        Work::Rows { count, .. } | Work::CountOnly(count) => tx.count(count, args![older_than]).await,
        Work::Own { count, .. } => count(tx, older_than).await,
    }
}

async fn erase(house: &House, tx: &mut Tx, rule: &Rule, older_than: Moment) -> Result<i64> {
    match rule.work {
        Work::Rows { erase, .. } => {
            let erased = tx.run(erase, args![older_than, BATCH]).await?;
            i64::try_from(erased).map_err(Error::fault)
        }
        Work::CountOnly(_) => Ok(0),
        Work::Own { erase, .. } => erase(house, tx, older_than).await,
    }
}

async fn note(
    tx: &mut Tx,
    rule: &Rule,
    day: &str,
    (days, older_than): (i64, Moment),
    (erased, left): (i64, Option<i64>),
) -> Result<()> {
    let (id, now): (Uuid, _) = (tx.id(), tx.now());
    tx.run(
        "insert into retention_run (id, topic, day, days, older_than, erased, left_over, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (topic, day) do update \
         set days = excluded.days, older_than = excluded.older_than, erased = retention_run.erased + excluded.erased, \
             left_over = excluded.left_over, at = excluded.at",
        args![id, rule.topic, day, days, older_than, erased, left, now],
    )
    .await
    .map(drop)
}

/// The last night of each rule.
///
/// # Errors
/// A fault of the database.
pub async fn last_runs(tx: &mut Tx) -> Result<Vec<Run>> {
    tx.all(
        "select topic, day, days, older_than, erased, left_over, at from retention_run r \
         where day = (select max(day) from retention_run l where l.topic = r.topic) order by topic",
        &[],
    )
    .await
}

/// How many rows each rule erased since an instant.
///
/// # Errors
/// A fault of the database.
pub async fn erased_since(tx: &mut Tx, since: Moment) -> Result<Vec<(String, i64)>> {
    tx.all(
        "select topic, cast(sum(erased) as bigint) as erased from retention_run where at > $1 group by topic order by topic",
        args![since],
    )
    .await
}

/// The nights that erased something, or left something over, since an instant; the latest first.
///
/// # Errors
/// A fault of the database.
pub async fn history(tx: &mut Tx, since: Moment) -> Result<Vec<Run>> {
    tx.all(
        "select topic, day, days, older_than, erased, left_over, at from retention_run \
         where at > $1 and erased + coalesce(left_over, 0) > 0 order by day desc, topic limit 500",
        args![since],
    )
    .await
}
