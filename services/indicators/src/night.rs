//! What the night does: the visits of the day are counted, and on Sunday the week.

use crate::{closing, hit, sender::Sender, slice, visit};
use commons::{House, job::JobKind};
use db::{Error, Result};
use jiff::civil::Date;

/// The job of each night. Its payload is the day that is over.
pub const COUNT: JobKind =
    JobKind { name: "indicators.count", run: |house, day| Box::pin(async move { count(&house, &day).await }) };

/// Counts what is over at the end of a day.
///
/// # Errors
/// A fault of the database; what was counted stays so, and the next time goes on from there.
pub async fn count(house: &House, day: &str) -> Result<()> {
    let day: Date = day.parse().map_err(Error::fault)?;
    hit::flush(house).await?;
    visit::lay_slots(&house.db, day).await?;
    let mut tx = house.db.read().await?;
    let sender = Sender::active(&mut tx).await?;
    drop(tx);
    for number in 0..slice::SLICES {
        visit::count(house, sender.as_ref(), day, number).await?;
    }
    closing::close_until(house, day).await?;
    Sender::forget(house, day).await
}
