//! Secondary indexes put aside while a table is filled, and built again afterwards: several times faster than keeping
//! them up row by row. Both steps belong to the transaction: a crash leaves the indexes as they were.

use crate::{FromRow, Result, Tx, args, tx::Link};
use sqlx::AssertSqlSafe;

/// The indexes put aside, as the statements that build them.
#[derive(Debug)]
pub struct Suspended(Vec<Index>);

#[derive(Debug, FromRow)]
struct Index {
    name: String,
    definition: String,
}

const OF_SQLITE: &str =
    "select name, sql as definition from sqlite_master where type = 'index' and tbl_name = $1 and sql is not null";
const OF_POSTGRES: &str = "\
select c.relname as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i \
join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid \
join pg_namespace n on n.oid = t.relnamespace and n.nspname = current_schema() \
where t.relname = $1 and not i.indisprimary";

impl Tx {
    /// Puts the secondary indexes of these tables aside; nobody else may be at work on them.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn suspend_indexes(&mut self, tables: &[&str]) -> Result<Suspended> {
        let question = match self.link {
            Link::Sqlite(_) => OF_SQLITE,
            Link::Postgres(_) | Link::PostgresRead(_) => OF_POSTGRES,
        };
        let mut suspended = Vec::new();
        for table in tables {
            let indexes: Vec<Index> = self.all(question, args![*table]).await?;
            for index in &indexes {
                self.built(format!("drop index {}", index.name)).await?;
            }
            suspended.extend(indexes);
        }
        Ok(Suspended(suspended))
    }

    /// Builds them again.
    ///
    /// # Errors
    /// [`crate::Error::Conflict`] when rows break a unique index; a fault of the database.
    pub async fn resume_indexes(&mut self, suspended: Suspended) -> Result<()> {
        for index in suspended.0 {
            self.built(index.definition).await?;
        }
        Ok(())
    }

    /// Tells the planner what has just been written into these tables: a bulk load leaves it without a clue.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn refresh_statistics(&mut self, tables: &[&str]) -> Result<()> {
        for table in tables {
            self.built(format!("analyze {table}")).await?;
        }
        Ok(())
    }

    /// Runs a statement the database itself gave us, or one made of names of ours.
    async fn built(&mut self, sql: String) -> Result<()> {
        let begun = std::time::Instant::now();
        let label = sql.clone();
        match &mut self.link {
            Link::Sqlite(tx) => {
                sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut **tx).await?;
            }
            Link::Postgres(tx) => {
                sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut **tx).await?;
            }
            Link::PostgresRead(_) => return Err(crate::Error::fault("indexes need a transaction for writing")),
        }
        crate::tx::note_slow(&label, begun);
        Ok(())
    }
}
