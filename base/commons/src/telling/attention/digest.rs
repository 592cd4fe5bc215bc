//! Digests: the day's at the hour each chose, the week's on Friday.
//!
//! They begin from the shares of the time gone by: where nothing became visible, nobody is looked up. What is gathered is a
//! row of `outing` per account (per child for the week), unique for its hour: gathering twice is the same as once, and an
//! hour missed because no node ran is gathered when one runs again.

use super::{
    Channel, Outing, OutingId, jitter,
    people::{Sorted, accounts_of, people_of_circles},
    preference::DIGEST_AT,
    told::{Told, between},
    wide::expanded,
};
use crate::{House, holiday::SchoolCalendar, untold::Untold};
use db::{FromRow, Moment, PARIS, Result, Tx, Uuid, args, id_list};
use jiff::{ToSpan, civil::Weekday};
use school::{AccountId, CircleId, PersonId, SchoolId, Viewer};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// Half an hour, in seconds.
const SLOT: i64 = 1800;
/// « La semaine de … » comes at 16 h 30, in minutes of the day.
const WEEK_AT: i64 = 16 * 60 + 30;
/// An hour missed by so many seconds is gathered no more: letters of the afternoon do not come at night.
const LATEST: i64 = 3 * 3600;
/// The circles of one transaction.
const CIRCLES: usize = 200;
/// How far a digest looks back for whoever never had one, in days.
const FIRST_DAYS: i64 = 4;

/// Gathers the digests of every half hour that has come and was not gathered.
///
/// # Errors
/// A fault of the database.
pub async fn gather_due(house: &House) -> Result<()> {
    let now = house.db.now();
    let last = Moment(now.0 / (SLOT * 1000) * (SLOT * 1000));
    let mut slot = last.plus_seconds(-LATEST);
    while slot < last {
        slot = slot.plus_seconds(SLOT);
        gather(house, slot).await?;
    }
    Ok(())
}

async fn gather(house: &House, slot: Moment) -> Result<()> {
    let mut tx = house.db.read().await?;
    let done = tx.count("select count(*) as n from digest_run where slot = $1", args![slot]).await? > 0;
    if done {
        return Ok(());
    }
    let local = slot.timestamp().to_zoned_datetime(PARIS.clone());
    let minute = i64::from(local.hour()) * 60 + i64::from(local.minute());
    let wanted = minute == DIGEST_AT || is_chosen(&mut tx, minute).await?;
    let day = if wanted { day_circles(&mut tx, slot).await? } else { BTreeMap::new() };
    let is_week = local.weekday() == Weekday::Friday && minute == WEEK_AT;
    let week = if is_week { week_circles(&mut tx, slot).await? } else { Vec::new() };
    drop(tx);
    for (round, circles) in &day {
        for part in circles.chunks(CIRCLES) {
            let mut tx = house.db.write().await?;
            put_day(&mut tx, part, *round, minute).await?;
            tx.commit().await?;
        }
    }
    for part in week.chunks(CIRCLES) {
        let mut tx = house.db.write().await?;
        put_week(&mut tx, part, slot).await?;
        tx.commit().await?;
    }
    let mut tx = house.db.write().await?;
    let now = tx.now();
    tx.change("insert into digest_run (slot, done_at) values ($1, $2) on conflict (slot) do nothing", args![slot, now])
        .await?;
    tx.commit().await
}

async fn is_chosen(tx: &mut Tx, minute: i64) -> Result<bool> {
    let one = "select count(*) as n from attention_preference where digest_at = $1";
    Ok(tx.count(one, args![minute]).await? > 0)
}

#[derive(FromRow)]
struct Fresh {
    circle_id: CircleId,
    school_id: SchoolId,
    attention: String,
    newest: Moment,
}

const FRESH: &str = "\
select s.circle_id, t.school_id, t.attention, max(s.visible_from) as newest \
from share s join thing t on t.id = s.thing_id and t.withdrawn_at is null and t.attention in ('action', 'info') \
where s.visible_from > $1 and s.visible_from <= $2 and s.level < 3 group by s.circle_id, t.school_id, t.attention";

/// The circles in which something to be read became visible since the half hour of the day before, by the instant their
/// school lets the digest leave: this one, or the same hour of the next day it is open.
async fn day_circles(tx: &mut Tx, slot: Moment) -> Result<BTreeMap<Moment, Vec<CircleId>>> {
    let since = day_before(tx, slot).await?;
    let fresh: Vec<Fresh> = tx.all(FRESH, args![since, slot]).await?;
    let schools: HashSet<SchoolId> = fresh.iter().map(|it| it.school_id).collect();
    let calendars = SchoolCalendar::many(tx, &schools.into_iter().collect::<Vec<_>>()).await?;
    let mut circles: BTreeMap<Moment, BTreeSet<CircleId>> = BTreeMap::new();
    for it in fresh {
        let national = SchoolCalendar::national();
        let calendar = calendars.get(&it.school_id).unwrap_or(&national);
        // What awaits an answer is told at once, but where the head chose the digest alone for the holidays.
        if it.attention == "info" || calendar.rules().only_digest(it.newest.day()) {
            circles.entry(next_open(calendar, slot)).or_default().insert(it.circle_id);
        }
    }
    let mut rounds = BTreeMap::new();
    for (round, circles) in circles {
        let circles: Vec<CircleId> = circles.into_iter().collect();
        rounds.insert(round, expanded(tx, &circles).await?);
    }
    Ok(rounds)
}

/// The hour of the day before that was gathered: days on which no node ran are made up for.
async fn day_before(tx: &mut Tx, slot: Moment) -> Result<Moment> {
    let (day, longest) = (slot.plus_days(-1), slot.plus_days(-20));
    let past: Option<Moment> = tx
        .value(
            "select slot from digest_run where slot <= $1 and slot > $2 order by slot desc limit 1",
            args![day, longest],
        )
        .await?;
    Ok(past.unwrap_or(day))
}

/// The first day, from this one on, on which a school is open at this hour.
fn next_open(calendar: &SchoolCalendar, slot: Moment) -> Moment {
    let local = slot.timestamp().to_zoned_datetime(PARIS.clone());
    let mut day = local.date();
    for _ in 0..90 {
        let at = PARIS.to_timestamp(day.to_datetime(local.time())).map_or(slot, Moment::from);
        if calendar.delivered_at(at) == at {
            return at;
        }
        match day.tomorrow() {
            Ok(next) => day = next,
            Err(_) => break,
        }
    }
    slot
}

#[derive(FromRow)]
struct Reader {
    account_id: AccountId,
    person_id: PersonId,
    email: bool,
}

// A digest goes to whoever has an address that answers, at the hour chosen.
const READERS: &str = concat!(
    "select r.account_id, r.person_id, a.email is not null and not exists (select 1 from mail_bounce b ",
    "where b.email = a.email) as email from (",
    accounts_of!(people_of_circles!()),
    ") r join account a on a.id = r.account_id left join attention_preference f on f.account_id = r.account_id ",
    "where case when f.account_id is null then $5 else coalesce(f.digest_at, -1) end = $6 ",
    "order by r.account_id, r.person_id"
);

async fn put_day(tx: &mut Tx, circles: &[CircleId], round: Moment, minute: i64) -> Result<()> {
    let Sorted { plain, children, classes } = Sorted::of(circles);
    let now = tx.now();
    let readers: Vec<Reader> = tx.all(READERS, args![plain, children, classes, now, DIGEST_AT, minute]).await?;
    let mut rows = BTreeMap::new();
    for reader in readers.into_iter().filter(|it| it.email) {
        rows.entry(reader.account_id).or_insert((reader.person_id, Uuid::from(reader.account_id)));
    }
    // Everybody keeps the same hour: ten minutes are enough to spread it.
    let rows = rows.into_iter().map(|(account, (person, thing))| (account, person, thing));
    put(tx, Channel::Day, rows, round, 3).await
}

/// A Friday on which a school is closed tells nothing: the next one does, within so many weeks.
const MOST_WEEKS: usize = 10;

/// The Friday before, at which « La semaine de … » was told last.
fn week_before(calendar: &SchoolCalendar, slot: Moment) -> Moment {
    let mut before = seven_days_before(slot);
    for _ in 1..MOST_WEEKS {
        if calendar.delivered_at(before) == before {
            break;
        }
        before = seven_days_before(before);
    }
    before
}

/// The same hour on the clock: a week in which it changes is an hour longer, or shorter.
fn seven_days_before(slot: Moment) -> Moment {
    let local = slot.timestamp().to_zoned_datetime(PARIS.clone());
    let day = local.date().saturating_sub(7.days());
    PARIS.to_timestamp(day.to_datetime(local.time())).map_or(slot.plus_days(-7), Moment::from)
}

async fn week_circles(tx: &mut Tx, slot: Moment) -> Result<Vec<CircleId>> {
    // Public holidays close every school; whatever else closed one is found with what it was given since.
    let since = week_before(&SchoolCalendar::national(), slot);
    let fresh: Vec<(CircleId, SchoolId)> = tx
        .all(
            "select distinct s.circle_id, t.school_id from share s join thing t on t.id = s.thing_id \
             and t.withdrawn_at is null and t.attention = 'memory' \
             where s.visible_from > $1 and s.visible_from <= $2 and s.level < 3",
            args![since, slot],
        )
        .await?;
    let schools: HashSet<SchoolId> = fresh.iter().map(|it| it.1).collect();
    let calendars = SchoolCalendar::many(tx, &schools.into_iter().collect::<Vec<_>>()).await?;
    let open = |school: &SchoolId| calendars.get(school).is_none_or(|it| it.delivered_at(slot) == slot);
    Ok(fresh.into_iter().filter(|(_, school)| open(school)).map(|row| row.0).collect())
}

#[derive(FromRow)]
struct Parent {
    account_id: AccountId,
    adult_id: PersonId,
    child_id: PersonId,
}

const PARENTS: &str = "\
select ap.account_id, k.adult_id, k.child_id from ( \
    select g.adult_id, g.child_id from circle c join member m on m.circle_id = c.of_circle and m.role = 'pupil' \
        and m.since <= $3 and (m.until is null or m.until > $3) \
        join guardianship g on g.child_id = m.person_id and g.until is null \
        where c.kind = 'families' and c.id in (select unhex(value) from json_each($1)) \
    union select g.adult_id, g.child_id from guardianship g where g.until is null \
        and g.child_id in (select unhex(value) from json_each($2))) k \
join person p on p.id = k.adult_id and p.gone_at is null \
join account_person ap on ap.person_id = k.adult_id \
join account a on a.id = ap.account_id and a.activated_at is not null and a.blocked_at is null and a.email is not null \
left join attention_preference f on f.account_id = a.id \
where coalesce(f.week, true) and not exists (select 1 from mail_bounce b where b.email = a.email) \
order by ap.account_id, k.child_id, k.adult_id";

async fn put_week(tx: &mut Tx, circles: &[CircleId], slot: Moment) -> Result<()> {
    let Sorted { plain, children, .. } = Sorted::of(circles);
    let now = tx.now();
    let parents: Vec<Parent> = tx.all(PARENTS, args![plain, children, now]).await?;
    let mut known = HashSet::new();
    let once = parents.into_iter().filter(|it| known.insert((it.account_id, it.child_id)));
    let rows: Vec<_> = once.map(|it| (it.account_id, it.adult_id, Uuid::from(it.child_id))).collect();
    put(tx, Channel::Week, rows.into_iter(), slot, 1).await
}

/// Writes the rows, due at their hour and spread over a part of the half hour.
async fn put(
    tx: &mut Tx,
    channel: Channel,
    rows: impl Iterator<Item = (AccountId, PersonId, Uuid)>,
    round: Moment,
    part: i64,
) -> Result<()> {
    let rows: Vec<String> = rows
        .map(|(account, person, thing)| {
            let due_at = round.plus_seconds(jitter(account) / part);
            let id: OutingId = tx.id();
            format!("\"{id}{account}{person}{}{}\"", thing.simple(), due_at.0)
        })
        .collect();
    for some in rows.chunks(500) {
        tx.change(PUT, args![format!("[{}]", some.join(",")), channel, round]).await?;
    }
    Ok(())
}

const PUT: &str = "\
insert into outing (id, account_id, person_id, thing_id, channel, round, ready_at, due_at, state, attempts) \
select unhex(substr(value, 1, 32)), unhex(substr(value, 33, 32)), unhex(substr(value, 65, 32)), \
    unhex(substr(value, 97, 32)), $2, $3, $3, cast(substr(value, 129) as bigint), 'waiting', 0 \
from json_each($1) where true on conflict (account_id, thing_id, channel, round) do nothing";

/// What the digest of a day tells an account: what became visible since the one before, but for what is closed to them.
///
/// # Errors
/// A fault of the database.
pub async fn of_day(tx: &mut Tx, viewer: &Viewer, outing: &Outing, untold: &[Untold]) -> Result<Vec<Told>> {
    let before: Option<Moment> = tx
        .value(
            "select round from outing where account_id = $1 and thing_id = $1 and channel = 'day' and round < $2 \
             and state in ('sent', 'dropped') order by round desc limit 1",
            args![outing.account_id, outing.round],
        )
        .await?;
    let since = before.unwrap_or(outing.round.plus_days(-FIRST_DAYS));
    let span = (since, outing.round);
    let circles = viewer.circle_list();
    let mut told = between(tx, viewer, (&circles, untold), span, "info").await?;
    let held = between(tx, viewer, (&circles, untold), span, "action").await?;
    let schools: Vec<SchoolId> = held.iter().map(|it| it.school_id).collect();
    let calendars: HashMap<SchoolId, SchoolCalendar> = SchoolCalendar::many(tx, &schools).await?;
    let day = outing.round.day();
    told.extend(
        held.into_iter()
            .filter(|it| calendars.get(&it.school_id).is_some_and(|calendar| calendar.rules().only_digest(day))),
    );
    Ok(told)
}

/// What « La semaine de … » tells of a child: the memories its families were given since the last Friday its school was open,
/// but for what is closed to the viewer.
///
/// # Errors
/// A fault of the database.
pub async fn of_week(
    tx: &mut Tx,
    viewer: &Viewer,
    child: PersonId,
    until: Moment,
    untold: &[Untold],
) -> Result<Vec<Told>> {
    let seats = || viewer.seats.iter().filter(|seat| seat.child == Some(child));
    let circles = id_list(seats().map(|seat| seat.circle).chain([CircleId::family_of(child)]));
    let schools: BTreeSet<SchoolId> = seats().map(|seat| seat.school).collect();
    let calendars = SchoolCalendar::many(tx, &schools.into_iter().collect::<Vec<_>>()).await?;
    let since = calendars.values().map(|it| week_before(it, until)).min();
    let span = (since.unwrap_or_else(|| seven_days_before(until)), until);
    between(tx, viewer, (&circles, untold), span, "memory").await
}
