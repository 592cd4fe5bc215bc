//! A bare bulk load of the rows of an import: the same values into tables without index, nothing read, nothing compared.
//! What it prints is the time of the loads alone.

use crate::config::Config;
use db::{Ambient, FromRow, Result, Rows, Tx, Uuid, args};
use directory::import;
use std::time::{Duration, Instant};

const ROWS: i64 = 8_000;
const TABLES: &str = "\
drop table if exists bare_person;
drop table if exists bare_guardianship;
drop table if exists bare_member;
create table bare_person (
    id uuid not null, kind text not null, academy text, jointure bigint, last_name text, first_name text, civility text,
    birth_day text, email text, ine text, level text, details text, sort_key text, search_key text, digest bigint,
    incomplete boolean, created_at bigint
);
create table bare_guardianship (
    child_id uuid not null, adult_id uuid not null, relation bigint, position bigint, source text, since bigint
);
create table bare_member (
    circle_id uuid not null, person_id uuid not null, role text, source text, since bigint
);
";
const DROP: &str = "drop table bare_person; drop table bare_guardianship; drop table bare_member;";

#[derive(FromRow)]
struct Person {
    id: Uuid,
    kind: String,
    academy: Option<String>,
    jointure: Option<i64>,
    last_name: String,
    first_name: String,
    civility: Option<String>,
    birth_day: Option<String>,
    email: Option<String>,
    ine: Option<String>,
    level: Option<String>,
    details: String,
    sort_key: String,
    search_key: String,
    digest: Option<i64>,
    incomplete: bool,
    created_at: i64,
}

/// Loads the persons, links and memberships of a database into bare tables of the same database, and prints the seconds.
///
/// # Errors
/// A fault of the database.
pub async fn run(config: &Config) -> Result<()> {
    let house = config.open(Ambient::system()).await?;
    // On the bench's connection, which has no time-out.
    let workshop = house.db.workshop().await?;
    let mut tx = workshop.merge().await?;
    tx.script(TABLES).await?;
    let mut spent = people(&mut tx).await? + bonds(&mut tx).await? + sits(&mut tx).await?;
    let begun = Instant::now();
    tx.commit().await?;
    spent += begun.elapsed();
    println!("{}", spent.as_secs_f64());
    let mut tx = workshop.merge().await?;
    tx.script(DROP).await?;
    tx.commit().await?;
    workshop.close().await;
    house.db.close().await;
    Ok(())
}

async fn timed(tx: &mut Tx, rows: &mut Rows) -> Result<Duration> {
    let begun = Instant::now();
    tx.load(rows).await?;
    Ok(begun.elapsed())
}

async fn people(tx: &mut Tx) -> Result<Duration> {
    let mut spent = Duration::ZERO;
    let mut after = Uuid::nil();
    loop {
        let page: Vec<Person> = tx
            .all(
                "select id, kind, academy, jointure, last_name, first_name, civility, birth_day, email, ine, level, details, \
                 sort_key, search_key, digest, incomplete, created_at from person where id > $1 order by id limit $2",
                args![after, ROWS],
            )
            .await?;
        let Some(last) = page.last() else { return Ok(spent) };
        after = last.id;
        let mut rows = tx.rows("bare_person", import::PERSON);
        page.iter().for_each(|person| push(&mut rows, person));
        spent += timed(tx, &mut rows).await?;
    }
}

fn push(rows: &mut Rows, person: &Person) {
    rows.begin();
    rows.uuid(Some(person.id));
    rows.text(Some(&person.kind));
    rows.text(person.academy.as_deref());
    rows.int(person.jointure);
    rows.text(Some(&person.last_name));
    rows.text(Some(&person.first_name));
    rows.text(person.civility.as_deref());
    rows.text(person.birth_day.as_deref());
    rows.text(person.email.as_deref());
    rows.text(person.ine.as_deref());
    rows.text(person.level.as_deref());
    rows.text(Some(&person.details));
    rows.text(Some(&person.sort_key));
    rows.text(Some(&person.search_key));
    rows.int(person.digest);
    rows.bool(Some(person.incomplete));
    rows.int(Some(person.created_at));
}

async fn bonds(tx: &mut Tx) -> Result<Duration> {
    let mut spent = Duration::ZERO;
    let mut after = (Uuid::nil(), Uuid::nil());
    loop {
        let page: Vec<(Uuid, Uuid, Option<i64>, i64, i64)> = tx
            .all(
                "select child_id, adult_id, relation, position, since from guardianship where (child_id, adult_id) > ($1, $2) \
                 order by child_id, adult_id limit $3",
                args![after.0, after.1, ROWS],
            )
            .await?;
        let Some(last) = page.last() else { return Ok(spent) };
        after = (last.0, last.1);
        let mut rows =
            tx.rows("bare_guardianship", &["child_id", "adult_id", "relation", "position", "source", "since"]);
        for (child, adult, relation, position, since) in &page {
            rows.begin();
            rows.uuid(Some(*child));
            rows.uuid(Some(*adult));
            rows.int(*relation);
            rows.int(Some(*position));
            rows.text(Some("aaf"));
            rows.int(Some(*since));
        }
        spent += timed(tx, &mut rows).await?;
    }
}

async fn sits(tx: &mut Tx) -> Result<Duration> {
    let mut spent = Duration::ZERO;
    let mut after = (Uuid::nil(), Uuid::nil(), String::new(), String::new());
    loop {
        let page: Vec<(Uuid, Uuid, String, String, i64)> = tx
            .all(
                "select circle_id, person_id, role, source, since from member \
                 where (circle_id, person_id, role, source) > ($1, $2, $3, $4) \
                 order by circle_id, person_id, role, source limit $5",
                args![after.0, after.1, after.2, after.3, ROWS],
            )
            .await?;
        let Some(last) = page.last() else { return Ok(spent) };
        after = (last.0, last.1, last.2.clone(), last.3.clone());
        let mut rows = tx.rows("bare_member", &["circle_id", "person_id", "role", "source", "since"]);
        for (circle, person, role, source, since) in &page {
            rows.begin();
            rows.uuid(Some(*circle));
            rows.uuid(Some(*person));
            rows.text(Some(role));
            rows.text(Some(source));
            rows.int(Some(*since));
        }
        spent += timed(tx, &mut rows).await?;
    }
}
