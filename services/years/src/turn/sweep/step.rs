//! A hundred schools opened in one transaction, by the statements that open one. Where that fails, each of them has a transaction of
//! its own: a school that cannot be opened keeps no other from its rentrée, and the report says which it was.

use super::{
    Sweep, SweepId, Tally,
    aside::{self, Aside, Reason},
};
use crate::turn::{State, Turn, opening, proposal, select_turns};
use commons::{
    House,
    audit::{self, Action},
};
use db::{Error, Result, Tx, Uuid, args, id_list};
use school::{AccountId, School, SchoolId};
use std::collections::HashSet;

/// How many schools are opened in a transaction: whoever else writes waits less than a second.
const BATCH: i64 = 100;

/// Before every school.
pub(super) const FIRST: SchoolId = SchoolId(Uuid::nil());

/// Opens the next schools; tells whether there may be more.
///
/// # Errors
/// A fault of the database.
pub(super) async fn advance(house: &House, id: SweepId) -> Result<bool> {
    let mut tx = house.db.write().await?;
    let sweep = Sweep::load(&mut tx, id).await?;
    if sweep.finished_at.is_some() || sweep.undo_asked_at.is_some() {
        return Ok(false);
    }
    let schools = waiting(&mut tx, &sweep.academy, sweep.year, id, FIRST).await?;
    if schools.is_empty() {
        finish(&mut tx, &sweep).await?;
        tx.commit().await?;
        return Ok(false);
    }
    let Ok(done) = open(&mut tx, &schools, sweep.year, id, sweep.asked_by).await else {
        drop(tx);
        each(house, &sweep, &schools).await?;
        return Ok(true);
    };
    note(&mut tx, id, done).await?;
    tx.commit().await?;
    Ok(true)
}

/// Does all of it and keeps nothing: what an opening would do now, and which schools it would leave aside.
///
/// # Errors
/// A fault of the database.
pub async fn rehearse(house: &House, academy: &str, year: i64) -> Result<(Tally, Vec<Aside>)> {
    let (mut all, mut left, mut after) = (Tally::default(), Vec::new(), FIRST);
    loop {
        let mut tx = house.db.write().await?;
        let sweep: SweepId = tx.id();
        let schools = waiting(&mut tx, academy, year, sweep, after).await?;
        let Some(last) = schools.last() else { return Ok((all, left)) };
        after = *last;
        let done = open(&mut tx, &schools, year, sweep, None).await;
        // Without a commit nothing of it stays.
        drop(tx);
        if let Ok(done) = done {
            all = all.plus(done);
            continue;
        }
        for school in schools {
            match rehearse_one(house, school, year, sweep).await? {
                Ok(done) => all = all.plus(done),
                Err(aside) => left.push(aside),
            }
        }
    }
}

/// Opens one school and keeps nothing of it; tells why it would be left aside.
async fn rehearse_one(
    house: &House,
    id: SchoolId,
    year: i64,
    sweep: SweepId,
) -> Result<std::result::Result<Tally, Aside>> {
    let mut tx = house.db.write().await?;
    let School { name, town, uai, .. } = School::load(&mut tx, id).await?;
    let done = open(&mut tx, &[id], year, sweep, None).await;
    drop(tx);
    let reason = Reason::Failed;
    Ok(done.map_err(|error| Aside { school_id: id, name, town, uai, reason, failure: error.to_string() }))
}

async fn each(house: &House, sweep: &Sweep, schools: &[SchoolId]) -> Result<()> {
    for school in schools {
        let mut tx = house.db.write().await?;
        match open(&mut tx, std::slice::from_ref(school), sweep.year, sweep.id, sweep.asked_by).await {
            Ok(done) => {
                note(&mut tx, sweep.id, done).await?;
                tx.commit().await?;
            }
            Err(error) => {
                drop(tx);
                aside::put(house, sweep.id, *school, Reason::Failed, &error.to_string()).await?;
            }
        }
    }
    Ok(())
}

/// Adds to what was done. Where it was asked to be taken back meanwhile, what was done last is given up: nobody would take it back.
async fn note(tx: &mut Tx, id: SweepId, done: Tally) -> Result<()> {
    let noted = tx
        .changed_rows(
            "update turn_sweep set schools = schools + $2, proposed = proposed + $3, classes = classes + $4, \
             pupils = pupils + $5, nowhere = nowhere + $6 where id = $1 and undo_asked_at is null",
            args![id, done.schools, done.proposed, done.classes, done.pupils, done.nowhere],
        )
        .await?;
    if noted == 0 { Err(Error::Conflict) } else { Ok(()) }
}

async fn finish(tx: &mut Tx, sweep: &Sweep) -> Result<()> {
    let now = tx.now();
    tx.change("update turn_sweep set finished_at = $2 where id = $1", args![sweep.id, now]).await?;
    let done = sweep.tally;
    let detail = format!("{} {} : {} / {} / {}", sweep.academy, sweep.year, done.schools, done.classes, done.pupils);
    audit::write(tx, sweep.asked_by, Action::YearOpened, Some(sweep.id.to_string()), Some(&detail)).await
}

/// Opens the year of schools that wait for it.
async fn open(tx: &mut Tx, schools: &[SchoolId], year: i64, sweep: SweepId, by: Option<AccountId>) -> Result<Tally> {
    let prepared = turns(tx, schools, year).await?;
    let known: HashSet<SchoolId> = prepared.iter().map(|it| it.school_id).collect();
    let others: Vec<SchoolId> = schools.iter().copied().filter(|it| !known.contains(it)).collect();
    if !others.is_empty() {
        proposal::propose(tx, &others, year, by).await?;
    }
    let turns = turns(tx, schools, year).await?;
    let opened = opening::open_all(tx, &turns, by).await?;
    let list = id_list(turns.iter().map(|it| it.id));
    tx.change(MARK, args![&list, sweep]).await?;
    let done: Vec<(SchoolId, i64, i64)> = tx.all(DONE, args![&list]).await?;
    let line = |(school, classes, pupils): (SchoolId, i64, i64)| {
        (school.to_string(), format!("{year} : {classes} / {pupils}"))
    };
    let lines: Vec<(String, String)> = done.into_iter().map(line).collect();
    audit::write_all(tx, by, Action::YearOpened, &lines).await?;
    Ok(Tally {
        schools: i64::try_from(schools.len()).unwrap_or(i64::MAX),
        proposed: i64::try_from(others.len()).unwrap_or(i64::MAX),
        classes: opened.classes,
        pupils: opened.pupils,
        nowhere: tx.count(NOWHERE, args![&list]).await?,
    })
}

const MARK: &str = "\
update turn_draft set sweep_id = $2 where school_id is not null and id in (select unhex(value) from json_each($1))";

// What the audit says of each school: the same as where its head opens it.
const DONE: &str = "\
select t.school_id, count(distinct k.circle_id) as classes, count(m.person_id) as pupils from turn_draft t \
left join turn_circle k on k.turn_id = t.id and k.school_id = t.school_id and k.kind = 'class' \
left join member m on m.circle_id = k.circle_id and m.role = 'pupil' and m.source = 'hand' and m.until is null \
where t.id in (select unhex(value) from json_each($1)) group by t.school_id order by t.school_id";

const NOWHERE: &str = "\
select count(*) as n from turn_draft t \
join turn_pupil p on p.turn_id = t.id and p.school_id = t.school_id and p.class_id is null and not p.leaves \
join person q on q.id = p.person_id and q.gone_at is null where t.id in (select unhex(value) from json_each($1))";

/// The next schools after one that wait to be opened, in the order of their identifiers.
///
/// # Errors
/// A fault of the database.
pub(super) async fn waiting(
    tx: &mut Tx,
    academy: &str,
    year: i64,
    sweep: SweepId,
    after: SchoolId,
) -> Result<Vec<SchoolId>> {
    tx.column(WAITING, args![academy, year, BATCH, sweep, after]).await
}

// What a school said of itself holds: open already, or a day to come.
const WAITING: &str = "\
select s.id from school s where s.academy = $1 and s.gone_at is null and s.id > $5 \
and exists (select 1 from circle c where c.school_id = s.id and c.kind = 'class' and c.year = $2 - 1 and c.until is null) \
and not exists (select 1 from circle c where c.school_id = s.id and c.kind = 'class' and c.year = $2 and c.until is null \
    and c.key not like 'hand:%') \
and not exists (select 1 from turn_draft t where t.school_id = s.id and t.year = $2 \
    and (t.state = 'open' or t.opens_on is not null)) \
and not exists (select 1 from turn_aside k where k.sweep_id = $4 and k.school_id = s.id) \
order by s.id limit $3";

async fn turns(tx: &mut Tx, schools: &[SchoolId], year: i64) -> Result<Vec<Turn>> {
    let found = select_turns!(
        "t.school_id in (select unhex(value) from json_each($1)) and t.year = $2 and t.state = $3 order by t.school_id"
    );
    tx.all(found, args![id_list(schools.iter().copied()), year, State::Draft]).await
}
