//! What is done once a night, on whichever node comes first: sums of the day, reminders, what has had its time.

use crate::{House, job};
use db::{Moment, Result, Tx, args};
use jiff::ToSpan;

/// Nightly jobs are asked for from this hour on, in France: nobody is at work, and yesterday is over.
pub const FROM_HOUR: i8 = 2;

/// Whether the nightly jobs of a day are asked for at an instant of it.
pub fn has_begun(now: Moment) -> bool {
    db::PARIS.to_datetime(now.timestamp()).hour() >= FROM_HOUR
}

/// Asks once for each nightly job of the day that has begun; its payload is the day before, in ISO: the one that is over.
///
/// # Errors
/// A fault of the database.
pub async fn ask(house: &House, jobs: &[job::JobKind]) -> Result<()> {
    let now = house.db.now();
    if !has_begun(now) || jobs.is_empty() {
        return Ok(());
    }
    let mut tx = house.db.write().await?;
    let over = now.day().saturating_sub(1.day()).to_string();
    for job in jobs {
        if is_first(&mut tx, job.name, &over).await? {
            let at = tx.now();
            job::enqueue(&mut tx, job.name, &over, at).await?;
        }
    }
    tx.commit().await
}

async fn is_first(tx: &mut Tx, job: &str, day: &str) -> Result<bool> {
    let rows = tx
        .changed_rows(
            "insert into nightly (job, day) values ($1, $2) on conflict (job) do update set day = excluded.day \
             where nightly.day < excluded.day",
            args![job, day],
        )
        .await?;
    Ok(rows > 0)
}
