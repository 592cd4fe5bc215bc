//! Forward-only migrations: run at start, each once, never edited afterwards.

use crate::{
    Db, Error, FromRow, Moment, Result, args,
    database::Pools,
    tx::{Link, Tx},
};
use sqlx::AssertSqlSafe;

/// One step of the schema. A crate lists its own, oldest first.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    /// Crate and number, such as `school/001_people`.
    pub name: &'static str,
    /// Portable DDL: `text`, `bigint`, `boolean`, `bytea` and `uuid` columns only.
    pub sql: &'static str,
}

/// Declares a migration from a file of the crate: `migration!("school", "001_people")`.
#[macro_export]
macro_rules! migration {
    ($crate_name:literal, $file:literal) => {
        $crate::Migration {
            name: concat!($crate_name, "/", $file),
            sql: include_str!(concat!("../migrations/", $file, ".sql")),
        }
    };
}

/// PostgreSQL learns the two functions of SQLite by which a list is bound as one value.
const POSTGRES_PRELUDE: &str = "
create or replace function json_each(list text) returns table (value text) language sql immutable strict rows 8
    as 'select pg_catalog.jsonb_array_elements_text(list::jsonb)';
create or replace function unhex(digits text) returns uuid language sql immutable strict as 'select digits::uuid';
";

const LEDGER: &str =
    "create table if not exists migration (name text primary key, hash text not null, at bigint not null)";

#[derive(FromRow)]
struct Applied {
    hash: String,
}

/// Brings the schema up to date.
///
/// # Errors
/// A fault when a migration fails, or when one already applied has been edited since.
pub async fn migrate(db: &Db, migrations: &[Migration]) -> Result<()> {
    let mut tx = db.write().await?;
    if let Pools::Postgres { .. } = db.pools {
        // An index on millions of rows takes longer than any page may.
        tx.script("set local statement_timeout = 0").await?;
        // Several nodes may start together; the prelude also waits behind this lock.
        tx.change("select pg_advisory_xact_lock(7263)", &[]).await?;
        tx.script(POSTGRES_PRELUDE).await?;
    }
    tx.change(LEDGER, &[]).await?;
    for migration in migrations {
        apply(&mut tx, migration).await?;
    }
    tx.commit().await
}

async fn apply(tx: &mut Tx, migration: &Migration) -> Result<()> {
    let hash = blake3::hash(migration.sql.as_bytes()).to_hex().to_string();
    let applied: Option<Applied> =
        tx.first("select hash from migration where name = $1", args![migration.name]).await?;
    if let Some(applied) = applied {
        return if applied.hash == hash {
            Ok(())
        } else {
            Err(Error::fault(format!("migration {} was edited after it was applied", migration.name)))
        };
    }
    tx.script(migration.sql).await?;
    let now: Moment = tx.now();
    tx.change("insert into migration (name, hash, at) values ($1, $2, $3)", args![migration.name, hash, now]).await
}

impl Tx {
    /// Runs several statements of portable DDL.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn script(&mut self, sql: &str) -> Result<()> {
        let begun = std::time::Instant::now();
        match &mut self.link {
            Link::Sqlite(tx) => {
                sqlx::raw_sql(AssertSqlSafe(sqlite_dialect(sql))).execute(&mut **tx).await?;
            }
            Link::Postgres(tx) => {
                sqlx::raw_sql(AssertSqlSafe(sql.to_owned())).execute(&mut **tx).await?;
            }
            Link::PostgresRead(_) => return Err(Error::fault("a script needs a transaction for writing")),
        }
        crate::tx::note_slow(sql, begun);
        Ok(())
    }
}

/// The same text for SQLite: its names of the types, and tables that refuse a value of another type.
fn sqlite_dialect(sql: &str) -> String {
    let lines: Vec<String> = sql.lines().map(index_of_a_schema).collect();
    (lines.join("\n") + "\n")
        .replace(" bigint", " integer")
        .replace(" boolean", " integer")
        .replace(" bytea", " blob")
        .replace(" uuid", " blob")
        .replace("create unlogged table", "create table")
        .replace("\n);", "\n) strict;")
}

/// SQLite names the schema with the index, PostgreSQL with the table.
fn index_of_a_schema(line: &str) -> String {
    match line.strip_prefix("create index ").and_then(|rest| rest.split_once(" on stage.")) {
        Some((name, table)) => format!("create index stage.{name} on {table}"),
        None => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_index_on_the_bench_is_named_as_each_engine_wants() {
        assert_eq!(sqlite_dialect("create index a on stage.b (c);"), "create index stage.a on b (c);\n");
    }

    #[test]
    fn sqlite_gets_its_own_type_names_and_strict_tables() {
        let sql = "create table a (\n    id uuid primary key,\n    n bigint not null\n);\n";
        assert_eq!(
            sqlite_dialect(sql),
            "create table a (\n    id blob primary key,\n    n integer not null\n) strict;\n"
        );
    }
}
