//! A night of a rule: what is past its time is erased and counted.

use super::{BATCH, Rule, Work, proof::note, schedule};
use crate::House;
use db::{Error, Moment, Result, Tx, args};

/// More batches than this wait for the next night: ten million rows.
const MOST_BATCHES: usize = 2_000;

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
        Work::Rows { count, .. } => tx.count(count, args![older_than]).await,
        Work::Own { count, .. } => count(tx, older_than).await,
    }
}

async fn erase(house: &House, tx: &mut Tx, rule: &Rule, older_than: Moment) -> Result<i64> {
    match rule.work {
        Work::Rows { erase, .. } => {
            let erased = tx.changed_rows(erase, args![older_than, BATCH]).await?;
            i64::try_from(erased).map_err(Error::fault)
        }
        Work::Own { erase, .. } => erase(house, tx, older_than).await,
    }
}
