//! Opening the year for all the schools of an académie that have not done it: a hundred schools at a time, by the statements that
//! open one. A school without a draft gets the proposal; the directory of September corrects both alike.

use super::{State, Turn, opening, proposal};
use commons::{
    House,
    audit::{self, Action},
    job::{self, JobKind},
};
use db::{Error, FromRow, Moment, Result, Tx, args, id, id_list};
use school::{AccountId, SchoolId};
use std::collections::HashSet;

id! {
    /// One opening for an académie.
    SweepId
}

/// How many schools are opened in a transaction: whoever else writes waits less than a second.
const BATCH: i64 = 100;

/// What was done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, FromRow)]
pub struct Tally {
    /// How many schools were opened.
    pub schools: i64,
    /// How many of them had prepared nothing.
    pub proposed: i64,
    /// How many classes began.
    pub classes: i64,
    /// How many pupils were seated.
    pub pupils: i64,
}

/// An opening for an académie, under way or done.
#[derive(Debug, Clone, FromRow)]
pub struct Sweep {
    /// When it was asked for.
    pub asked_at: Moment,
    /// When it was done.
    pub finished_at: Option<Moment>,
    /// What was done so far.
    #[sqlx(flatten)]
    pub tally: Tally,
}

/// How far the schools of an académie are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, FromRow)]
pub struct Progress {
    /// Schools that have classes this year.
    pub schools: i64,
    /// Those that prepare the coming year, and have not opened it.
    pub prepared: i64,
    /// Those that opened it.
    pub opened: i64,
    /// Those to which the directory brought its classes.
    pub delivered: i64,
    /// Those that would be opened now.
    pub waiting: i64,
}

/// How far the schools of an académie are. For those who look after all of them.
///
/// # Errors
/// A fault of the database.
pub async fn progress(tx: &mut Tx, academy: &str, year: i64) -> Result<Progress> {
    tx.one(PROGRESS, args![academy, year]).await
}

const PROGRESS: &str = "\
select count(*) as schools, \
    count(case when it.state = 'draft' and it.delivered = 0 then 1 end) as prepared, \
    count(case when it.state = 'open' then 1 end) as opened, \
    count(case when it.delivered > 0 and coalesce(it.state, '') <> 'open' then 1 end) as delivered, \
    count(case when it.classes > 0 and it.delivered = 0 and coalesce(it.state, '') <> 'open' then 1 end) as waiting \
from (select t.state, \
        (select count(*) from circle c where c.school_id = s.id and c.kind = 'class' and c.year = $2 - 1 \
            and c.until is null) as classes, \
        (select count(*) from circle c where c.school_id = s.id and c.kind = 'class' and c.year = $2 and c.until is null \
            and c.key not like 'hand:%') as delivered \
      from school s left join turn_draft t on t.school_id = s.id and t.year = $2 \
      where s.academy = $1 and s.gone_at is null \
      and exists (select 1 from circle c where c.school_id = s.id and c.kind = 'class' and c.year in ($2 - 1, $2))) it";

/// The last opening for an académie in a year.
///
/// # Errors
/// A fault of the database.
pub async fn last(tx: &mut Tx, academy: &str, year: i64) -> Result<Option<Sweep>> {
    tx.first(
        "select asked_at, finished_at, schools, proposed, classes, pupils from turn_sweep \
         where academy = $1 and year = $2 order by asked_at desc limit 1",
        args![academy, year],
    )
    .await
}

/// Asks for the opening of all the schools that have not done it.
///
/// # Errors
/// [`Error::Conflict`] when one is under way; a fault of the database.
pub async fn order(tx: &mut Tx, academy: &str, year: i64, by: AccountId) -> Result<()> {
    if last(tx, academy, year).await?.is_some_and(|it| it.finished_at.is_none()) {
        return Err(Error::Conflict);
    }
    let (id, now): (SweepId, Moment) = (tx.id(), tx.now());
    tx.run(
        "insert into turn_sweep (id, academy, year, asked_by, asked_at, schools, proposed, classes, pupils) \
         values ($1, $2, $3, $4, $5, 0, 0, 0, 0)",
        args![id, academy, year, by, now],
    )
    .await?;
    job::enqueue(tx, NAME, &id.to_string(), now).await
}

const NAME: &str = "years.sweep";

/// The job: a batch, then the next.
pub const SWEEP: JobKind = JobKind { name: NAME, run: |house, id| Box::pin(go_on(house, id)) };

async fn go_on(house: House, id: String) -> Result<()> {
    let id: SweepId = id.parse().map_err(Error::fault)?;
    let mut tx = house.db.write().await?;
    let asked: Option<(String, i64, Option<AccountId>)> = tx
        .first("select academy, year, asked_by from turn_sweep where id = $1 and finished_at is null", args![id])
        .await?;
    let Some((academy, year, by)) = asked else { return Ok(()) };
    let done = step(&mut tx, &academy, year, by).await?;
    tx.run(
        "update turn_sweep set schools = schools + $2, proposed = proposed + $3, classes = classes + $4, \
         pupils = pupils + $5 where id = $1",
        args![id, done.schools, done.proposed, done.classes, done.pupils],
    )
    .await?;
    let now = tx.now();
    if done.schools > 0 {
        job::enqueue(&mut tx, NAME, &id.to_string(), now).await?;
    } else {
        tx.run("update turn_sweep set finished_at = $2 where id = $1", args![id, now]).await?;
        let detail = format!("{academy} {year}");
        audit::write(&mut tx, by, Action::YearOpened, Some(id.to_string()), Some(&detail)).await?;
    }
    tx.commit().await
}

/// Opens the year for all the schools of an académie at once, from the terminal; tells what was done.
///
/// # Errors
/// A fault of the database. What was opened before it stays.
pub async fn run(house: &House, academy: &str, year: i64) -> Result<Tally> {
    let mut all = Tally::default();
    loop {
        let mut tx = house.db.write().await?;
        let done = step(&mut tx, academy, year, None).await?;
        if done.schools == 0 {
            let detail = format!("{academy} {year} : {} / {} / {}", all.schools, all.classes, all.pupils);
            audit::write(&mut tx, None, Action::YearOpened, None, Some(&detail)).await?;
            tx.commit().await?;
            return Ok(all);
        }
        tx.commit().await?;
        all.schools += done.schools;
        all.proposed += done.proposed;
        all.classes += done.classes;
        all.pupils += done.pupils;
    }
}

/// Opens the next schools.
async fn step(tx: &mut Tx, academy: &str, year: i64, by: Option<AccountId>) -> Result<Tally> {
    let rows: Vec<(SchoolId,)> = tx.all(WAITING, args![academy, year, BATCH]).await?;
    let schools: Vec<SchoolId> = rows.into_iter().map(|row| row.0).collect();
    let prepared = turns(tx, &schools, year).await?;
    let known: HashSet<SchoolId> = prepared.iter().map(|it| it.school_id).collect();
    let others: Vec<SchoolId> = schools.iter().copied().filter(|it| !known.contains(it)).collect();
    if !others.is_empty() {
        proposal::propose(tx, &others, year, by).await?;
    }
    let turns = turns(tx, &schools, year).await?;
    let opened = opening::open_all(tx, &turns, by).await?;
    Ok(Tally {
        schools: i64::try_from(schools.len()).unwrap_or(i64::MAX),
        proposed: i64::try_from(others.len()).unwrap_or(i64::MAX),
        classes: opened.classes,
        pupils: opened.pupils,
    })
}

const WAITING: &str = "\
select s.id from school s where s.academy = $1 and s.gone_at is null \
and exists (select 1 from circle c where c.school_id = s.id and c.kind = 'class' and c.year = $2 - 1 and c.until is null) \
and not exists (select 1 from circle c where c.school_id = s.id and c.kind = 'class' and c.year = $2 and c.until is null \
    and c.key not like 'hand:%') \
and not exists (select 1 from turn_draft t where t.school_id = s.id and t.year = $2 and t.state = 'open') \
order by s.id limit $3";

async fn turns(tx: &mut Tx, schools: &[SchoolId], year: i64) -> Result<Vec<Turn>> {
    tx.all(
        "select id, school_id, year, state, opens_on, prepared_at, opened_at from turn_draft \
         where school_id in (select unhex(value) from json_each($1)) and year = $2 and state = $3 order by school_id",
        args![id_list(schools.iter().copied()), year, State::Draft],
    )
    .await
}
