//! Whether somebody is still to be told of a thing at the moment a letter is written.

use crate::{
    notification::{looked_after, still_seen},
    thing::ThingId,
    untold::{self, Untold},
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

/// A thing, when the viewer may read its title now; nothing of what is closed to them.
///
/// # Errors
/// A fault of the database.
pub async fn still_told(tx: &mut Tx, viewer: &Viewer, thing: ThingId, untold: &[Untold]) -> Result<Option<Told>> {
    let people = id_list(viewer.people.iter().map(|me| me.id));
    let (now, circles) = (tx.now(), viewer.circle_list());
    let told: Option<Told> = tx.first(STILL, args![thing, people, looked_after(viewer), &circles, now]).await?;
    Ok(but_untold(tx, viewer, untold, told.into_iter().collect(), &circles).await?.pop())
}

/// Of what some circles tell, all but what is not told.
async fn but_untold(
    tx: &mut Tx,
    viewer: &Viewer,
    untold: &[Untold],
    mut told: Vec<Told>,
    circles: &str,
) -> Result<Vec<Told>> {
    let things: Vec<(ThingId, String)> = told.iter().map(|it| (it.id, it.kind.clone())).collect();
    let hidden = untold::hidden(tx, viewer, untold, &things, circles).await?;
    told.retain(|it| !hidden.contains(&it.id));
    Ok(told)
}

const STILL: &str = concat!(
    "select t.id, t.kind, t.title, t.school_id, t.circle_id from thing t where t.id = $1 and t.withdrawn_at is null and ",
    still_seen!("$2", "$3", "$4", "$5")
);

/// What became visible to the viewer in some circles within a time, by what it asks, and that the viewer neither wrote nor
/// opened; oldest first, and nothing of what is closed to them.
///
/// # Errors
/// A fault of the database.
pub(super) async fn between(
    tx: &mut Tx,
    viewer: &Viewer,
    (circles, untold): (&str, &[Untold]),
    (since, until): (Moment, Moment),
    attention: &str,
) -> Result<Vec<Told>> {
    let people = id_list(viewer.people.iter().map(|me| me.id));
    let told: Vec<Told> = tx.all(BETWEEN, args![circles, since, until, people, attention]).await?;
    let mut told = but_untold(tx, viewer, untold, told, circles).await?;
    told.truncate(MOST);
    Ok(told)
}

/// A letter tells no more.
const MOST: usize = 50;

// More are read than are told, so that enough remain where some are closed.

const BETWEEN: &str = "\
select t.id, t.kind, t.title, t.school_id, t.circle_id from thing t where t.attention = $5 and t.withdrawn_at is null \
    and t.id in (select s.thing_id from share s where s.circle_id in (select unhex(value) from json_each($1)) \
        and s.visible_from > $2 and s.visible_from <= $3 and s.level < 3) \
    and t.author_id not in (select unhex(value) from json_each($4)) \
    and not exists (select 1 from receipt r where r.thing_id = t.id and r.opened_at is not null \
        and r.adult_id in (select unhex(value) from json_each($4))) \
order by t.id limit 200";
