//! A database of one's own for each test, on either engine, the world already in it.

use crate::world;
use db::{Ambient, Clock, Db, Dice, Engine, Migration, Moment, Uuid};
use sqlx::{AssertSqlSafe, Connection};
use sqlx_postgres::PgConnection;
use std::path::Path;
use tempfile::TempDir;

/// Thursday 1 October 2026, 10 h in France: a school day, inside the national hours of delivery.
pub(crate) const MORNING: Moment = Moment(1_790_841_600_000);
/// Where the PostgreSQL of the tests answers; `bin/test` starts one and says it. `none` leaves it out.
const SERVER: &str = "PREAU_TEST_POSTGRES";

/// An open database and what must live as long as it.
pub(crate) struct Fresh {
    pub(crate) db: Db,
    pub(crate) clock: Clock,
    pub(crate) folder: TempDir,
    dropped: Option<(String, String)>,
}

/// The engines this run tests on.
pub(crate) fn engines() -> Vec<Engine> {
    match std::env::var(SERVER).as_deref() {
        Ok("none") => vec![Engine::Sqlite],
        Ok(_) => vec![Engine::Sqlite, Engine::Postgres],
        Err(_) => panic!("{SERVER} is not set: run the tests by bin/test, or set it to « none » for SQLite alone"),
    }
}

impl Fresh {
    /// A new database with a schema and the world, its clock at [`MORNING`].
    pub(crate) async fn open(engine: Engine, migrations: &[Migration]) -> db::Result<Self> {
        let folder = tempfile::tempdir()?;
        let clock = Clock::hand(MORNING);
        let ambient = Ambient { clock: clock.clone(), dice: Dice::seeded(7) };
        let (url, dropped) = match engine {
            Engine::Sqlite => (format!("sqlite:{}", folder.path().join("test.sqlite").display()), None),
            Engine::Postgres => {
                let (server, name) = copy_of_template(migrations).await?;
                (url(&server, &name), Some((server, name)))
            }
        };
        let db = Db::open(&url, ambient).await?;
        if engine == Engine::Sqlite {
            fill(&db, migrations).await?;
        }
        Ok(Self { db, clock, folder, dropped })
    }

    /// Closes it; on a server, drops it.
    pub(crate) async fn close(self) -> db::Result<()> {
        self.db.close().await;
        if let Some((server, name)) = self.dropped {
            let mut admin = connect(&server).await?;
            run(&mut admin, &format!("drop database if exists {name} with (force)")).await?;
        }
        Ok(())
    }
}

async fn fill(db: &Db, migrations: &[Migration]) -> db::Result<()> {
    db::migrate(db, migrations).await?;
    let mut tx = db.write().await?;
    commons::holiday::seed(&mut tx).await?;
    world::build(&mut tx).await?;
    tx.commit().await
}

/// A copy of the template with this schema and this world, which the first test of a run makes.
async fn copy_of_template(migrations: &[Migration]) -> db::Result<(String, String)> {
    let server = std::env::var(SERVER).map_err(db::Error::fault)?;
    let template = format!("template_{}", &fingerprint(migrations)[..16]);
    let mut admin = connect(&server).await?;
    run(&mut admin, "select pg_advisory_lock(7265)").await?;
    let known: Option<(i32,)> = sqlx::query_as("select 1 from pg_database where datname = $1")
        .bind(&template)
        .fetch_optional(&mut admin)
        .await?;
    if known.is_none() {
        make_template(&mut admin, &server, &template, migrations).await?;
    }
    let name = format!("test_{}", Uuid::now_v7().simple());
    run(&mut admin, &format!("create database {name} template {template}")).await?;
    run(&mut admin, "select pg_advisory_unlock(7265)").await?;
    Ok((server, name))
}

/// Made under another name first: a run cut short leaves no half template.
async fn make_template(
    admin: &mut PgConnection,
    server: &str,
    template: &str,
    migrations: &[Migration],
) -> db::Result<()> {
    let draft = format!("{template}_draft");
    run(admin, &format!("drop database if exists {draft} with (force)")).await?;
    run(admin, &format!("create database {draft}")).await?;
    let ambient = Ambient { clock: Clock::hand(MORNING), dice: Dice::seeded(7) };
    let db = Db::open(&url(server, &draft), ambient).await?;
    fill(&db, migrations).await?;
    db.close().await;
    run(admin, &format!("select pg_terminate_backend(pid) from pg_stat_activity where datname = '{draft}'")).await?;
    run(admin, &format!("alter database {draft} rename to {template}")).await
}

/// What a template is made of: the schema, and the files of this crate that write the world.
fn fingerprint(migrations: &[Migration]) -> String {
    let mut hash = blake3::Hasher::new();
    for part in migrations.iter().map(|it| it.sql).chain([include_str!("world.rs"), include_str!("people.rs")]) {
        hash.update(part.as_bytes());
        hash.update(b"\0");
    }
    hash.finalize().to_hex().to_string()
}

async fn connect(server: &str) -> db::Result<PgConnection> {
    Ok(PgConnection::connect(&url(server, "postgres")).await?)
}

/// The address of a database of a server; what follows a question mark, such as a socket, stays at the end.
fn url(server: &str, name: &str) -> String {
    match server.split_once('?') {
        Some((server, options)) => format!("{}/{name}?{options}", server.trim_end_matches('/')),
        None => format!("{}/{name}", server.trim_end_matches('/')),
    }
}

async fn run(admin: &mut PgConnection, sql: &str) -> db::Result<()> {
    sqlx::raw_sql(AssertSqlSafe(sql.to_owned())).execute(admin).await?;
    Ok(())
}

/// The folder of a fresh database, for files and mail.
pub(crate) fn folder(fresh: &Fresh) -> &Path {
    fresh.folder.path()
}
