//! How long somebody who writes has to wait while an import goes on.

use db::{Ambient, Db, Result, Uuid, args};
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};
use tokio::task::JoinHandle;

/// How often somebody writes.
const EVERY: Duration = Duration::from_millis(20);

/// Somebody who writes now and then.
#[derive(Debug)]
pub(crate) struct Writer {
    enough: Arc<AtomicBool>,
    task: JoinHandle<Result<Duration>>,
}

impl Writer {
    /// Starts writing into a database.
    ///
    /// # Errors
    /// A fault of the database.
    pub(crate) async fn start(url: &str) -> Result<Self> {
        let db = Db::open(url, Ambient::system()).await?;
        let enough = Arc::new(AtomicBool::new(false));
        let task = tokio::spawn(write(db, Arc::clone(&enough)));
        Ok(Self { enough, task })
    }

    /// Stops; the longest wait, in seconds.
    ///
    /// # Errors
    /// A fault of the database.
    pub(crate) async fn stop(self) -> Result<f64> {
        self.enough.store(true, Ordering::Relaxed);
        Ok(self.task.await.map_err(db::Error::fault)??.as_secs_f64())
    }
}

async fn write(db: Db, enough: Arc<AtomicBool>) -> Result<Duration> {
    let mut longest = Duration::ZERO;
    while !enough.load(Ordering::Relaxed) {
        let begun = Instant::now();
        let mut tx = db.write().await?;
        let (somebody, now): (Uuid, _) = (tx.id(), tx.now());
        tx.change("insert into feed_seen (account_id, at) values ($1, $2)", args![somebody, now]).await?;
        tx.commit().await?;
        longest = longest.max(begun.elapsed());
        tokio::time::sleep(EVERY).await;
    }
    db.close().await;
    Ok(longest)
}
