//! The transfers of a school, and those that are contested over an académie.

use super::{Transfer, select_transfers};
use crate::{double::listing::reach, onde::run};
use db::{Moment, Result, Tx, args};
use school::{SchoolId, Viewer};

/// How long the académie sees what is closed, in days.
const CLOSED_DAYS: i64 = 30;

/// The pupils of a school whom others entered, those to be answered first.
///
/// # Errors
/// [`db::Error::NotFound`] for those who do not run the people of the school; a fault of the database.
pub async fn left(tx: &mut Tx, viewer: &Viewer, school: SchoolId) -> Result<Vec<Transfer>> {
    run::require(viewer, school)?;
    let found = select_transfers!(
        "t.school_id = $1 order by case when t.state = 'asked' then 0 when t.closed_at is null then 1 else 2 end, \
         t.at desc, t.id limit 200"
    );
    tx.all(found, args![school]).await
}

/// The pupils of others whom a school entered, what is contested first.
///
/// # Errors
/// [`db::Error::NotFound`] for those who do not run the people of the school; a fault of the database.
pub async fn joined(tx: &mut Tx, viewer: &Viewer, school: SchoolId) -> Result<Vec<Transfer>> {
    run::require(viewer, school)?;
    let found = select_transfers!(
        "t.to_school = $1 order by case when t.state = 'contested' then 0 when t.closed_at is null then 1 else 2 end, \
         t.at desc, t.id limit 200"
    );
    tx.all(found, args![school]).await
}

/// What is contested over the territories of a viewer, and what of it was closed of late.
///
/// # Errors
/// [`db::Error::NotFound`] when the viewer settles nothing over a territory; a fault of the database.
pub async fn over(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Transfer>> {
    let (all, scopes) = reach(viewer)?;
    let since: Moment = tx.now().plus_days(-CLOSED_DAYS);
    let found = select_transfers!(
        "t.contested_at is not null and ($1 = true or t.academy in (select value from json_each($2))) \
         and (t.closed_at is null or t.closed_at > $3) \
         order by case when t.closed_at is null then 0 else 1 end, t.contested_at desc, t.id limit 200"
    );
    tx.all(found, args![all, scopes, since]).await
}

/// How many are contested over the territories of a viewer, and open; since when the oldest waits.
///
/// # Errors
/// As [`over`].
pub async fn count_contested(tx: &mut Tx, viewer: &Viewer) -> Result<(i64, Option<Moment>)> {
    let (all, scopes) = reach(viewer)?;
    tx.one(
        "select count(*) as n, min(contested_at) as since from supply_transfer where school_id is not null \
         and contested_at is not null and closed_at is null \
         and ($1 = true or academy in (select value from json_each($2)))",
        args![all, scopes],
    )
    .await
}
