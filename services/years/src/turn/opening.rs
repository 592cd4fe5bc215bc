//! Opening the year: the classes prepared become circles, pupils and teachers are seated there by hand, the classes of the year
//! before are over. All of it in the transaction of the caller; what was done is kept, so that it can be undone.
//!
//! For a list of turns at once, by the same statements: see [`super::sweep`].

use super::{Turn, delivered, making, proposal};
use crate::departure::begin;
use commons::audit::{self, Action};
use db::{Error, Result, Tx, args, id_list};
use school::{AccountId, SchoolId};

/// What openings did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Opened {
    /// How many classes began.
    pub classes: i64,
    /// How many pupils were seated in them.
    pub pupils: i64,
}

/// Opens the year of one school. Where the directory brought its classes already, only teachers are seated, in the classes that bear
/// the names prepared.
///
/// # Errors
/// [`Error::Conflict`] when it is open already; a fault of the database.
pub async fn open(tx: &mut Tx, turn: &Turn, by: Option<AccountId>) -> Result<Opened> {
    let opened = match delivered(tx, turn.school_id, turn.year).await? {
        0 => open_all(tx, std::slice::from_ref(turn), by).await?,
        _ => {
            let turns = claim(tx, std::slice::from_ref(turn), by).await?;
            let now = tx.now();
            tx.change(TEACHERS_OF_DELIVERED, args![&turns, now]).await?;
            Opened::default()
        }
    };
    let detail = format!("{} : {} / {}", turn.year, opened.classes, opened.pupils);
    audit::write(tx, by, Action::YearOpened, Some(turn.school_id.to_string()), Some(&detail)).await?;
    Ok(opened)
}

/// Opens one year in schools to which the directory brought no class of it yet.
///
/// # Errors
/// [`Error::Conflict`] when one of them is open already; a fault of the database.
pub async fn open_all(tx: &mut Tx, turns: &[Turn], by: Option<AccountId>) -> Result<Opened> {
    if let Some(first) = turns.first() {
        let schools: Vec<SchoolId> = turns.iter().map(|it| it.school_id).collect();
        proposal::complete(tx, &schools, first.year).await?;
    }
    let list = claim(tx, turns, by).await?;
    let now = tx.now();
    let classes = making::circles(tx, &list).await?;
    // Seats first: who is a pupil of the school is known by the classes that end.
    let pupils = tx.changed_rows(PUPILS, args![&list, now]).await?;
    for statement in [PUPILS_OF_LEVELS, TEACHERS] {
        tx.change(statement, args![&list, now]).await?;
    }
    tx.change(NOTE_ENDED, args![&list]).await?;
    tx.change(END, args![&list, now]).await?;
    tx.change(NOTE_PEOPLE, args![&list]).await?;
    tx.change(RAISE, args![&list]).await?;
    for statement in [LEAVE, LEAVE_SCHOOL] {
        tx.change(statement, args![&list, now]).await?;
    }
    begin::at_once(tx).await?;
    Ok(Opened { classes, pupils: i64::try_from(pupils).unwrap_or(i64::MAX) })
}

/// Marks the turns as open, all of them or none; answers them as one bound value.
async fn claim(tx: &mut Tx, turns: &[Turn], by: Option<AccountId>) -> Result<String> {
    let list = id_list(turns.iter().map(|it| it.id));
    let schools = id_list(turns.iter().map(|it| it.school_id));
    let now = tx.now();
    let claimed = tx
        .changed_rows(
            "update turn_draft set state = 'open', opened_at = $3, opened_by = $4, opens_on = null where state = 'draft' \
             and id in (select unhex(value) from json_each($1)) \
             and school_id in (select unhex(value) from json_each($2))",
            args![&list, schools, now, by],
        )
        .await?;
    if usize::try_from(claimed) == Ok(turns.len()) { Ok(list) } else { Err(Error::Conflict) }
}

// The draft may be weeks old: whoever left the school since is seated nowhere.
const PUPILS: &str = "\
insert into member (circle_id, person_id, role, source, since) \
select p.class_id, p.person_id, 'pupil', 'hand', $2 from turn_draft t \
join turn_pupil p on p.turn_id = t.id and p.school_id = t.school_id and p.class_id is not null \
join person q on q.id = p.person_id and q.gone_at is null \
where t.id in (select unhex(value) from json_each($1)) and exists (select 1 from member m join circle c on c.id = m.circle_id \
    and c.school_id = p.school_id and c.kind in ('school', 'class') and c.year < t.year and c.until is null \
    where m.person_id = p.person_id and m.role = 'pupil' and (m.until is null or m.until > $2)) \
on conflict (circle_id, person_id, role, source) do update set since = excluded.since, until = null";

const PUPILS_OF_LEVELS: &str = "\
insert into member (circle_id, person_id, role, source, since) \
select l.circle_id, p.person_id, 'pupil', 'hand', $2 from turn_draft t \
join turn_pupil p on p.turn_id = t.id and p.school_id = t.school_id \
join turn_circle l on l.class_id = p.class_id and l.level = p.level and l.kind = 'level' and l.turn_id = t.id \
join member m on m.circle_id = p.class_id and m.person_id = p.person_id and m.role = 'pupil' and m.source = 'hand' \
    and m.until is null \
where t.id in (select unhex(value) from json_each($1)) \
on conflict (circle_id, person_id, role, source) do update set since = excluded.since, until = null";

const TEACHERS: &str = "\
insert into member (circle_id, person_id, role, source, since) \
select h.class_id, h.person_id, 'teacher', 'hand', $2 from turn_draft t \
join turn_teacher h on h.turn_id = t.id and h.school_id = t.school_id \
where t.id in (select unhex(value) from json_each($1)) and exists (select 1 from member m join circle c on c.id = m.circle_id \
    and c.school_id = h.school_id and c.kind = 'staff' \
    where m.person_id = h.person_id and m.role in ('teacher', 'head') and (m.until is null or m.until > $2)) \
on conflict (circle_id, person_id, role, source) do update set since = excluded.since, until = null";

const TEACHERS_OF_DELIVERED: &str = "\
insert into member (circle_id, person_id, role, source, since) \
select distinct o.id, h.person_id, 'teacher', 'hand', $2 from turn_draft t \
join turn_teacher h on h.turn_id = t.id and h.school_id = t.school_id join turn_class k on k.id = h.class_id \
join circle o on o.school_id = t.school_id and o.kind = 'class' and o.year = t.year and o.until is null \
    and o.sort_key = k.sort_key \
where t.id in (select unhex(value) from json_each($1)) and exists (select 1 from member m join circle c on c.id = m.circle_id \
    and c.school_id = h.school_id and c.kind = 'staff' \
    where m.person_id = h.person_id and m.role in ('teacher', 'head') and (m.until is null or m.until > $2)) \
on conflict (circle_id, person_id, role, source) do update set since = excluded.since, until = null";

const NOTE_ENDED: &str = "\
insert into turn_ended (turn_id, circle_id, school_id) select t.id, c.id, t.school_id from turn_draft t \
join circle c on c.school_id = t.school_id and c.year > 0 and c.year < t.year and c.until is null \
where t.id in (select unhex(value) from json_each($1))";

const END: &str = "\
update circle set until = $2 where until is null and id in (select e.circle_id from turn_draft t \
    join turn_ended e on e.turn_id = t.id and e.school_id = t.school_id \
    where t.id in (select unhex(value) from json_each($1)))";

// What a delivery says of somebody, a delivery changes: only those of other sources are raised here, or gone.
const NOTE_PEOPLE: &str = "\
insert into turn_person (turn_id, person_id, school_id, level_before, level_after, leaves) \
select t.id, p.person_id, t.school_id, q.level, p.level, p.leaves from turn_draft t \
join turn_pupil p on p.turn_id = t.id and p.school_id = t.school_id \
join person q on q.id = p.person_id and q.gone_at is null and q.source <> 'aaf' \
where t.id in (select unhex(value) from json_each($1)) and (p.leaves or q.level is distinct from p.level)";

const RAISE: &str = "\
update person set level = e.level_after from turn_person e where person.id = e.person_id and not e.leaves \
and e.school_id is not null and e.turn_id in (select unhex(value) from json_each($1))";

const LEAVE: &str = "\
update person set gone_at = $2 from turn_person e where person.id = e.person_id and e.leaves and person.gone_at is null \
and e.school_id is not null and e.turn_id in (select unhex(value) from json_each($1))";

const LEAVE_SCHOOL: &str = "\
update member set until = $2 from (select h.id as circle_id, e.person_id from turn_person e \
    join circle h on h.school_id = e.school_id and h.kind = 'school' \
    where e.leaves and e.turn_id in (select unhex(value) from json_each($1))) g \
where member.circle_id = g.circle_id and member.person_id = g.person_id and member.role = 'pupil' and member.until is null";
