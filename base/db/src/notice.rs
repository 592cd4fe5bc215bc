//! Words passed between the nodes of the house after a commit: in process on SQLite, LISTEN/NOTIFY on PostgreSQL.

use sqlx_postgres::{PgListener, PgPool};
use std::time::Duration;
use tokio::sync::broadcast;

const CHANNEL: &str = "preau";

/// Listens to the other nodes and repeats what they say to this one, until the process ends.
pub(crate) fn listen(pool: PgPool, heard: broadcast::Sender<String>) {
    tokio::spawn(async move {
        while let Err(error) = repeat(&pool, &heard).await {
            if pool.is_closed() {
                return;
            }
            tracing::warn!(%error, "notices interrupted, listening again in 5 s");
            tokio::time::sleep(Duration::from_secs(5)).await;
        }
    });
}

async fn repeat(pool: &PgPool, heard: &broadcast::Sender<String>) -> Result<(), sqlx::Error> {
    let mut listener = PgListener::connect_with(pool).await?;
    listener.listen(CHANNEL).await?;
    loop {
        let notice = listener.recv().await?;
        // Nobody listening on this node is no failure.
        let _ = heard.send(notice.payload().to_owned());
    }
}
