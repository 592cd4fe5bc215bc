//! What waits for its hour follows the hours of its school when they change: in the transaction that changes them, and once
//! more a little later. On PostgreSQL somebody may publish at this very moment, whose thing is not seen yet; publishing itself
//! locks nothing.

use crate::{
    House, delivery,
    job::{self, JobKind},
    share,
    thing::ThingId,
};
use db::{Error, Moment, Result, Soon, Tx};
use school::SchoolId;

/// Moves what waits in a school to the hours in force there. Doing it twice changes nothing the second time.
pub type Follow = for<'a> fn(&'a mut Tx, SchoolId) -> Soon<'a, ()>;

/// After so many seconds whatever had read the hours of before has been written.
const LATE: i64 = 120;

/// Asks for the second look, by a job of the service that does it with [`once_more`].
///
/// # Errors
/// A fault of the database.
pub async fn later(tx: &mut Tx, job: &JobKind, school: SchoolId) -> Result<()> {
    let late = tx.now().plus_seconds(LATE);
    job::enqueue(tx, job.name, &school.to_string(), late).await
}

/// The second look, for what was published meanwhile under the hours of before.
///
/// # Errors
/// A fault of the database, or of a payload that is no school.
pub async fn once_more(house: House, payload: String, follow: Follow) -> Result<()> {
    let school: SchoolId = payload.parse().map_err(Error::fault)?;
    let mut tx = house.db.write().await?;
    follow(&mut tx, school).await?;
    tx.commit().await
}

/// Moves a thing to another instant for those who do not see it yet, and wakes their pages then.
///
/// # Errors
/// A fault of the database.
pub async fn move_to(tx: &mut Tx, thing: ThingId, at: Moment) -> Result<()> {
    share::move_waiting(tx, thing, at).await?;
    wake_from(tx, thing, at).await
}

/// Wakes the pages of the readers of a thing that moved.
///
/// # Errors
/// A fault of the database.
pub async fn wake_from(tx: &mut Tx, thing: ThingId, at: Moment) -> Result<()> {
    match at > tx.now() {
        // The job of the hour before wakes nobody: it only says « look » to those who see the thing.
        true => delivery::wake_at(tx, thing, at).await,
        false => delivery::wake(tx, thing).await,
    }
}
