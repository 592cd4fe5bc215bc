//! What holds the bytes of the store: attachments of things, deposits, papers, and the rows of services that say so here.
//! Bytes nothing holds are removed by whoever let go of them last.

use crate::House;
use db::{Result, Tx, Uuid, args};

/// Says that a row of a service shows a file of the store. Twice is the same as once.
///
/// # Errors
/// A fault of the database.
pub async fn hold(tx: &mut Tx, hash: &str, holder: Uuid) -> Result<()> {
    let insert = "insert into file_hold (hash, holder) values ($1, $2) on conflict (hash, holder) do nothing";
    tx.change(insert, args![hash, holder]).await
}

/// Says that the row is gone; the bytes it alone held go too.
///
/// # Errors
/// A fault of the store or of the database.
pub async fn release(tx: &mut Tx, house: &House, holder: Uuid) -> Result<()> {
    let hashes: Vec<String> = tx.column("select hash from file_hold where holder = $1", args![holder]).await?;
    tx.change("delete from file_hold where holder = $1", args![holder]).await?;
    forget(tx, house, &hashes).await
}

/// Removes from the store those of some files that nothing holds.
///
/// # Errors
/// A fault of the store or of the database.
pub async fn forget(tx: &mut Tx, house: &House, hashes: &[String]) -> Result<()> {
    for hash in hashes {
        if !is_held(tx, hash).await? {
            house.files.remove(hash).await?;
        }
    }
    Ok(())
}

async fn is_held(tx: &mut Tx, hash: &str) -> Result<bool> {
    let held: Option<i64> = tx
        .value(
            "select cast(1 as bigint) as n where exists (select 1 from file where hash = $1) \
             or exists (select 1 from file_variant where hash = $1) \
             or exists (select 1 from deposit where hash = $1) \
             or exists (select 1 from deposit_variant where hash = $1) \
             or exists (select 1 from paper where hash = $1) \
             or exists (select 1 from file_hold where hash = $1)",
            args![hash],
        )
        .await?;
    Ok(held.is_some())
}
