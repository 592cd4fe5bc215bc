//! A transaction: the only place statements run.

use crate::{Ambient, Arg, Error, Moment, Result, Uuid, arg::bind};
use futures_util::TryStreamExt;
use sqlx::pool::PoolConnection;
use sqlx_postgres::{PgQueryResult, PgRow, Postgres};
use sqlx_sqlite::{Sqlite, SqliteQueryResult, SqliteRow};
use std::{
    pin::Pin,
    time::{Duration, Instant},
};
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

/// A row of either engine.
enum Row {
    Sqlite(SqliteRow),
    Postgres(PgRow),
}

impl Row {
    fn read<T: Record>(&self) -> Result<T> {
        match self {
            Self::Sqlite(row) => Ok(T::from_row(row)?),
            Self::Postgres(row) => Ok(T::from_row(row)?),
        }
    }
}

impl From<SqliteRow> for Row {
    fn from(row: SqliteRow) -> Self {
        Self::Sqlite(row)
    }
}

impl From<PgRow> for Row {
    fn from(row: PgRow) -> Self {
        Self::Postgres(row)
    }
}

/// What is answered in time. What runs inside is compiled where it is written, once: a future known by its type would be
/// compiled again, with the drivers, in every crate that waits for it.
pub type Soon<'a, T> = Pin<Box<dyn Future<Output = Result<T>> + Send + 'a>>;

/// Takes the rows of a statement one after the other.
type Taker<'a> = &'a mut (dyn FnMut(Row) -> Result<()> + Send);

macro_rules! on_link {
    ($link:expr, $sql:expr, $args:expr, $fetch:ident) => {
        match $link {
            Link::Sqlite(tx) => bind!(sqlx::query::<Sqlite>($sql), $args).$fetch(&mut **tx).await?.into(),
            Link::Postgres(tx) => bind!(sqlx::query::<Postgres>($sql), $args).$fetch(&mut **tx).await?.into(),
            Link::PostgresRead(conn) => bind!(sqlx::query::<Postgres>($sql), $args).$fetch(&mut **conn).await?.into(),
        }
    };
}

macro_rules! take_rows {
    ($query:expr, $conn:expr, $take:expr) => {{
        let mut rows = $query.fetch($conn);
        while let Some(row) = rows.try_next().await? {
            $take(row.into())?;
        }
    }};
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
        let mut all = Vec::new();
        let mut take = |row: Row| {
            all.push(row.read()?);
            Ok(())
        };
        self.each(sql, args, &mut take).await?;
        Ok(all)
    }

    /// The first row, if any.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn first<T: Record>(&mut self, sql: &'static str, args: &[Arg]) -> Result<Option<T>> {
        self.optional(sql, args).await?.map(|row| row.read()).transpose()
    }

    fn each<'a>(&'a mut self, sql: &'static str, args: &'a [Arg], take: Taker<'a>) -> Soon<'a, ()> {
        Box::pin(async move {
            let begun = Instant::now();
            match &mut self.link {
                Link::Sqlite(tx) => take_rows!(bind!(sqlx::query::<Sqlite>(sql), args), &mut **tx, take),
                Link::Postgres(tx) => take_rows!(bind!(sqlx::query::<Postgres>(sql), args), &mut **tx, take),
                Link::PostgresRead(conn) => take_rows!(bind!(sqlx::query::<Postgres>(sql), args), &mut **conn, take),
            }
            note_slow(sql, begun);
            Ok(())
        })
    }

    fn optional<'a>(&'a mut self, sql: &'static str, args: &'a [Arg]) -> Soon<'a, Option<Row>> {
        Box::pin(async move {
            let begun = Instant::now();
            let row: Option<Row> = match &mut self.link {
                Link::Sqlite(tx) => {
                    bind!(sqlx::query::<Sqlite>(sql), args).fetch_optional(&mut **tx).await?.map(Row::from)
                }
                Link::Postgres(tx) => {
                    bind!(sqlx::query::<Postgres>(sql), args).fetch_optional(&mut **tx).await?.map(Row::from)
                }
                Link::PostgresRead(conn) => {
                    bind!(sqlx::query::<Postgres>(sql), args).fetch_optional(&mut **conn).await?.map(Row::from)
                }
            };
            note_slow(sql, begun);
            Ok(row)
        })
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
    pub fn count<'a>(&'a mut self, sql: &'static str, args: &'a [Arg]) -> Soon<'a, i64> {
        Box::pin(async move { Ok(self.value::<i64>(sql, args).await?.unwrap_or(0)) })
    }

    /// The one column of all rows.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn column<T>(&mut self, sql: &'static str, args: &[Arg]) -> Result<Vec<T>>
    where
        (T,): Record,
    {
        Ok(self.all::<(T,)>(sql, args).await?.into_iter().map(|(value,)| value).collect())
    }

    /// The one column of the first row, if any.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn value<T>(&mut self, sql: &'static str, args: &[Arg]) -> Result<Option<T>>
    where
        (T,): Record,
    {
        Ok(self.first::<(T,)>(sql, args).await?.map(|(value,)| value))
    }

    /// The one column of the row that must be there.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is not; a fault of the database.
    pub async fn one_value<T>(&mut self, sql: &'static str, args: &[Arg]) -> Result<T>
    where
        (T,): Record,
    {
        Ok(self.one::<(T,)>(sql, args).await?.0)
    }

    /// Writes, whatever number of rows that concerns.
    ///
    /// # Errors
    /// [`Error::Conflict`] when a unique rule refuses; a fault of the database.
    pub fn change<'a>(&'a mut self, sql: &'static str, args: &'a [Arg]) -> Soon<'a, ()> {
        Box::pin(async move { self.changed_rows(sql, args).await.map(drop) })
    }

    /// Writes and tells how many rows it changed, to whoever must know: who was first, whether there was something.
    ///
    /// # Errors
    /// [`Error::Conflict`] when a unique rule refuses; a fault of the database.
    pub fn changed_rows<'a>(&'a mut self, sql: &'static str, args: &'a [Arg]) -> Soon<'a, u64> {
        Box::pin(async move {
            let begun = Instant::now();
            let affected: Affected = on_link!(&mut self.link, sql, args, execute);
            note_slow(sql, begun);
            Ok(affected.0)
        })
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
    pub fn commit(self) -> Soon<'static, ()> {
        Box::pin(self.end())
    }

    async fn end(mut self) -> Result<()> {
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
