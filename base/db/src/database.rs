//! Opening a database and starting transactions on it.

use crate::{
    Ambient, Clock, Dice, Error, Moment, Result, Tx, notice,
    tx::{Link, Soon},
};
use sqlx::ConnectOptions;
use sqlx_postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx_sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous};
use std::{str::FromStr, time::Duration};
use tokio::sync::broadcast;

/// A database: SQLite (a file) or PostgreSQL. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Db {
    pub(crate) pools: Pools,
    ambient: Ambient,
    notices: broadcast::Sender<String>,
}

/// The pools of each engine. SQLite has one writer, so that nobody ever meets « database is locked ». On PostgreSQL readers
/// keep one plan for a statement, whoever asks: planning a page anew took longer than reading it.
#[derive(Clone, Debug)]
pub(crate) enum Pools {
    Sqlite { writer: SqlitePool, readers: SqlitePool },
    Postgres { writers: PgPool, readers: PgPool },
}

/// Which engine runs: for bench reports and `preau config`, never for choosing a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// The embedded database.
    Sqlite,
    /// The server.
    Postgres,
}

impl Db {
    /// Opens `sqlite:PATH` (created when absent) or `postgres://…`.
    ///
    /// # Errors
    /// A fault when the address is not understood or the database does not answer.
    pub async fn open(url: &str, ambient: Ambient) -> Result<Self> {
        let (notices, _) = broadcast::channel(1024);
        let pools = if url.starts_with("postgres") {
            let writers = open_postgres(url, "auto").await?;
            check_order(&writers).await?;
            notice::listen(writers.clone(), notices.clone());
            Pools::Postgres { writers, readers: open_postgres(url, "force_generic_plan").await? }
        } else {
            open_sqlite(url).await?
        };
        Ok(Self { pools, ambient, notices })
    }

    /// A transaction for reading: a snapshot on SQLite, one held connection on PostgreSQL.
    ///
    /// # Errors
    /// A fault when no connection is free within the time-out.
    pub fn read(&self) -> Soon<'_, Tx> {
        Box::pin(async move {
            let link = match &self.pools {
                Pools::Sqlite { readers, .. } => Link::Sqlite(readers.begin().await?),
                Pools::Postgres { readers, .. } => Link::PostgresRead(readers.acquire().await?),
            };
            Ok(Tx::new(link, self.ambient.clone(), self.notices.clone()))
        })
    }

    /// A transaction for writing, rolled back unless committed. On SQLite it waits for its turn.
    ///
    /// # Errors
    /// A fault when no connection is free within the time-out.
    pub fn write(&self) -> Soon<'_, Tx> {
        Box::pin(async move {
            let link = match &self.pools {
                Pools::Sqlite { writer, .. } => Link::Sqlite(writer.begin_with("begin immediate").await?),
                Pools::Postgres { writers, .. } => Link::Postgres(writers.begin().await?),
            };
            Ok(Tx::new(link, self.ambient.clone(), self.notices.clone()))
        })
    }

    /// The same database at another time and with other chance: what is prepared in advance happened then.
    #[must_use]
    pub fn with(&self, ambient: Ambient) -> Self {
        Self { ambient, ..self.clone() }
    }

    /// Which engine runs.
    pub fn engine(&self) -> Engine {
        match self.pools {
            Pools::Sqlite { .. } => Engine::Sqlite,
            Pools::Postgres { .. } => Engine::Postgres,
        }
    }

    /// The time now.
    pub fn now(&self) -> Moment {
        self.ambient.clock.now()
    }

    /// The clock of the house.
    pub fn clock(&self) -> &Clock {
        &self.ambient.clock
    }

    /// The chance of the house.
    pub fn dice(&self) -> &Dice {
        &self.ambient.dice
    }

    /// Words said by [`Tx::notify`] on any node after its commit.
    pub fn notices(&self) -> broadcast::Receiver<String> {
        self.notices.subscribe()
    }

    pub(crate) fn ambient(&self) -> &Ambient {
        &self.ambient
    }

    pub(crate) fn sender(&self) -> broadcast::Sender<String> {
        self.notices.clone()
    }

    /// Closes every connection; SQLite folds its log into the file.
    pub async fn close(&self) {
        match &self.pools {
            Pools::Sqlite { writer, readers } => {
                readers.close().await;
                writer.close().await;
            }
            Pools::Postgres { writers, readers } => {
                readers.close().await;
                writers.close().await;
            }
        }
    }
}

/// A pool whose connections plan their statements so: `auto`, or `force_generic_plan`.
async fn open_postgres(url: &str, plans: &'static str) -> Result<PgPool> {
    let options = PgConnectOptions::from_str(url)?
        // A page that needs more than this is a fault; imports and benches lift the limit for themselves.
        .options([("statement_timeout", "15s"), ("idle_in_transaction_session_timeout", "60s")])
        .options([("plan_cache_mode", plans)])
        // The house has more statements than the hundred a connection keeps by itself.
        .statement_cache_capacity(500)
        .disable_statement_logging();
    let pool = PgPoolOptions::new()
        .max_connections(12)
        .min_connections(1)
        .acquire_timeout(Duration::from_secs(10))
        .test_before_acquire(false)
        .connect_with(options)
        .await?;
    Ok(pool)
}

/// Texts must sort by their bytes, as SQLite sorts them: keys are folded for that, and logins are looked up by range.
async fn check_order(pool: &PgPool) -> Result<()> {
    let question = "select 'a  b' < 'aa' and 'Z' < 'a' and 'x2' < 'x:' as by_bytes";
    let (by_bytes,): (bool,) = sqlx::query_as(question).fetch_one(pool).await?;
    if by_bytes {
        return Ok(());
    }
    Err(Error::fault(
        "the database sorts by a language: make it with « create database … template template0 locale 'C.UTF-8' »",
    ))
}

async fn open_sqlite(url: &str) -> Result<Pools> {
    let options = SqliteConnectOptions::from_str(url)
        .map_err(Error::fault)?
        .create_if_missing(true)
        // Twice the usual: half the frames to write and check in a bulk load, and pages of a table are read in rows.
        .page_size(8192)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Normal)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(30))
        .statement_cache_capacity(300)
        .disable_statement_logging()
        .pragma("cache_size", "-32000")
        .pragma("mmap_size", "268435456")
        .pragma("temp_store", "memory");
    let pool = |connections| {
        SqlitePoolOptions::new()
            .max_connections(connections)
            .min_connections(1)
            .acquire_timeout(Duration::from_secs(30))
            .test_before_acquire(false)
    };
    let writer = pool(1).connect_with(options.clone()).await?;
    let readers = pool(4).connect_with(options.read_only(true).create_if_missing(false)).await?;
    Ok(Pools::Sqlite { writer, readers })
}
