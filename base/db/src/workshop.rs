//! A workshop: one connection of its own, with tables on the side (schema `stage`), for work too long to keep others
//! waiting. What is staged costs the school nothing; only the final, short transaction takes its turn.

use crate::{Ambient, Db, Error, Result, Tx, database::Pools, tx::Link};
use sqlx_postgres::{PgPool, PgPoolOptions};
use sqlx_sqlite::{SqliteConnectOptions, SqlitePool, SqlitePoolOptions};
use std::{
    path::PathBuf,
    time::{Duration, Instant},
};
use tokio::sync::broadcast;

/// How long a second workshop waits for the first before it gives up.
const NO_WAIT: Duration = Duration::from_millis(200);
/// The number of the lock on PostgreSQL: one workshop at a time.
const TAKE_LOCK: &str = "select pg_try_advisory_lock(7264) as taken";
/// Names of children do not stay there until the next time. The lock is given back by word: a closed connection gives it
/// back only when the server has noticed.
const CLEAR_POSTGRES: &str = "drop schema if exists stage cascade; select pg_advisory_unlock(7264);";
/// A program killed at work leaves a server that must notice it before the lock is free: it looks each second.
const NOTICED: Duration = Duration::from_secs(2);
const PREPARE_POSTGRES: &str = "\
create schema if not exists stage; \
set client_connection_check_interval = '1s'; \
set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; set lock_timeout = 0; \
set work_mem = '192MB'; set maintenance_work_mem = '256MB'; set temp_buffers = '64MB'; set jit = off;";

/// One connection with a schema `stage` that nobody else uses.
#[derive(Debug)]
pub struct Workshop {
    bench: Bench,
    ambient: Ambient,
    notices: broadcast::Sender<String>,
}

#[derive(Debug)]
enum Bench {
    Sqlite { pool: SqlitePool, file: PathBuf },
    Postgres(PgPool),
}

impl Db {
    /// Opens the workshop of this database.
    ///
    /// # Errors
    /// [`Error::Conflict`] when somebody else is at work; a fault of the database.
    pub async fn workshop(&self) -> Result<Workshop> {
        let bench = match &self.pools {
            Pools::Sqlite { writer, .. } => open_sqlite(&writer.connect_options()).await?,
            Pools::Postgres { writers, .. } => open_postgres(writers).await?,
        };
        Ok(Workshop { bench, ambient: self.ambient().clone(), notices: self.sender() })
    }
}

impl Workshop {
    /// A transaction that only writes into `stage`: it keeps nobody waiting.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn aside(&self) -> Result<Tx> {
        self.begin("begin").await
    }

    /// The transaction that changes the tables of the house. On SQLite it is the one writer while it lasts.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn merge(&self) -> Result<Tx> {
        self.begin("begin immediate").await
    }

    async fn begin(&self, sqlite_begin: &'static str) -> Result<Tx> {
        let link = match &self.bench {
            Bench::Sqlite { pool, .. } => Link::Sqlite(pool.begin_with(sqlite_begin).await?),
            Bench::Postgres(pool) => Link::Postgres(pool.begin().await?),
        };
        Ok(Tx::new(link, self.ambient.clone(), self.notices.clone()))
    }

    /// Clears the bench and gives the lock back.
    pub async fn close(self) {
        match self.bench {
            Bench::Sqlite { pool, file } => {
                pool.close().await;
                // A file left behind by a crash is emptied by the next workshop.
                let _ = std::fs::remove_file(file);
            }
            Bench::Postgres(pool) => {
                let _ = sqlx::raw_sql(CLEAR_POSTGRES).execute(&pool).await;
                pool.close().await;
            }
        }
    }
}

async fn open_sqlite(main: &SqliteConnectOptions) -> Result<Bench> {
    let file = PathBuf::from(format!("{}.stage", main.get_filename().display()));
    let options = main
        .clone()
        .busy_timeout(NO_WAIT)
        .pragma("cache_size", "-120000")
        .pragma("mmap_size", "0")
        .pragma("analysis_limit", "1000")
        .pragma("threads", "2");
    let pool = one_connection_sqlite(options).await?;
    let attach =
        sqlx::AssertSqlSafe(format!("attach database '{}' as stage", file.display().to_string().replace('\'', "''")));
    claimed(sqlx::raw_sql(attach).execute(&pool).await)?;
    // Exclusive locking makes the file itself the lock; a crash gives it back.
    let prepare = "pragma stage.locking_mode = exclusive; pragma stage.journal_mode = memory; \
         pragma stage.synchronous = off; pragma stage.cache_size = -64000;";
    sqlx::raw_sql(prepare).execute(&pool).await?;
    let claim = "create table if not exists stage.claim (at integer); delete from stage.claim; insert into stage.claim values (1);";
    claimed(sqlx::raw_sql(claim).execute(&pool).await)?;
    // From here on it is the school that may keep us waiting.
    sqlx::raw_sql("pragma busy_timeout = 60000").execute(&pool).await?;
    Ok(Bench::Sqlite { pool, file })
}

/// Whoever finds the bench locked is told that somebody is at work.
fn claimed<T>(outcome: std::result::Result<T, sqlx::Error>) -> Result<()> {
    match outcome {
        Ok(_) => Ok(()),
        Err(sqlx::Error::Database(cause)) if cause.message().contains("locked") => Err(Error::Conflict),
        Err(error) => Err(error.into()),
    }
}

async fn one_connection_sqlite(options: SqliteConnectOptions) -> Result<SqlitePool> {
    let pool = SqlitePoolOptions::new().max_connections(1).min_connections(1).idle_timeout(None).max_lifetime(None);
    Ok(pool.test_before_acquire(false).connect_with(options).await?)
}

async fn open_postgres(shared: &PgPool) -> Result<Bench> {
    let options = PgPoolOptions::new().max_connections(1).min_connections(1).idle_timeout(None).max_lifetime(None);
    let pool = options.test_before_acquire(false).connect_with(shared.connect_options().as_ref().clone()).await?;
    take_lock(&pool).await?;
    sqlx::raw_sql(PREPARE_POSTGRES).execute(&pool).await?;
    Ok(Bench::Postgres(pool))
}

/// Takes the lock, with the patience a program killed at work asks for.
async fn take_lock(pool: &PgPool) -> Result<()> {
    let begun = Instant::now();
    loop {
        let (taken,): (bool,) = sqlx::query_as(TAKE_LOCK).fetch_one(pool).await?;
        match taken {
            true => return Ok(()),
            false if begun.elapsed() > NOTICED => return Err(Error::Conflict),
            false => tokio::time::sleep(NO_WAIT).await,
        }
    }
}
