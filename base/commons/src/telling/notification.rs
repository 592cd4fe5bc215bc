//! Notices to one person: a row per person, thing and verb, counted up rather than repeated.
//!
//! What a whole circle receives is not notified row by row: it is read from the shares (`share::feed`).

use crate::{
    holiday::SchoolCalendar,
    thing::ThingId,
    untold::{self, Untold},
};
use db::{FromRow, Moment, Result, Tx, Uuid, args, id_list};
use school::{PersonId, PersonKind, Right, School, SchoolId, Viewer, rights::carries};

/// A notice.
#[derive(Debug, Clone, FromRow)]
pub struct Notification {
    /// About which thing.
    pub thing_id: ThingId,
    /// Its kind's name, the first part of its address.
    pub kind: String,
    /// Its title.
    pub title: String,
    /// What happened to it.
    pub verb: String,
    /// The reason given.
    pub detail: Option<String>,
    /// When.
    pub at: Moment,
}

/// Tells a person something about a thing: at once to those who work at the school, at the next opening of the school
/// to pupils and families.
///
/// # Errors
/// A fault of the database.
pub async fn tell(tx: &mut Tx, person: PersonId, thing: ThingId, verb: &str, detail: Option<&str>) -> Result<()> {
    let id: Uuid = tx.id();
    let now = tx.now();
    let visible_from = reaches_at(tx, person, thing).await?;
    tx.change(
        "insert into notification (id, person_id, thing_id, verb, detail, times, at, visible_from) \
         values ($1, $2, $3, $4, $5, 1, $6, $7) on conflict (person_id, thing_id, verb) do update \
         set times = notification.times + 1, at = excluded.at, visible_from = excluded.visible_from, \
             detail = excluded.detail, read_at = null",
        args![id, person, thing, verb, detail, now, visible_from],
    )
    .await?;
    if visible_from <= now {
        crate::live::touched(tx, [person.into()]);
    }
    Ok(())
}

/// Tells several persons the same about a thing, from an instant the caller settled: that at which they see the thing.
///
/// # Errors
/// A fault of the database.
pub async fn tell_all(
    tx: &mut Tx,
    people: &[PersonId],
    thing: ThingId,
    verb: &str,
    visible_from: Moment,
) -> Result<()> {
    let now = tx.now();
    // An identifier and a person travel as one text of 64 digits.
    let rows: Vec<String> = people
        .iter()
        .map(|person| {
            let id: Uuid = tx.id();
            format!("\"{}{person}\"", id.simple())
        })
        .collect();
    tx.change(
        "insert into notification (id, person_id, thing_id, verb, detail, times, at, visible_from) \
         select unhex(substr(value, 1, 32)), unhex(substr(value, 33, 32)), $2, $3, null, 1, $4, $5 \
         from json_each($1) where true on conflict (person_id, thing_id, verb) do update \
         set times = notification.times + 1, at = excluded.at, detail = null, read_at = null, \
             visible_from = case when notification.read_at is null and notification.visible_from < excluded.visible_from \
                 then notification.visible_from else excluded.visible_from end",
        args![format!("[{}]", rows.join(",")), thing, verb, now, visible_from],
    )
    .await?;
    if visible_from <= now {
        crate::live::touched(tx, people.iter().map(|person| (*person).into()));
    }
    Ok(())
}

/// When a notice about a thing may reach somebody: the pause numérique is for pupils and families.
async fn reaches_at(tx: &mut Tx, person: PersonId, thing: ThingId) -> Result<Moment> {
    let now = tx.now();
    let (kind, school): (String, SchoolId) = tx
        .one("select p.kind, t.school_id from person p join thing t on t.id = $2 where p.id = $1", args![person, thing])
        .await?;
    if kind == PersonKind::Staff.as_str() || kind == PersonKind::Agent.as_str() {
        return Ok(now);
    }
    next_opening(tx, school).await
}

/// When what happens now reaches the pupils and the families of a school.
async fn next_opening(tx: &mut Tx, school: SchoolId) -> Result<Moment> {
    let now = tx.now();
    let school = School::load(tx, school).await?;
    Ok(SchoolCalendar::of(tx, &school).await?.delivered_at(now))
}

/// Lets the notices about things of a school that wait for its opening wait for the one of the hours in force now.
///
/// # Errors
/// A fault of the database.
pub async fn move_waiting(tx: &mut Tx, school: SchoolId) -> Result<()> {
    let now = tx.now();
    let opening = next_opening(tx, school).await?;
    let told: Vec<PersonId> = tx.column(MOVE_WAITING, args![school, now, opening]).await?;
    if opening <= now {
        crate::live::touched(tx, told.into_iter().map(Into::into));
    }
    Ok(())
}

// From the people of the school and their families: each one's notices have an index, those to come have none.
const MOVE_WAITING: &str = "\
update notification set visible_from = $3 where visible_from > $2 and person_id in ( \
    select m.person_id from circle c join member m on m.circle_id = c.id where c.school_id = $1 \
    union select g.adult_id from circle c join member m on m.circle_id = c.id \
        join guardianship g on g.child_id = m.person_id where c.school_id = $1) \
and exists (select 1 from thing t where t.id = notification.thing_id and t.school_id = $1) returning person_id";

/// The condition under which the title of a thing `t` is still told to somebody who was told of it once: they wrote it,
/// look after where it lives (`$places`, of [`looked_after`]), or one of their circles sees it by now.
macro_rules! still_seen {
    ($people:literal, $places:literal, $circles:literal, $now:literal) => {
        concat!(
            "(t.author_id in (select unhex(value) from json_each(",
            $people,
            ")) or t.circle_id in (select unhex(value) from json_each(",
            $places,
            ")) or t.school_id in (select unhex(value) from json_each(",
            $places,
            ")) or (t.withdrawn_at is null and exists (select 1 from share w where w.thing_id = t.id and w.visible_from <= ",
            $now,
            " and w.circle_id in (select unhex(value) from json_each(",
            $circles,
            ")))))"
        )
    };
}
pub(crate) use still_seen;

/// The circles the viewer looks after as a teacher, and the schools headed, as one bound value.
pub(crate) fn looked_after(viewer: &Viewer) -> String {
    let circles = viewer.seats.iter().filter(|seat| carries(seat.role, Right::SeeClass)).map(|seat| seat.circle.0);
    let schools = viewer.headed().into_iter().map(|seat| seat.school.0);
    id_list(circles.chain(schools))
}

/// A list of notices is no longer than this.
const MOST: usize = 20;
/// How many are read where some are closed, so that enough remain.
const MOST_SIFTED: usize = 100;

/// The unread notices of the viewer's persons, newest first, but for what is closed to them. Whoever left a class reads no title
/// of it any more.
///
/// # Errors
/// A fault of the database.
pub async fn unread(tx: &mut Tx, viewer: &Viewer, untold: &[Untold]) -> Result<Vec<Notification>> {
    let people = id_list(viewer.people.iter().map(|me| me.id));
    let (now, circles) = (tx.now(), viewer.circle_list());
    let most = if untold.iter().any(Untold::is_closed) { MOST_SIFTED } else { MOST };
    let mut unread: Vec<Notification> =
        tx.all(UNREAD, args![people, now, looked_after(viewer), &circles, most as i64]).await?;
    let things: Vec<(ThingId, String)> = unread.iter().map(|it| (it.thing_id, it.kind.clone())).collect();
    let hidden = untold::hidden(tx, viewer, untold, &things, &circles).await?;
    unread.retain(|it| !hidden.contains(&it.thing_id));
    unread.truncate(MOST);
    Ok(unread)
}

const UNREAD: &str = concat!(
    "select n.thing_id, t.kind, t.title, n.verb, n.detail, n.at from notification n join thing t on t.id = n.thing_id ",
    "where n.person_id in (select unhex(value) from json_each($1)) and n.read_at is null and n.visible_from <= $2 and ",
    still_seen!("$1", "$3", "$4", "$2"),
    " order by n.at desc limit $5"
);

/// Notes that some persons read what they were told about a thing.
///
/// # Errors
/// A fault of the database.
pub async fn mark_read(tx: &mut Tx, people: String, thing: ThingId) -> Result<u64> {
    let now = tx.now();
    tx.changed_rows(
        "update notification set read_at = $3 where thing_id = $2 and read_at is null \
         and person_id in (select unhex(value) from json_each($1))",
        args![people, thing, now],
    )
    .await
}

/// Forgets what was told about a thing to everybody but these persons: it would lead them to nothing.
///
/// # Errors
/// A fault of the database.
pub async fn forget_but(tx: &mut Tx, thing: ThingId, kept: Vec<PersonId>) -> Result<u64> {
    tx.changed_rows(
        "delete from notification where thing_id = $1 and person_id not in (select unhex(value) from json_each($2))",
        args![thing, id_list(kept)],
    )
    .await
}

/// Forgets what everybody was told about a thing with one verb: there is nothing to do about it any more.
///
/// # Errors
/// A fault of the database.
pub async fn forget_told(tx: &mut Tx, thing: ThingId, verb: &str) -> Result<u64> {
    tx.changed_rows("delete from notification where thing_id = $1 and verb = $2", args![thing, verb]).await
}
