//! The lease of a job: how long it is one worker's. A worker renews it while the job runs, so that a job may last; one that died
//! renews nothing, and another worker claims the job. Each claim is one more attempt: that number tells who holds the job.

use super::Claimed;
use db::{Db, Result, args};
use std::time::Duration;

/// How long a job is a worker's, and how often the worker says that it still is.
#[derive(Clone, Copy, Debug)]
pub struct Lease {
    /// A worker that says nothing for so many seconds has died; another may claim its job.
    pub seconds: i64,
    /// How often it is renewed, by the time of the machine: several times before it ends.
    pub beat: Duration,
}

/// The lease of the house.
pub(super) const LEASE: Lease = Lease { seconds: 120, beat: Duration::from_secs(30) };

// A job that was settled, or claimed again, is this worker's no more.
const RENEW: &str = "update job set claimed_until = $3 where id = $1 and attempts = $2 and claimed_until is not null";

impl Lease {
    /// Renews it as long as the job is this worker's; ends once it is another's.
    pub(super) async fn lost(self, db: &Db, job: &Claimed) {
        loop {
            tokio::time::sleep(self.beat).await;
            match self.renew(db, job).await {
                Ok(true) => {}
                Ok(false) => return,
                // A database that is busy for a moment takes nothing from anybody: the next beat asks again.
                Err(error) => tracing::warn!(%error, job = job.kind, "the lease of a job was not renewed"),
            }
        }
    }

    async fn renew(self, db: &Db, job: &Claimed) -> Result<bool> {
        let mut tx = db.write().await?;
        let until = tx.now().plus_seconds(self.seconds);
        let renewed = tx.run(RENEW, args![job.id, job.attempts, until]).await?;
        tx.commit().await?;
        Ok(renewed > 0)
    }
}
