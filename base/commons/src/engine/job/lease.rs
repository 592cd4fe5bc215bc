//! The lease of a job: how long it is one worker's. A worker renews it while the job runs, so that a job may last; one that died
//! renews nothing, and another worker claims the job. Each claim is one more attempt: that number tells who holds the job. A job
//! that hangs is not renewed for ever: past the longest a job may last it has failed, as if it had said so.

use super::Claimed;
use db::{Db, Error, Result, args};
use std::time::Duration;
use tokio::time::{sleep, timeout};

/// How long a job is a worker's, and how often the worker says that it still is. Public so that a test may shorten the beat.
#[derive(Clone, Copy, Debug)]
pub struct Lease {
    /// A worker that says nothing for so many seconds has died; another may claim its job.
    pub seconds: i64,
    /// How often it is renewed, by the time of the machine: several times before it ends.
    pub beat: Duration,
    /// The longest one attempt at a job may last, by the time of the machine. Whatever goes on after that hangs.
    pub longest: Duration,
}

/// Far longer than the longest jobs known, a delivery of the directory and the year of a région: none of these is cut short.
const LONGEST: Duration = Duration::from_secs(6 * 3600);

/// The lease of the house.
pub(super) const LEASE: Lease = Lease { seconds: 120, beat: Duration::from_secs(30), longest: LONGEST };

// A job that was settled, or claimed again, is this worker's no more.
const RENEW: &str = "update job set claimed_until = $3 where id = $1 and attempts = $2 and claimed_until is not null";

impl Lease {
    /// Renews it as long as the job is this worker's and may last. Ends once it is another's, with nothing, or once it lasted too
    /// long, with that failure.
    pub(super) async fn over(self, db: &Db, job: &Claimed) -> Option<Error> {
        // Around the renewals too: one that waits for a database the job itself holds would wait as long as it does.
        if timeout(self.longest, self.until_lost(db, job)).await.is_ok() {
            return None;
        }
        tracing::warn!(job = job.kind, attempts = job.attempts, "a job lasted too long and is stopped");
        Some(Error::fault("lasted longer than a job may"))
    }

    /// Renews it until the job is another's.
    async fn until_lost(self, db: &Db, job: &Claimed) {
        loop {
            sleep(self.beat).await;
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
        let renewed = tx.changed_rows(RENEW, args![job.id, job.attempts, until]).await?;
        tx.commit().await?;
        Ok(renewed > 0)
    }
}
