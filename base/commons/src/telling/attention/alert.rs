//! Putting what must be told in the queue, and taking it out.

use super::{
    OutingId, OwnHours, allowed, due,
    people::{Sorted, accounts_of, people_of_circles},
    wide::expanded,
};
use crate::{holiday::SchoolCalendar, thing::ThingId};
use db::{FromRow, Moment, Result, Tx, Uuid, args, id_list};
use school::{AccountId, CircleId, PersonId, PersonKind, SchoolId};
use std::{collections::HashSet, fmt::Write};

/// So many rows are written by one statement.
const ROWS: usize = 500;
/// The circles of one statement: a région has tens of thousands.
const CIRCLES_AT_ONCE: usize = 500;
/// Letters of one same thing within so many seconds are one letter.
const GATHERED: i64 = 300;

/// An account that holds somebody concerned.
#[derive(FromRow)]
struct Reached {
    account_id: AccountId,
    person_id: PersonId,
    kind: PersonKind,
    has_push: bool,
    has_mail: bool,
    hours: Option<String>,
}

const PEOPLE: &str =
    concat!(accounts_of!("select unhex(value) as id from json_each($1)"), "order by ap.account_id, ap.person_id");

// Whoever wrote the thing knows.
const CIRCLES: &str = concat!(
    accounts_of!(people_of_circles!()),
    "where not exists (select 1 from account_person w join thing t on t.author_id = w.person_id ",
    "where w.account_id = a.id and t.id = $5) order by ap.account_id, ap.person_id"
);

/// Tells some people, by push and by letter, of a thing that is ready for them at an instant. Telling twice what is due at
/// the same instant tells once.
///
/// # Errors
/// A fault of the database.
pub async fn alert(tx: &mut Tx, thing: ThingId, people: &[PersonId], at: Moment) -> Result<()> {
    if people.is_empty() {
        return Ok(());
    }
    let reached: Vec<Reached> = tx.all(PEOPLE, args![id_list(people.iter().copied())]).await?;
    put(tx, thing, reached, at).await
}

/// Tells everybody of some circles but its author, as [`alert`] does.
///
/// # Errors
/// A fault of the database.
pub async fn alert_circles(tx: &mut Tx, thing: ThingId, circles: &[CircleId], at: Moment) -> Result<()> {
    if circles.is_empty() {
        return Ok(());
    }
    let (now, circles) = (tx.now(), expanded(tx, circles).await?);
    // Somebody in two parts is told once: the queue holds one row for an account, a thing and an instant.
    for part in circles.chunks(CIRCLES_AT_ONCE) {
        let Sorted { plain, children, classes } = Sorted::of(part);
        let reached: Vec<Reached> = tx.all(CIRCLES, args![plain, children, classes, now, thing]).await?;
        put(tx, thing, reached, at).await?;
    }
    Ok(())
}

async fn put(tx: &mut Tx, thing: ThingId, reached: Vec<Reached>, at: Moment) -> Result<()> {
    let now = tx.now();
    let school: SchoolId = tx.one_value("select school_id from thing where id = $1", args![thing]).await?;
    let calendar = SchoolCalendar::find(tx, school).await?;
    let at = at.max(now);
    // What is told of the thing later, such as an answer, is urgent no more.
    let urgent = "select count(*) as n from urgent_delivery where thing_id = $1 and at = $2";
    let urgent = tx.count(urgent, args![thing, at]).await? > 0;
    let mut known = HashSet::new();
    let mut rows = Vec::new();
    for account in reached {
        if !known.insert(account.account_id) {
            continue;
        }
        let own = OwnHours::read(account.hours.as_deref()).filter(|_| !urgent);
        let exempt = account.kind.works();
        let told_at = due(at, now, &calendar, own.as_ref(), exempt, account.account_id);
        if !urgent && !exempt && is_quiet(&calendar, allowed(at, &calendar, own.as_ref(), exempt)) {
            continue;
        }
        if account.has_push {
            rows.push(row(tx.id(), &account, 'p', told_at));
        }
        if account.has_mail {
            rows.push(row(tx.id(), &account, 'm', gathered(told_at, now)));
        }
    }
    write(tx, thing, at, &rows).await
}

/// Whether the head chose that on this day of holidays nobody is told outside the digest. What is told at an hour the
/// school is closed at was declared urgent.
fn is_quiet(calendar: &SchoolCalendar, at: Moment) -> bool {
    calendar.rules().only_digest(at.day()) && calendar.delivered_at(at) == at
}

/// Letters that would leave at once leave at the next five minutes: those of one conversation are one.
fn gathered(at: Moment, now: Moment) -> Moment {
    if at > now {
        return at;
    }
    let step = GATHERED * 1000;
    Moment((at.0 + step - 1) / step * step)
}

/// A row as one text: the identifiers of the row, the account and the person, the way, the instant.
fn row(id: OutingId, account: &Reached, way: char, due_at: Moment) -> String {
    let mut text = String::with_capacity(112);
    // Writing into a String cannot fail.
    let _ = write!(text, "\"{id}{}{}{way}{}\"", account.account_id, account.person_id, due_at.0);
    text
}

async fn write(tx: &mut Tx, thing: ThingId, ready_at: Moment, rows: &[String]) -> Result<()> {
    for part in rows.chunks(ROWS) {
        tx.change(WRITE, args![format!("[{}]", part.join(",")), thing, ready_at]).await?;
    }
    Ok(())
}

// What was hushed may be told again at the same instant.
const WRITE: &str = "\
insert into outing (id, account_id, person_id, thing_id, channel, round, ready_at, due_at, state, attempts) \
select unhex(substr(value, 1, 32)), unhex(substr(value, 33, 32)), unhex(substr(value, 65, 32)), $2, \
    case substr(value, 97, 1) when 'p' then 'push' else 'mail' end, cast(substr(value, 98) as bigint), $3, \
    cast(substr(value, 98) as bigint), 'waiting', 0 \
from json_each($1) where true on conflict (account_id, thing_id, channel, round) do update \
set state = 'waiting', due_at = excluded.due_at, ready_at = excluded.ready_at, attempts = 0, claimed_until = null, \
    settled_at = null, reason = null \
where outing.state = 'dropped'";

/// Takes out of the queue whatever waits to tell of a thing.
///
/// # Errors
/// A fault of the database.
pub async fn hush(tx: &mut Tx, thing: ThingId) -> Result<()> {
    let now = tx.now();
    tx.change(
        "update outing set state = 'dropped', settled_at = $2, claimed_until = null, reason = 'hushed' \
         where thing_id = $1 and state = 'waiting'",
        args![thing, now],
    )
    .await
}

/// Takes out of the queue what waits to tell some people of a thing: they answered, or are no longer concerned.
///
/// # Errors
/// A fault of the database.
pub async fn hush_for(tx: &mut Tx, thing: ThingId, people: &[PersonId]) -> Result<()> {
    let now = tx.now();
    tx.change(
        "update outing set state = 'dropped', settled_at = $2, claimed_until = null, reason = 'hushed' \
         where thing_id = $1 and state = 'waiting' and account_id in (select ap.account_id from account_person ap \
             where ap.person_id in (select unhex(value) from json_each($3)))",
        args![thing, now, id_list(people.iter().copied())],
    )
    .await
}

/// The identifier a push and a letter carry in place of any content: the same each time for an account and a thing.
pub(crate) fn topic(account: AccountId, thing: Uuid) -> String {
    let mut hash = blake3::Hasher::new();
    hash.update(Uuid::from(account).as_bytes());
    hash.update(thing.as_bytes());
    data_encoding::BASE64URL_NOPAD.encode(&hash.finalize().as_bytes()[..24])
}
