//! Classes of past years: over, never erased, still read by those who were there.
//!
//! A circle that is over gives no seat: nobody writes in it any more. Whoever was seated when it ended may still read what was
//! shared with it: pupils and families until twelve months after the child left the school, adults while they are in post. A child
//! who left the school before the class was over reads for as long what was shared until that day, and nothing that came after.

use crate::{CircleId, CircleKind, PersonId, Role, SchoolId, Viewer};
use db::{FromRow, Moment, Result, Tx, args, id_list};

/// How long what a child lived in a school is read after the child left it.
const READ_DAYS: i64 = 365;
/// A seat left with the school counts when it was held so long, in milliseconds.
const A_DAY: i64 = 86_400_000;

/// A seat in a circle that is over.
#[derive(Debug, Clone, FromRow)]
pub struct PastSeat {
    /// The circle.
    pub circle: CircleId,
    /// Its school.
    pub school: SchoolId,
    /// The school's name.
    pub school_name: String,
    /// Its kind.
    pub kind: CircleKind,
    /// Its name.
    pub name: String,
    /// Its school year.
    pub year: i64,
    /// The role held in it.
    pub role: Role,
    /// Which of the viewer's persons sat there.
    pub person: PersonId,
    /// For which child, when the seat was a guardian's.
    pub child: Option<PersonId>,
    /// When it ended.
    pub ended_at: Moment,
    /// When the child left it with the school, where the circle went on: nothing shared later is read.
    pub left_at: Option<Moment>,
}

/// The circles that are over and that a viewer may still read in, the last year first.
///
/// # Errors
/// A fault of the database.
pub async fn seats(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<PastSeat>> {
    // At home there is no seat, past ones neither.
    if viewer.door.is_at_home() {
        return Ok(Vec::new());
    }
    tx.all(PAST, args![viewer.account, tx.now(), tx.now().plus_days(-READ_DAYS), A_DAY]).await
}

/// Whether one of the pupils a viewer stands for sat in a school and sits there no more. Of most families nobody did.
///
/// # Errors
/// A fault of the database.
pub async fn some_left(tx: &mut Tx, viewer: &Viewer) -> Result<bool> {
    let args = args![id_list(viewer.pupils()), tx.now()];
    Ok(tx.count(LEFT, args).await? > 0)
}

// An entry whose place another took is the same pupil: neither left as long as one of them sits there.
const LEFT: &str = "\
select count(*) as n \
from (select id, coalesce(merged_into, id) as kept from person where id in (select unhex(value) from json_each($1)) \
    union all select id, merged_into from person where merged_into in (select unhex(value) from json_each($1))) p \
join member o on o.person_id in (p.id, p.kept) and o.role = 'pupil' and o.until <= $2 \
join circle k on k.id = o.circle_id \
where not exists (select 1 from member s join circle q on q.id = s.circle_id and q.until is null \
        and q.school_id = k.school_id \
    where s.person_id in (p.id, p.kept) and s.role = 'pupil' and s.since <= $2 and (s.until is null or s.until > $2))";

// Own seats, then those of one's children in the families of their classes. A child is read about while sitting in the school,
// or for a year after; a delivery dates the child and the adults the day they leave it. The school of a group that gathers
// several is the one the child sat in when it ended. Last come the seats of a school the child left, where the circle goes on: a seat
// of less than a day was a mistake.
const PAST: &str = "\
select c.id as circle, c.school_id as school, s.name as school_name, c.kind, c.name, c.year, m.role, \
    m.person_id as person, cast(null as uuid) as child, c.until as ended_at, c.sort_key, \
    cast(null as bigint) as left_at \
from account_person a \
join person me on me.id = a.person_id and (me.gone_at is null or (me.kind = 'pupil' and me.gone_at > $3)) \
join member m on m.person_id = a.person_id \
join circle c on c.id = m.circle_id and c.until <= $2 and c.year > 0 and (m.until is null or m.until >= c.until) \
join school s on s.id = c.school_id \
where a.account_id = $1 and (me.kind <> 'pupil' or c.until > $3 or exists (select 1 from member n \
    join circle h on h.id = n.circle_id and h.kind = 'school' and (h.school_id = c.school_id \
        or (c.kind = 'group' and n.since <= c.until and (n.until is null or n.until >= c.until))) \
    where n.person_id = me.id and (n.until is null or n.until > $3))) \
union all \
select c.id, c.school_id, s.name, c.kind, c.name, c.year, 'guardian', g.adult_id, g.child_id, c.until, c.sort_key, \
    cast(null as bigint) \
from account_person a \
join person me on me.id = a.person_id and (me.gone_at is null or me.gone_at > $3) \
join guardianship g on g.adult_id = a.person_id and g.until is null \
join member m on m.person_id = g.child_id and m.role = 'pupil' \
join circle o on o.id = m.circle_id and o.until <= $2 and o.year > 0 and (m.until is null or m.until >= o.until) \
join circle c on c.of_circle = o.id and c.kind = 'families' and c.until <= $2 \
join school s on s.id = c.school_id \
where a.account_id = $1 and (c.until > $3 or exists (select 1 from member n \
    join circle h on h.id = n.circle_id and h.kind = 'school' and (h.school_id = c.school_id \
        or (o.kind = 'group' and n.since <= o.until and (n.until is null or n.until >= o.until))) \
    where n.person_id = g.child_id and (n.until is null or n.until > $3))) \
union all \
select c.id, c.school_id, s.name, c.kind, c.name, c.year, m.role, m.person_id, cast(null as uuid), m.until, c.sort_key, m.until \
from account_person a \
join person me on me.id = a.person_id and me.kind = 'pupil' and (me.gone_at is null or me.gone_at > $3) \
join member m on m.person_id = a.person_id and m.role = 'pupil' and m.until > $3 and m.until <= $2 \
    and m.until - m.since >= $4 \
join circle c on c.id = m.circle_id and c.year > 0 and (c.until is null or c.until > m.until) \
join school s on s.id = c.school_id \
where a.account_id = $1 and not exists (select 1 from member n \
    join circle h on h.id = n.circle_id and h.kind = 'school' and h.school_id = c.school_id \
    where n.person_id in (me.id, coalesce(me.merged_into, me.id)) and (n.until is null or n.until > $2)) \
union all \
select f.id, f.school_id, s.name, f.kind, f.name, f.year, 'guardian', g.adult_id, g.child_id, m.until, f.sort_key, m.until \
from account_person a \
join person me on me.id = a.person_id and (me.gone_at is null or me.gone_at > $3) \
join guardianship g on g.adult_id = a.person_id and g.until is null \
join person k on k.id = g.child_id \
join member m on m.person_id = k.id and m.role = 'pupil' and m.until > $3 and m.until <= $2 \
    and m.until - m.since >= $4 \
join circle c on c.id = m.circle_id and c.year > 0 and (c.until is null or c.until > m.until) \
join circle f on f.of_circle = c.id and f.kind = 'families' \
join school s on s.id = f.school_id \
where a.account_id = $1 and not exists (select 1 from member n \
    join circle h on h.id = n.circle_id and h.kind = 'school' and h.school_id = c.school_id \
    where n.person_id in (k.id, coalesce(k.merged_into, k.id)) and (n.until is null or n.until > $2)) \
order by 6 desc, 11, 1";
