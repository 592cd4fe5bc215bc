//! People arrived in the directory, by a delivery or an extraction: whoever looks for entries of one person is told.

use crate::job;
use db::{Result, Tx};

/// The name of the job that follows an arrival; the service that settles doubles runs it.
pub const ARRIVED: &str = "directory.arrived";

/// The name of the job that follows when people of a school may sit elsewhere; the service of groups made by a rule runs it.
pub const SEATED: &str = "directory.seated";

/// Says that people of an académie may have arrived, in the transaction that brought them.
///
/// # Errors
/// A fault of the database.
pub async fn tell(tx: &mut Tx, academy: &str) -> Result<()> {
    let now = tx.now();
    job::enqueue(tx, ARRIVED, academy, now).await?;
    tell_seated(tx, academy).await
}

/// Says that people of an académie may sit in other classes, in the transaction that seated them.
///
/// # Errors
/// A fault of the database.
pub async fn tell_seated(tx: &mut Tx, academy: &str) -> Result<()> {
    let now = tx.now();
    job::enqueue(tx, SEATED, academy, now).await
}
