//! The night: what was solved a week ago without another word is closed.

use commons::{House, job::JobKind};
use db::{Result, Tx, args};

/// The nightly job.
pub const CLOSE: JobKind = JobKind { name: "assistance.close", run: |house, _| Box::pin(close(house)) };

/// How many days a solved request waits for its author to say otherwise.
pub const DAYS: i64 = 7;

async fn close(house: House) -> Result<()> {
    let mut tx = house.db.write().await?;
    close_old(&mut tx).await?;
    tx.commit().await
}

async fn close_old(tx: &mut Tx) -> Result<()> {
    let now = tx.now();
    tx.change(
        "update help_request set state = 'closed', closed_at = $1 where state = 'solved' and solved_at <= $2",
        args![now, now.plus_days(-DAYS)],
    )
    .await
}
