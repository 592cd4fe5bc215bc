//! Whether somebody is still to be told of a thing at the moment a letter is written.

use crate::{
    notification::{looked_after, still_seen},
    thing::ThingId,
};
use db::{FromRow, Moment, Result, Tx, args, id_list};
use school::{CircleId, SchoolId, Viewer};

/// A thing as letters name it.
#[derive(Debug, Clone, FromRow)]
pub struct Told {
    /// The thing.
    pub id: ThingId,
    /// Its kind's name.
    pub kind: String,
    /// Its title.
    pub title: String,
    /// Its school.
    pub school_id: SchoolId,
    /// The circle it lives in.
    pub circle_id: CircleId,
}

/// A thing, when the viewer may read its title now.
///
/// # Errors
/// A fault of the database.
pub async fn still_told(tx: &mut Tx, viewer: &Viewer, thing: ThingId) -> Result<Option<Told>> {
    let people = id_list(viewer.people.iter().map(|me| me.id));
    let now = tx.now();
    tx.first(STILL, args![thing, people, looked_after(viewer), viewer.circle_list(), now]).await
}

const STILL: &str = concat!(
    "select t.id, t.kind, t.title, t.school_id, t.circle_id from thing t where t.id = $1 and t.withdrawn_at is null and ",
    still_seen!("$2", "$3", "$4", "$5")
);

/// What became visible to the viewer in some circles within a time, by what it asks, and that the viewer neither wrote nor
/// opened; oldest first.
///
/// # Errors
/// A fault of the database.
pub(super) async fn between(
    tx: &mut Tx,
    viewer: &Viewer,
    circles: String,
    (since, until): (Moment, Moment),
    attention: &str,
) -> Result<Vec<Told>> {
    let people = id_list(viewer.people.iter().map(|me| me.id));
    tx.all(BETWEEN, args![circles, since, until, people, attention]).await
}

const BETWEEN: &str = "\
select t.id, t.kind, t.title, t.school_id, t.circle_id from thing t where t.attention = $5 and t.withdrawn_at is null \
    and t.id in (select s.thing_id from share s where s.circle_id in (select unhex(value) from json_each($1)) \
        and s.visible_from > $2 and s.visible_from <= $3 and s.level < 3) \
    and t.author_id not in (select unhex(value) from json_each($4)) \
    and not exists (select 1 from receipt r where r.thing_id = t.id and r.opened_at is not null \
        and r.adult_id in (select unhex(value) from json_each($4))) \
order by t.id limit 50";
