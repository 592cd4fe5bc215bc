//! Children of a mot who left its school since. A mot for chosen children follows each child, in the circle of the child's family:
//! from the new school it is read as it was the day of leaving, and answered no more.

use commons::{Thing, ThingId};
use db::{FromRow, Moment, Result, Tx, args, id_list};
use school::{PersonId, SchoolId, Viewer};
use std::collections::HashMap;

/// Whether the child `c` of a mot is a pupil of its school now, or of the circle it is aimed at, which may gather several schools.
macro_rules! present {
    ($school:literal, $target:literal, $now:literal) => {
        concat!(
            "exists (select 1 from member s join circle q on q.id = s.circle_id and q.until is null \
                where s.person_id = c.child_id and s.role = 'pupil' and s.since <= ",
            $now,
            " and (s.until is null or s.until > ",
            $now,
            ") and (q.school_id = ",
            $school,
            " or q.id = ",
            $target,
            "))"
        )
    };
}
pub(crate) use present;

/// A child of a mot, and since when the child is gone from its school.
#[derive(FromRow)]
struct Child {
    thing_id: ThingId,
    child_id: PersonId,
    present: bool,
    last_seat: Option<Moment>,
}

impl Child {
    /// When the child left. A class that is over without a departure is left by nobody.
    fn left_at(&self) -> Option<Moment> {
        self.last_seat.filter(|_| !self.present)
    }
}

/// A mot, and its school.
type Place = (ThingId, SchoolId);

const CHILDREN: &str = concat!(
    "select c.thing_id, c.child_id, ",
    present!("c.school_id", "m.target_id", "$3"),
    " as present, (select max(o.until) from member o join circle k on k.id = o.circle_id and k.school_id = c.school_id \
        where o.person_id = c.child_id and o.role = 'pupil' and o.until <= $3) as last_seat \
     from mot_child c join mot m on m.thing_id = c.thing_id and m.school_id = c.school_id \
     where c.thing_id in (select unhex(value) from json_each($1)) \
     and c.school_id in (select unhex(value) from json_each($2)) \
     and c.child_id in (select unhex(value) from json_each($4)) order by c.thing_id"
);

async fn of(tx: &mut Tx, mots: &[Place], children: String) -> Result<Vec<Child>> {
    let (things, schools) = (id_list(mots.iter().map(|it| it.0)), id_list(mots.iter().map(|it| it.1)));
    tx.all(CHILDREN, args![things, schools, tx.now(), children]).await
}

/// Those of some children of a mot who left its school.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn left(tx: &mut Tx, thing: &Thing, children: &[PersonId]) -> Result<Vec<PersonId>> {
    let children = of(tx, &[(thing.id, thing.school_id)], id_list(children.iter().copied())).await?;
    Ok(children.iter().filter(|it| it.left_at().is_some()).map(|it| it.child_id).collect())
}

/// Until when a viewer reads each of some mots, all of whose children among the viewer's left its school; the other mots are left out.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn until(tx: &mut Tx, viewer: &Viewer, mots: &[Place]) -> Result<HashMap<ThingId, Moment>> {
    let elsewhere = |place: &&Place| viewer.seats.iter().all(|seat| seat.school != place.1);
    let mots: Vec<Place> = mots.iter().filter(elsewhere).copied().collect();
    if mots.is_empty() {
        return Ok(HashMap::new());
    }
    let own = viewer.people.iter().map(|me| me.id);
    let own = id_list(own.chain(viewer.children().into_iter().map(|child| child.id)));
    let children = of(tx, &mots, own).await?;
    let mut untils = HashMap::new();
    for each in children.chunk_by(|one, other| one.thing_id == other.thing_id) {
        let left: Vec<Moment> = each.iter().filter_map(Child::left_at).collect();
        if let (Some(last), Some(child)) = (left.iter().max().filter(|_| left.len() == each.len()), each.first()) {
            untils.insert(child.thing_id, *last);
        }
    }
    Ok(untils)
}
