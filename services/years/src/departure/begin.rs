//! A departure begins when the directory holds somebody no more: an import, ONDE, a head, or the turn of the year said so.

use super::grace::{self, Graces, LEAST_DAYS, LEAST_OPEN};
use crate::erasure;
use commons::retention;
use db::{Day, FromRow, Moment, Result, Rows, Tx, args, days_later, id_list};
use jiff::civil::Date;
use school::{AccountId, PersonId, PersonKind, SchoolId};
use std::collections::HashMap;

/// How many begin in one transaction.
const BATCH: i64 = 500;

#[derive(Debug, FromRow)]
struct Gone {
    person: PersonId,
    kind: PersonKind,
    academy: Option<String>,
    account: Option<AccountId>,
    /// When the last person of the account left.
    left_at: Moment,
    school: Option<SchoolId>,
}

/// Those gone whose departure has not begun; an account leaves with the last of its persons.
macro_rules! gone {
    ($condition:literal) => {
        concat!(
            "select p.id as person, p.kind, p.academy, l.account_id as account, \
                 coalesce((select max(q.gone_at) from account_person o join person q on q.id = o.person_id \
                     where o.account_id = l.account_id), p.gone_at) as left_at, \
                 coalesce((select c.school_id from member m join circle c on c.id = m.circle_id and c.kind <> 'challenge' \
                     where m.person_id = p.id \
                     order by coalesce(m.until, 9000000000000000) desc, m.since desc, c.id limit 1), \
                     (select c.school_id from guardianship g join member m on m.person_id = g.child_id \
                     join circle c on c.id = m.circle_id and c.kind <> 'challenge' where g.adult_id = p.id \
                     order by coalesce(m.until, 9000000000000000) desc, m.since desc, c.id limit 1)) as school \
             from person p left join account_person l on l.person_id = p.id \
             where p.gone_at is not null and p.erased_at is null and p.merged_into is null \
             and not exists (select 1 from departure d where d.person_id = p.id) \
             and not exists (select 1 from account_person o join person q on q.id = o.person_id \
                 where o.account_id = l.account_id and q.gone_at is null) and ",
            $condition
        )
    };
}

/// Begins the departures of those newly gone, a batch of them; tells how many.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn next(tx: &mut Tx) -> Result<usize> {
    let gone: Vec<Gone> = tx.all(gone!("p.gone_at > 0 order by p.gone_at, p.id limit $1"), args![BATCH]).await?;
    begin_all(tx, &gone).await?;
    Ok(gone.len())
}

/// Begins the departures of those who leave in this transaction: they are told the days that hold at that moment. Whoever an import
/// holds no more is found by the night.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn at_once(tx: &mut Tx) -> Result<()> {
    let now = tx.now();
    let gone: Vec<Gone> = tx.all(GONE_NOW, args![now]).await?;
    begin_all(tx, &gone).await
}

// The persons of an account that left before the last of them begin with it.
const GONE_NOW: &str = gone!(
    "p.id in (select q.id from person q where q.gone_at = $1 union \
     select k.person_id from account_person k join account_person o on o.account_id = k.account_id \
     join person q on q.id = o.person_id where q.gone_at = $1)"
);

/// Begins the departures of some persons at once, where they have one.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn of_people(tx: &mut Tx, people: &[PersonId]) -> Result<()> {
    let people = id_list(people.iter().copied());
    let gone: Vec<Gone> = tx.all(gone!("p.id in (select unhex(value) from json_each($1))"), args![people]).await?;
    begin_all(tx, &gone).await
}

async fn begin_all(tx: &mut Tx, gone: &[Gone]) -> Result<()> {
    if gone.is_empty() {
        return Ok(());
    }
    let graces = Graces::load(tx).await?;
    let most = retention::schedule(tx, &[erasure::RULE]).await?.pop().map_or(grace::MOST_DAYS, |(_, days)| days);
    let academies = academies(tx, gone).await?;
    let (now, today) = (tx.now(), tx.now().day());
    let mut rows = tx.rows("departure", COLUMNS);
    for one in gone {
        let of_school = one.school.and_then(|it| academies.get(&it));
        let academy = one.academy.as_ref().or(of_school).map(String::as_str).unwrap_or_default();
        push(&mut rows, one, academy, days(&graces, academy, one, most, today), now);
    }
    tx.load(&mut rows).await
}

const COLUMNS: &[&str] = &[
    "person_id",
    "account_id",
    "academy",
    "profile",
    "left_school",
    "gone_at",
    "by_hand",
    "began_at",
    "closes_on",
    "erases_on",
    "unreached",
];

fn push(rows: &mut Rows, gone: &Gone, academy: &str, (closes, erases): (Date, Date), now: Moment) {
    rows.begin();
    rows.uuid(Some(gone.person.0));
    rows.uuid(gone.account.map(|it| it.0));
    rows.text(Some(academy));
    rows.text(Some(gone.kind.as_str()));
    rows.uuid(gone.school.map(|it| it.0));
    rows.int(Some(gone.left_at.0));
    rows.bool(Some(false));
    rows.int(Some(now.0));
    rows.text(Some(Day::from(closes).as_str()));
    rows.text(Some(Day::from(erases).as_str()));
    rows.bool(Some(false));
}

/// Nobody is told late and erased at once: the days count from the departure, but never begin before today.
fn days(graces: &Graces, academy: &str, gone: &Gone, most: i64, today: Date) -> (Date, Date) {
    let (grace, left) = (graces.of(academy, gone.kind), gone.left_at.day());
    let erases = days_later(left, grace.erases.min(most)).max(days_later(today, LEAST_DAYS));
    let closes = days_later(left, grace.closes).max(days_later(today, LEAST_OPEN)).min(erases);
    (closes, erases)
}

/// The académies of the schools left by those who have none of their own: what a commune employs.
async fn academies(tx: &mut Tx, gone: &[Gone]) -> Result<HashMap<SchoolId, String>> {
    let schools = gone.iter().filter(|it| it.academy.is_none()).filter_map(|it| it.school);
    let rows: Vec<(SchoolId, String)> = tx
        .all(
            "select id, academy from school where id in (select unhex(value) from json_each($1))",
            args![id_list(schools)],
        )
        .await?;
    Ok(rows.into_iter().collect())
}
