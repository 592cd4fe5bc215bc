//! Those who left a school, as those who run it see them: until when each is reached, who could not be told, who went where.

use db::{Day, FromRow, Moment, Result, Tx, args};
use school::{PersonId, PersonKind, SchoolId, Source, person};

/// Somebody who left.
#[derive(Debug, Clone, FromRow)]
pub struct Leaving {
    /// The person.
    pub person_id: PersonId,
    first_name: String,
    last_name: String,
    /// As what.
    pub kind: PersonKind,
    /// From where the directory had them.
    pub source: Source,
    /// When.
    pub gone_at: Moment,
    /// Where to, as somebody of the school said.
    pub destination: Option<String>,
    /// The school of the house where a pupil of the same national number is now.
    pub found_in: Option<String>,
    /// The last day the account opens.
    pub closes_on: Day,
    /// The day all is erased.
    pub erases_on: Day,
    /// When the account was closed.
    pub closed_at: Option<Moment>,
    /// When they were told first.
    pub told_at: Option<Moment>,
    /// Whether no letter reached them.
    pub unreached: bool,
    /// Whether the day of erasure was put off: they had not been told in time.
    pub postponed: bool,
    /// Whether somebody ever opened an account.
    pub activated: bool,
}

impl Leaving {
    /// « Zoé Martin ».
    pub fn name(&self) -> String {
        person::full(&self.first_name, &self.last_name)
    }
}

/// Those who left a school and are not erased yet, the last first. For those who run its people.
///
/// # Errors
/// A fault of the database.
pub async fn of_school(tx: &mut Tx, school: SchoolId) -> Result<Vec<Leaving>> {
    tx.all(LEAVING, args![school]).await
}

const LEAVING: &str = "\
select d.person_id, p.first_name, p.last_name, p.kind, p.source, d.gone_at, d.destination, \
    (select min(s.name) from person t join member m on m.person_id = t.id and m.role = 'pupil' and m.until is null \
        join circle c on c.id = m.circle_id and c.kind = 'school' join school s on s.id = c.school_id \
        where p.ine is not null and t.ine = p.ine and t.id <> p.id and t.gone_at is null) as found_in, \
    d.closes_on, d.erases_on, d.closed_at, d.told_at, d.unreached, d.postponed, \
    exists (select 1 from account a where a.id = d.account_id and a.activated_at is not null) as activated \
from departure d join person p on p.id = d.person_id where d.left_school = $1 and p.gone_at is not null \
order by d.gone_at desc, p.sort_key, p.id limit 1000";

/// How many of a profile are leaving the schools of an académie.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct LeavingCount {
    /// The profile.
    pub profile: PersonKind,
    /// How many left and are not erased yet.
    pub people: i64,
    /// How many of their accounts are closed.
    pub closed: i64,
    /// How many no letter reached.
    pub unreached: i64,
    /// The first day one of them is erased.
    pub first_day: Day,
}

/// How many are leaving the schools of an académie, by profile. Counts: nobody's data.
///
/// # Errors
/// A fault of the database.
pub async fn of_academy(tx: &mut Tx, academy: &str) -> Result<Vec<LeavingCount>> {
    tx.all(
        "select profile, count(*) as people, count(closed_at) as closed, \
             count(case when unreached = true then 1 end) as unreached, min(erases_on) as first_day \
         from departure where academy = $1 group by profile order by profile",
        args![academy],
    )
    .await
}

/// How many of those who left a school could not be told.
///
/// # Errors
/// A fault of the database.
pub async fn unreached(tx: &mut Tx, school: SchoolId) -> Result<i64> {
    tx.count("select count(*) as n from departure where left_school = $1 and unreached = true", args![school]).await
}

/// A pupil who went to another school of the house: account and content followed.
#[derive(Debug, Clone, FromRow)]
pub struct Moved {
    first_name: String,
    last_name: String,
    /// The school.
    pub school: String,
    /// When the seat in this school ended.
    pub left_at: Moment,
}

impl Moved {
    /// « Zoé Martin ».
    pub fn name(&self) -> String {
        person::full(&self.first_name, &self.last_name)
    }
}

/// How long those who moved are shown, in days.
const SHOWN_DAYS: i64 = 120;

/// The pupils who went to another school of the house lately, the last first. For those who run the people of the school they left.
///
/// # Errors
/// A fault of the database.
pub async fn moved(tx: &mut Tx, school: SchoolId) -> Result<Vec<Moved>> {
    let now = tx.now();
    tx.all(MOVED, args![school, now, now.plus_days(-SHOWN_DAYS)]).await
}

const MOVED: &str = "\
select p.first_name, p.last_name, min(s.name) as school, max(m.until) as left_at from circle c \
join member m on m.circle_id = c.id and m.role = 'pupil' and m.until > $3 and m.until <= $2 \
join person p on p.id = m.person_id and p.gone_at is null \
join member n on n.person_id = p.id and n.role = 'pupil' and n.since <= $2 and (n.until is null or n.until > $2) \
join circle o on o.id = n.circle_id and o.kind = 'school' and o.until is null and o.school_id <> $1 \
join school s on s.id = o.school_id \
where c.school_id = $1 and c.kind = 'school' and not exists (select 1 from member k join circle h on h.id = k.circle_id \
    where k.person_id = p.id and h.school_id = $1 and h.kind = 'school' and k.role = 'pupil' \
    and k.since <= $2 and (k.until is null or k.until > $2)) \
group by p.id, p.first_name, p.last_name, p.sort_key order by 4 desc, p.sort_key, p.id limit 500";
