//! Loading many rows at once: COPY in binary on PostgreSQL, long prepared inserts on SQLite; and the cleaning that follows.

use crate::{Arg, Db, Result, Tx, arg::bind_owned, database::Pools, tx::Link};
use sqlx::AssertSqlSafe;
use sqlx_postgres::PgConnection;
use sqlx_sqlite::{Sqlite, SqliteConnection};
use uuid::Uuid;

/// SQLite refuses statements with more bound values than this.
const MOST_VALUES: usize = 32_000;
const COPY_HEADER: &[u8] = b"PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0";

/// Rows waiting to be loaded, already in the form their engine takes. Values come in the order of the columns.
#[derive(Debug)]
pub struct Rows {
    table: &'static str,
    columns: &'static [&'static str],
    values: Values,
    rows: usize,
}

#[derive(Debug)]
enum Values {
    Sqlite(Vec<Arg>),
    Postgres(Vec<u8>),
}

impl Rows {
    /// How many rows wait.
    pub fn len(&self) -> usize {
        self.rows
    }

    /// True when none waits.
    pub fn is_empty(&self) -> bool {
        self.rows == 0
    }

    /// An empty load for the same columns of the same table.
    #[must_use]
    pub fn fresh(&self) -> Self {
        let values = match &self.values {
            Values::Sqlite(_) => Values::Sqlite(Vec::new()),
            Values::Postgres(_) => Values::Postgres(COPY_HEADER.to_vec()),
        };
        Self { table: self.table, columns: self.columns, values, rows: 0 }
    }

    /// Begins a row: as many values as there are columns must follow.
    pub fn begin(&mut self) {
        self.rows += 1;
        if let Values::Postgres(bytes) = &mut self.values {
            bytes.extend(u16::try_from(self.columns.len()).unwrap_or(u16::MAX).to_be_bytes());
        }
    }

    /// A text, or null.
    pub fn text(&mut self, text: Option<&str>) {
        match &mut self.values {
            Values::Sqlite(values) => values.push(text.into()),
            Values::Postgres(bytes) => field(bytes, text.map(str::as_bytes)),
        }
    }

    /// A whole number, or null.
    pub fn int(&mut self, number: Option<i64>) {
        match &mut self.values {
            Values::Sqlite(values) => values.push(number.into()),
            Values::Postgres(bytes) => field(bytes, number.map(i64::to_be_bytes).as_ref().map(|it| &it[..])),
        }
    }

    /// A truth, or null.
    pub fn bool(&mut self, truth: Option<bool>) {
        match &mut self.values {
            Values::Sqlite(values) => values.push(truth.into()),
            Values::Postgres(bytes) => field(bytes, truth.map(|it| [u8::from(it)]).as_ref().map(|it| &it[..])),
        }
    }

    /// An identifier, or null.
    pub fn uuid(&mut self, id: Option<Uuid>) {
        match &mut self.values {
            Values::Sqlite(values) => values.push(id.into()),
            Values::Postgres(bytes) => field(bytes, id.as_ref().map(|it| &it.as_bytes()[..])),
        }
    }
}

fn field(bytes: &mut Vec<u8>, value: Option<&[u8]>) {
    match value {
        None => bytes.extend((-1_i32).to_be_bytes()),
        Some(value) => {
            bytes.extend(i32::try_from(value.len()).unwrap_or(i32::MAX).to_be_bytes());
            bytes.extend(value);
        }
    }
}

impl Tx {
    /// An empty load for a table.
    pub fn rows(&self, table: &'static str, columns: &'static [&'static str]) -> Rows {
        let values = match self.link {
            Link::Sqlite(_) => Values::Sqlite(Vec::new()),
            Link::Postgres(_) | Link::PostgresRead(_) => Values::Postgres(COPY_HEADER.to_vec()),
        };
        Rows { table, columns, values, rows: 0 }
    }

    /// Writes the waiting rows and leaves the load empty for the next ones.
    ///
    /// # Errors
    /// [`crate::Error::Conflict`] when a unique rule refuses; a fault of the database.
    pub async fn load(&mut self, load: &mut Rows) -> Result<()> {
        if load.rows == 0 {
            return Ok(());
        }
        load.rows = 0;
        match (&mut self.link, &mut load.values) {
            (Link::Sqlite(tx), Values::Sqlite(values)) => {
                insert(tx, load.table, load.columns, std::mem::take(values)).await
            }
            (Link::Postgres(tx), Values::Postgres(bytes)) => {
                let full = std::mem::replace(bytes, COPY_HEADER.to_vec());
                copy(tx, load.table, load.columns, full).await
            }
            _ => Err(crate::Error::fault("rows loaded into another transaction than theirs")),
        }
    }
}

impl Db {
    /// Does at once what PostgreSQL does by itself in the minutes that follow a bulk load, so that indexes answer alone again:
    /// what is measured next is not its cleaning. SQLite has nothing to do.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn settle(&self, tables: &[&str]) -> Result<()> {
        let Pools::Postgres { writers, .. } = &self.pools else { return Ok(()) };
        for table in tables {
            sqlx::raw_sql(AssertSqlSafe(format!("vacuum analyze {table}"))).execute(writers).await?;
        }
        Ok(())
    }
}

async fn copy(conn: &mut PgConnection, table: &str, columns: &[&str], mut bytes: Vec<u8>) -> Result<()> {
    bytes.extend((-1_i16).to_be_bytes());
    let statement = format!("copy {table} ({}) from stdin with (format binary)", columns.join(", "));
    let mut sink = conn.copy_in_raw(&statement).await?;
    sink.send(bytes).await?;
    sink.finish().await?;
    Ok(())
}

async fn insert(conn: &mut SqliteConnection, table: &str, columns: &[&str], values: Vec<Arg>) -> Result<()> {
    let rows_at_once = MOST_VALUES / columns.len() / 10;
    let mut values = values.into_iter();
    while values.len() > 0 {
        let some = rows_at_once.min(values.len() / columns.len());
        let statement = insert_text(table, columns, some);
        let chunk = values.by_ref().take(some * columns.len());
        bind_owned!(sqlx::query::<Sqlite>(AssertSqlSafe(statement)), chunk).execute(&mut *conn).await?;
    }
    Ok(())
}

fn insert_text(table: &str, columns: &[&str], rows: usize) -> String {
    let row = format!("({})", vec!["?"; columns.len()].join(","));
    format!("insert into {table} ({}) values {}", columns.join(", "), vec![row; rows].join(","))
}
