//! The proof of what was erased: a row for each night of each rule.

use super::Rule;
use db::{FromRow, Moment, Result, Tx, Uuid, args};

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

/// Notes what a night of a rule did; noted again, what it erased adds up.
pub(super) async fn note(
    tx: &mut Tx,
    rule: &Rule,
    day: &str,
    (days, older_than): (i64, Moment),
    (erased, left): (i64, Option<i64>),
) -> Result<()> {
    let (id, now): (Uuid, _) = (tx.id(), tx.now());
    tx.change(
        "insert into retention_run (id, topic, day, days, older_than, erased, left_over, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (topic, day) do update \
         set days = excluded.days, older_than = excluded.older_than, erased = retention_run.erased + excluded.erased, \
             left_over = excluded.left_over, at = excluded.at",
        args![id, rule.topic, day, days, older_than, erased, left, now],
    )
    .await
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
