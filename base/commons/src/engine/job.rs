//! Jobs: enqueued inside the transaction that needs them, claimed by one statement under a lease that is renewed while they run,
//! retried with growing delays, and shown when they are dead.

mod lease;

pub use lease::Lease;

use crate::House;
use db::{Db, Error, FromRow, Moment, Result, Soon, Tx, Uuid, args};
use std::time::Duration;

/// A job nobody finished after this many attempts is dead: somebody must look at it.
const MOST_ATTEMPTS: i64 = 8;

/// What a job does with its payload. It must be idempotent: it may run twice.
pub type Run = fn(House, String) -> Soon<'static, ()>;

/// A kind of job, declared by the crate that runs it.
#[derive(Clone, Copy, Debug)]
pub struct JobKind {
    /// The word stored.
    pub name: &'static str,
    /// What it does.
    pub run: Run,
}

/// Enqueues a job to run at an instant.
///
/// # Errors
/// A fault of the database.
pub async fn enqueue(tx: &mut Tx, kind: &'static str, payload: &str, run_at: Moment) -> Result<()> {
    let id: Uuid = tx.id();
    tx.change(
        "insert into job (id, kind, payload, run_at, attempts) values ($1, $2, $3, $4, 0)",
        args![id, kind, payload, run_at],
    )
    .await?;
    tx.notify("job");
    Ok(())
}

#[derive(FromRow)]
struct Claimed {
    id: Uuid,
    kind: String,
    payload: String,
    attempts: i64,
}

// The condition stands twice: on PostgreSQL a second worker that waited for the row checks the outer one again.
const CLAIM: &str = "\
update job set claimed_until = $2, attempts = attempts + 1 \
where id = (select id from job where run_at <= $1 and failed_at is null \
            and (claimed_until is null or claimed_until < $1) order by run_at limit 1) \
    and (claimed_until is null or claimed_until < $1) \
returning id, kind, payload, attempts";

/// Runs one job that is due. False when there is none.
///
/// # Errors
/// A fault of the database; a fault of the job itself is kept with the job.
pub async fn run_one(house: &House, kinds: &[JobKind]) -> Result<bool> {
    run_one_under(house, kinds, lease::LEASE).await
}

/// Runs one job that is due under a lease, which is renewed while the job runs, no longer than the lease says. False when there is
/// none. Public so that a test may shorten the beat.
///
/// # Errors
/// A fault of the database; a fault of the job itself is kept with the job.
pub async fn run_one_under(house: &House, kinds: &[JobKind], lease: Lease) -> Result<bool> {
    let mut tx = house.db.write().await?;
    let now = tx.now();
    let claimed: Option<Claimed> = tx.first(CLAIM, args![now, now.plus_seconds(lease.seconds)]).await?;
    tx.commit().await?;
    let Some(job) = claimed else { return Ok(false) };
    let outcome = match kinds.iter().find(|kind| kind.name == job.kind) {
        // It took the process down with it each time: nobody tries once more.
        Some(_) if job.attempts > MOST_ATTEMPTS => Some(Err(Error::fault("tried too often without an end"))),
        Some(kind) => run_apart(house, kind, &job, lease).await,
        None => Some(Err(Error::fault(format!("no job is called {}", job.kind)))),
    };
    match outcome {
        Some(outcome) => settle(&house.db, &job, outcome).await?,
        None => tracing::warn!(job = job.kind, attempts = job.attempts, "a job went on at another worker"),
    }
    Ok(true)
}

/// Runs a job as a task of its own: a panic ends the job, not the worker. Answers nothing when another worker claimed the job
/// meanwhile: it is stopped here, and its end is the other's to write. One that lasts too long is stopped too, and has failed.
async fn run_apart(house: &House, kind: &JobKind, job: &Claimed, lease: Lease) -> Option<Result<()>> {
    let mut work = tokio::spawn((kind.run)(house.clone(), job.payload.clone()));
    tokio::select! {
        biased;
        ended = &mut work => Some(ended.unwrap_or_else(|panic| Err(Error::fault(panic)))),
        failure = lease.over(&house.db, job) => {
            work.abort();
            failure.map(Err)
        }
    }
}

/// Writes the end of a job, as long as it is this worker's: whoever claimed it since writes its own.
async fn settle(db: &Db, job: &Claimed, outcome: Result<()>) -> Result<()> {
    let mut tx = db.write().await?;
    match outcome {
        Ok(()) => {
            tx.change("delete from job where id = $1 and attempts = $2", args![job.id, job.attempts]).await?;
        }
        Err(error) => {
            // The cause may name somebody (an address refused): it is kept with the job, for whoever may look.
            tracing::warn!(job = job.kind, attempts = job.attempts, "a job failed");
            let now = tx.now();
            let dead = (job.attempts >= MOST_ATTEMPTS).then_some(now);
            // 10 s, 40 s, 90 s … a little over half an hour in all.
            let again = now.plus_seconds(10 * job.attempts * job.attempts);
            tx.change(
                "update job set claimed_until = null, run_at = $2, failed_at = $3, failure = $4, \
                 payload = case when $3 is null then payload else '' end where id = $1 and attempts = $5",
                args![job.id, again, dead, error.to_string(), job.attempts],
            )
            .await?;
        }
    }
    tx.commit().await
}

/// Runs jobs until the process ends: at once when one is announced, and every few seconds for those whose hour has come.
pub async fn work(house: House, kinds: Vec<JobKind>) {
    let mut notices = house.db.notices();
    loop {
        match run_one(&house, &kinds).await {
            Ok(true) => continue,
            Ok(false) => {}
            Err(error) => tracing::error!(%error, "the queue of jobs does not answer"),
        }
        // A notice, or the time for jobs put off; either way the queue is asked again.
        let _ = tokio::time::timeout(Duration::from_secs(2), next_job(&mut notices)).await;
    }
}

async fn next_job(notices: &mut tokio::sync::broadcast::Receiver<String>) {
    loop {
        match notices.recv().await {
            Ok(word) if word != "job" => {}
            _ => return,
        }
    }
}

/// Dead jobs, for the page that shows them: kind, failure, when.
///
/// # Errors
/// A fault of the database.
pub async fn dead(tx: &mut Tx) -> Result<Vec<(String, String, i64)>> {
    tx.all(
        "select kind, coalesce(failure, '') as failure, failed_at from job where failed_at is not null order by failed_at desc limit 100",
        &[],
    )
    .await
}
