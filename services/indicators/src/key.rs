//! The key of a week's pseudonyms: half of it follows from the secret of the house, half is drawn by chance, kept while the
//! week lasts and erased when it is counted. Neither half is enough: a stolen database names nobody, and once the week is
//! counted the house itself cannot say again who was who.

use crate::week::Week;
use commons::House;
use db::{Result, Tx, args};

/// The key of a week; none once it is counted.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn of(tx: &mut Tx, house: &House, week: Week) -> Result<Option<[u8; 16]>> {
    let name = week.to_string();
    let drawn = house.db.dice().bytes::<16>();
    tx.change(
        "insert into usage_key (week, salt, missed) values ($1, $2, 0) on conflict (week) do nothing",
        args![&name, drawn.to_vec()],
    )
    .await?;
    let salt: Option<Vec<u8>> = tx.one_value("select salt from usage_key where week = $1", args![&name]).await?;
    let Some(salt) = salt else { return Ok(None) };
    let mut key = house.derive("indicators", &name);
    key.iter_mut().zip(salt).for_each(|(byte, salt)| *byte ^= salt);
    Ok(Some(key))
}

/// Counts pages there was no room for.
pub(crate) async fn missed(tx: &mut Tx, week: Week, pages: u64) -> Result<()> {
    if pages == 0 {
        return Ok(());
    }
    let pages = i64::try_from(pages).unwrap_or(i64::MAX);
    let change = "update usage_key set missed = missed + $2 where week = $1";
    tx.change(change, args![week.to_string(), pages]).await
}
