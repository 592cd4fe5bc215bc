//! People arrived in the directory, by a delivery or an extraction: whoever looks for entries of one person is told.

use crate::job;
use db::{Result, Tx};

/// The name of the job that follows an arrival; the service that settles doubles runs it.
pub const ARRIVED: &str = "directory.arrived";

/// Says that people of an académie may have arrived, in the transaction that brought them.
///
/// # Errors
/// A fault of the database.
pub async fn tell(tx: &mut Tx, academy: &str) -> Result<()> {
    let now = tx.now();
    job::enqueue(tx, ARRIVED, academy, now).await
}
