//! A job that lasts longer than its lease: it stays with the node that runs it, and has one end. One that hangs has an end too.

use commons::job::{self, JobKind, Lease};
use db::{Error, Moment, Result};
use preau::services::SERVICES;
use std::time::Duration;
use testkit::{App, on_both};
use tokio::sync::Semaphore;

/// Where a job waits until the test lets it go on.
struct Gate {
    begun: Semaphore,
    free: Semaphore,
}

impl Gate {
    const fn new() -> Self {
        Self { begun: Semaphore::const_new(0), free: Semaphore::const_new(0) }
    }

    async fn pass(&self) -> Result<()> {
        self.begun.add_permits(1);
        self.free.acquire().await.map_err(Error::fault)?.forget();
        Ok(())
    }

    async fn begun(&self) {
        self.begun.acquire().await.unwrap().forget();
    }
}

static KEPT: Gate = Gate::new();
static SILENT: Gate = Gate::new();
static TAKEN: Gate = Gate::new();

const NAME: &str = "test.long";
const KEEPS: &[JobKind] = &[JobKind { name: NAME, run: |_, _| Box::pin(KEPT.pass()) }];
const FALLS_SILENT: &[JobKind] = &[JobKind { name: NAME, run: |_, _| Box::pin(SILENT.pass()) }];
const IS_TAKEN: &[JobKind] = &[JobKind { name: NAME, run: |_, _| Box::pin(TAKEN.pass()) }];
const FAILS: &[JobKind] = &[JobKind { name: NAME, run: |_, _| Box::pin(async { Err(Error::fault("no way")) }) }];
const HANGS: &[JobKind] = &[JobKind { name: NAME, run: |_, _| Box::pin(std::future::pending()) }];
const ENDS: &[JobKind] = &[JobKind { name: NAME, run: |_, _| Box::pin(async { Ok(()) }) }];

/// The lease of the house, said again often enough for a test.
const OFTEN: Lease = Lease { seconds: 120, beat: Duration::from_millis(20), longest: HOUR };
/// One that nobody renews in the time of a test.
const NEVER: Lease = Lease { seconds: 120, beat: HOUR, longest: HOUR };
/// One under which no job lasts longer than a few renewals.
const SHORT: Lease = Lease { seconds: 120, beat: Duration::from_millis(20), longest: Duration::from_millis(100) };
/// Longer than any test.
const HOUR: Duration = Duration::from_secs(3600);

async fn asked(app: &App) {
    let mut tx = app.write().await;
    let now = tx.now();
    job::enqueue(&mut tx, NAME, "", now).await.unwrap();
    tx.commit().await.unwrap();
}

async fn left(app: &App) -> i64 {
    app.read().await.count("select count(*) as n from job where kind = 'test.long'", &[]).await.unwrap()
}

/// Waits until the lease runs from now.
async fn is_renewed(app: &App) {
    let until = app.now().plus_seconds(OFTEN.seconds);
    let renewed = async {
        loop {
            let claimed = "select claimed_until from job where kind = 'test.long'";
            let claimed: Option<Moment> = app.read().await.value(claimed, &[]).await.unwrap();
            if claimed == Some(until) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(20), renewed).await.unwrap();
}

#[tokio::test]
async fn a_job_longer_than_its_lease_stays_with_the_node_that_runs_it() {
    on_both(SERVICES, async |app| {
        asked(app).await;
        let one = job::run_one_under(&app.house, KEEPS, OFTEN);
        let other = async {
            KEPT.begun().await;
            for _ in 0..3 {
                app.wait(100);
                is_renewed(app).await;
            }
            assert!(!job::run_one(&app.house, KEEPS).await.unwrap(), "nothing is left to the other");
            KEPT.free.add_permits(1);
        };
        let (ran, ()) = tokio::join!(one, other);
        assert!(ran.unwrap());
        assert_eq!(left(app).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_node_that_fell_silent_writes_no_end_of_a_job_another_took_over() {
    on_both(SERVICES, async |app| {
        asked(app).await;
        let one = job::run_one_under(&app.house, FALLS_SILENT, NEVER);
        let other = async {
            SILENT.begun().await;
            assert!(!job::run_one(&app.house, FAILS).await.unwrap(), "the lease holds");
            app.wait(NEVER.seconds + 1);
            assert!(job::run_one(&app.house, FAILS).await.unwrap());
            SILENT.free.add_permits(1);
        };
        let (ran, ()) = tokio::join!(one, other);
        assert!(ran.unwrap());
        assert_eq!(left(app).await, 1, "the other failed: it is tried again");
        app.wait(60);
        assert!(job::run_one(&app.house, ENDS).await.unwrap());
        assert_eq!(left(app).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_job_another_took_over_is_stopped() {
    on_both(SERVICES, async |app| {
        asked(app).await;
        let one = job::run_one_under(&app.house, IS_TAKEN, OFTEN);
        let other = async {
            TAKEN.begun().await;
            // As the claim of another node writes it, once it believed this one dead.
            let mut tx = app.write().await;
            tx.change("update job set attempts = attempts + 1 where kind = 'test.long'", &[]).await.unwrap();
            tx.commit().await.unwrap();
        };
        let both = async { tokio::join!(one, other) };
        let (ran, ()) = tokio::time::timeout(Duration::from_secs(20), both).await.unwrap();
        assert!(ran.unwrap());
        assert_eq!(left(app).await, 1, "it is the other's");
    })
    .await;
}

/// Runs the job that hangs until it is ended.
async fn is_ended(app: &App) {
    let ran = tokio::time::timeout(Duration::from_secs(20), job::run_one_under(&app.house, HANGS, SHORT)).await;
    assert!(ran.unwrap().unwrap());
}

async fn dead(app: &App) -> Vec<(String, String, i64)> {
    job::dead(&mut app.read().await).await.unwrap()
}

#[tokio::test]
async fn a_job_that_hangs_is_ended_and_tried_again_and_dead_in_the_end() {
    on_both(SERVICES, async |app| {
        asked(app).await;
        for attempt in 1..=8 {
            assert!(dead(app).await.is_empty(), "attempt {attempt}");
            is_ended(app).await;
            assert!(!job::run_one(&app.house, ENDS).await.unwrap(), "attempt {attempt}: it is put off, or dead");
            app.wait(600);
        }
        let all = dead(app).await;
        let [(kind, failure, _)] = all.as_slice() else { panic!("{all:?}") };
        assert_eq!(kind, NAME);
        assert!(failure.contains("lasted longer than a job may"), "{failure}");
        // Somebody looked at it: no story may leave a dead job behind.
        let mut tx = app.write().await;
        tx.change("delete from job where kind = 'test.long'", &[]).await.unwrap();
        tx.commit().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_job_that_hung_once_ends_as_usual_the_next_time() {
    on_both(SERVICES, async |app| {
        asked(app).await;
        is_ended(app).await;
        app.wait(600);
        assert!(job::run_one(&app.house, ENDS).await.unwrap());
        assert_eq!((left(app).await, dead(app).await.len()), (0, 0));
    })
    .await;
}
