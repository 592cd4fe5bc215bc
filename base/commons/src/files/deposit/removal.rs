//! What is given up, refused or left goes away with its bytes.

use super::{DepositId, EXPIRE, pieces};
use crate::{House, hold, job};
use db::{Error, Moment, Result, Tx, args};
use school::AccountId;

/// Takes away a deposit that was left, or looks again later when a draft holds it.
pub(super) async fn expire(house: House, payload: String) -> Result<()> {
    let id: DepositId = payload.parse().map_err(Error::fault)?;
    let mut tx = house.db.write().await?;
    let now = tx.now();
    let kept: Option<Moment> = tx
        .value("select kept_until from deposit where id = $1 and used_at is null and kept_until > $2", args![id, now])
        .await?;
    if let Some(until) = kept {
        job::enqueue(&mut tx, EXPIRE.name, &payload, until).await?;
        return tx.commit().await;
    }
    drop(tx);
    remove(&house, id).await
}

/// Removes a deposit with all its bytes, but those somebody else needs.
pub(super) async fn remove(house: &House, id: DepositId) -> Result<()> {
    let mut tx = house.db.write().await?;
    take_away(&mut tx, house, id).await?;
    tx.commit().await
}

async fn take_away(tx: &mut Tx, house: &House, id: DepositId) -> Result<()> {
    let pieces = pieces(tx, id).await?;
    let hashes: Vec<String> = tx
        .column(
            "select hash from deposit where id = $1 and hash is not null \
             union select hash from deposit_variant where deposit_id = $1",
            args![id],
        )
        .await?;
    tx.change("delete from deposit_chunk where deposit_id = $1", args![id]).await?;
    tx.change("delete from deposit_variant where deposit_id = $1", args![id]).await?;
    tx.change("delete from deposit where id = $1", args![id]).await?;
    // Before the commit: what could not be removed is found again by the job.
    for piece in &pieces {
        house.files.remove_piece(piece).await?;
    }
    hold::forget(tx, house, &hashes).await
}

/// How many are removed in one transaction: each has bytes in the store.
const REMOVED_AT_ONCE: i64 = 200;

/// How many deposits older than an instant are still there, but those a draft holds.
///
/// # Errors
/// A fault of the database.
pub async fn left(tx: &mut Tx, older_than: Moment) -> Result<i64> {
    let now = tx.now();
    tx.count(
        "select count(*) as n from deposit where created_at < $1 and (kept_until is null or kept_until < $2)",
        args![older_than, now],
    )
    .await
}

/// Removes some of them with their bytes; tells how many.
///
/// # Errors
/// A fault of the store or of the database.
pub async fn erase_left(house: &House, tx: &mut Tx, older_than: Moment) -> Result<i64> {
    let now = tx.now();
    let found: Vec<DepositId> = tx
        .column(
            "select id from deposit where created_at < $1 and (kept_until is null or kept_until < $2) \
             order by created_at, id limit $3",
            args![older_than, now, REMOVED_AT_ONCE],
        )
        .await?;
    for id in &found {
        take_away(tx, house, *id).await?;
    }
    i64::try_from(found.len()).map_err(Error::fault)
}

/// Removes what somebody sent that no text carries, with its bytes; tells how many rows. For an account that is erased.
///
/// # Errors
/// A fault of the store or of the database.
pub async fn erase_of(house: &House, tx: &mut Tx, account: AccountId) -> Result<u64> {
    let found: Vec<DepositId> = tx.column("select id from deposit where account_id = $1", args![account]).await?;
    for id in &found {
        take_away(tx, house, *id).await?;
    }
    Ok(found.len() as u64)
}
