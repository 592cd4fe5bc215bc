//! A transaction: the only place statements run.

use crate::{Ambient, Arg, Error, Moment, Result, Uuid, arg::bind};
use sqlx::pool::PoolConnection;
use sqlx_postgres::{PgQueryResult, PgRow, Postgres};
use sqlx_sqlite::{Sqlite, SqliteQueryResult, SqliteRow};
use std::time::{Duration, Instant};
use tokio::sync::broadcast;

/// A transaction, rolled back on drop unless committed. Carries the clock and the chance to every rule.
#[derive(Debug)]
pub struct Tx {
    pub(crate) link: Link,
    ambient: Ambient,
    now: Moment,
    notices: broadcast::Sender<String>,
    unsaid: Vec<String>,
}

#[derive(Debug)]
pub(crate) enum Link {
    Sqlite(sqlx::Transaction<'static, Sqlite>),
    Postgres(sqlx::Transaction<'static, Postgres>),
    /// Reads need no `begin`: two round trips less on every page.
    PostgresRead(PoolConnection<Postgres>),
}

/// What a row must be: readable from both databases. `#[derive(FromRow)]` is enough.
pub trait Record: for<'r> sqlx::FromRow<'r, SqliteRow> + for<'r> sqlx::FromRow<'r, PgRow> + Send + Unpin {}
impl<T: for<'r> sqlx::FromRow<'r, SqliteRow> + for<'r> sqlx::FromRow<'r, PgRow> + Send + Unpin> Record for T {}

macro_rules! on_link {
    ($link:expr, $query:ident :: <$kind:ident $(, $row:ty)?>($sql:expr), $args:expr, $fetch:ident) => {
        match $link {
            Link::Sqlite(tx) => bind!(sqlx::$query::<Sqlite $(, $row)?>($sql), $args).$fetch(&mut **tx).await.map($kind::from),
            Link::Postgres(tx) => bind!(sqlx::$query::<Postgres $(, $row)?>($sql), $args).$fetch(&mut **tx).await.map($kind::from),
            Link::PostgresRead(conn) => bind!(sqlx::$query::<Postgres $(, $row)?>($sql), $args).$fetch(&mut **conn).await.map($kind::from),
        }
    };
}

/// What `execute` answers on either engine, reduced to the number of rows.
struct Affected(u64);
impl From<SqliteQueryResult> for Affected {
    fn from(result: SqliteQueryResult) -> Self {
        Self(result.rows_affected())
    }
}
impl From<PgQueryResult> for Affected {
    fn from(result: PgQueryResult) -> Self {
        Self(result.rows_affected())
    }
}

/// Statements this slow are worth a line in the debugging log. Their values are not: they are people's.
const SLOW: Duration = Duration::from_millis(300);

pub(crate) fn note_slow(sql: &str, begun: Instant) {
    let took = begun.elapsed();
    if took > SLOW {
        tracing::debug!(took_ms = took.as_millis(), sql = sql.get(..120).unwrap_or(sql), "slow statement");
    }
}

impl Tx {
    pub(crate) fn new(link: Link, ambient: Ambient, notices: broadcast::Sender<String>) -> Self {
        let now = ambient.clock.now();
        Self { link, ambient, now, notices, unsaid: Vec::new() }
    }

    /// All rows.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn all<T: Record>(&mut self, sql: &'static str, args: &[Arg]) -> Result<Vec<T>> {
        let begun = Instant::now();
        let rows = on_link!(&mut self.link, query_as::<Vec, T>(sql), args, fetch_all)?;
        note_slow(sql, begun);
        Ok(rows)
    }

    /// The first row, if any.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn first<T: Record>(&mut self, sql: &'static str, args: &[Arg]) -> Result<Option<T>> {
        Ok(on_link!(&mut self.link, query_as::<Option, T>(sql), args, fetch_optional)?)
    }

    /// The row that must be there.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is not; a fault of the database.
    pub async fn one<T: Record>(&mut self, sql: &'static str, args: &[Arg]) -> Result<T> {
        self.first(sql, args).await?.ok_or(Error::NotFound)
    }

    /// The number a statement such as `select count(*) as n` answers; 0 when there is no row.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn count(&mut self, sql: &'static str, args: &[Arg]) -> Result<i64> {
        Ok(self.first::<(i64,)>(sql, args).await?.map_or(0, |row| row.0))
    }

    /// Runs a statement and tells how many rows it changed.
    ///
    /// # Errors
    /// [`Error::Conflict`] when a unique rule refuses; a fault of the database.
    pub async fn run(&mut self, sql: &'static str, args: &[Arg]) -> Result<u64> {
        let begun = Instant::now();
        let affected: Affected = on_link!(&mut self.link, query::<Affected>(sql), args, execute)?;
        note_slow(sql, begun);
        Ok(affected.0)
    }

    /// The time this transaction began: one time for all it writes.
    pub fn now(&self) -> Moment {
        self.now
    }

    /// The chance of the house.
    pub fn ambient(&self) -> &Ambient {
        &self.ambient
    }

    /// A new identifier.
    pub fn id<T: From<Uuid>>(&self) -> T {
        self.ambient.uuid().into()
    }

    /// Says a word to every node after the commit (at most 7,000 bytes, no personal data).
    pub fn notify(&mut self, word: impl Into<String>) {
        self.unsaid.push(word.into());
    }

    /// Makes everything written lasting, then says what was to be said.
    ///
    /// # Errors
    /// A fault of the database; nothing is written then.
    pub async fn commit(mut self) -> Result<()> {
        let unsaid = std::mem::take(&mut self.unsaid);
        match self.link {
            Link::Sqlite(tx) => {
                tx.commit().await?;
                // Nobody listening is no failure.
                unsaid.into_iter().for_each(|word| drop(self.notices.send(word)));
            }
            Link::Postgres(mut tx) => {
                for word in unsaid {
                    sqlx::query("select pg_notify('preau', $1)").bind(word).execute(&mut *tx).await?;
                }
                tx.commit().await?;
            }
            Link::PostgresRead(_) => {}
        }
        Ok(())
    }
}
