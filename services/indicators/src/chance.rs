//! The chance counts are rounded by. It lasts a school year: a count that comes back week after week is rounded the same way
//! each time, so that a year of weeks says no more of it than one. Like the keys of pseudonyms, half of it follows from the
//! secret of the house, half is drawn and erased when the year is over: nobody can round again then.

use crate::week::Week;
use commons::{House, usage::Chance};
use db::{Result, Tx, args};
use school::SchoolYear;

fn year(week: Week) -> i64 {
    SchoolYear::of(week.monday()).0
}

/// The chance of the year a week lies in; a new one, kept nowhere, for a week of a year that is over.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn of(house: &House, week: Week) -> Result<Chance> {
    let year = year(week);
    let drawn = house.db.dice().bytes::<16>().to_vec();
    let mut tx = house.db.write().await?;
    tx.change(
        "insert into usage_chance (year, salt) values ($1, $2) on conflict (year) do nothing",
        args![year, drawn.clone()],
    )
    .await?;
    let salt: Option<Vec<u8>> = tx.one_value("select salt from usage_chance where year = $1", args![year]).await?;
    tx.commit().await?;
    let mut key = house.derive("indicators.chance", &year.to_string());
    key.iter_mut().zip(salt.unwrap_or(drawn)).for_each(|(byte, salt)| *byte ^= salt);
    Ok(Chance::new(&key))
}

/// Erases the chance of the years before that of a week.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn forget(tx: &mut Tx, week: Week) -> Result<()> {
    tx.change("update usage_chance set salt = null where year < $1 and salt is not null", args![year(week)]).await
}
