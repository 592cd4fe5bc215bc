//! What is given up, refused or left goes away with its bytes.

use super::{DepositId, EXPIRE, pieces};
use crate::{House, job};
use db::{Error, Moment, Result, Tx, args};

/// Takes away a deposit that was left, or looks again later when a draft holds it.
pub(super) async fn expire(house: House, payload: String) -> Result<()> {
    let id: DepositId = payload.parse().map_err(Error::fault)?;
    let mut tx = house.db.write().await?;
    let now = tx.now();
    let kept: Option<(Moment,)> = tx
        .first("select kept_until from deposit where id = $1 and used_at is null and kept_until > $2", args![id, now])
        .await?;
    if let Some((until,)) = kept {
        job::enqueue(&mut tx, EXPIRE.name, &payload, until).await?;
        return tx.commit().await;
    }
    drop(tx);
    remove(&house, id).await
}

/// Removes a deposit with all its bytes, but those somebody else needs.
pub(super) async fn remove(house: &House, id: DepositId) -> Result<()> {
    let mut tx = house.db.write().await?;
    let pieces = pieces(&mut tx, id).await?;
    let hashes: Vec<(String,)> = tx
        .all(
            "select hash from deposit where id = $1 and hash is not null \
             union select hash from deposit_variant where deposit_id = $1",
            args![id],
        )
        .await?;
    tx.run("delete from deposit_chunk where deposit_id = $1", args![id]).await?;
    tx.run("delete from deposit_variant where deposit_id = $1", args![id]).await?;
    tx.run("delete from deposit where id = $1", args![id]).await?;
    // Before the commit: what could not be removed is found again by the job.
    for piece in &pieces {
        house.files.remove_piece(piece).await?;
    }
    let hashes: Vec<String> = hashes.into_iter().map(|row| row.0).collect();
    forget(&mut tx, house, &hashes).await?;
    tx.commit().await
}

/// Removes from the store what nobody needs.
pub(super) async fn forget(tx: &mut Tx, house: &House, hashes: &[String]) -> Result<()> {
    for hash in hashes {
        if !is_needed(tx, hash).await? {
            house.files.remove(hash).await?;
        }
    }
    Ok(())
}

async fn is_needed(tx: &mut Tx, hash: &str) -> Result<bool> {
    let needed: Option<(i64,)> = tx
        .first(
            "select cast(1 as bigint) as n where exists (select 1 from file where hash = $1) \
             or exists (select 1 from file_variant where hash = $1) \
             or exists (select 1 from deposit where hash = $1) \
             or exists (select 1 from deposit_variant where hash = $1)",
            args![hash],
        )
        .await?;
    Ok(needed.is_some())
}
