//! Children of a mot who left its school since. A mot for chosen children follows each child, in the circle of the child's family:
//! from the new school it is read as it was the day of leaving, and answered no more.

use commons::{Thing, ThingId};
use db::{FromRow, Moment, Result, Tx, args, id_list};
use school::{CircleId, PersonId, Right, Role, SchoolId, Viewer};
use std::collections::HashMap;
use web::Soon;

/// Whether a child of a mot is a pupil of its school now, or of the circle it is aimed at, which may gather several schools. A child
/// entered twice is there by the entry that took the place of the other.
macro_rules! present {
    ($child:literal, $merged_into:literal, $school:literal, $target:literal, $now:literal) => {
        concat!(
            "exists (select 1 from member s join circle q on q.id = s.circle_id and q.until is null \
                where s.person_id in (",
            $child,
            ", coalesce(",
            $merged_into,
            ", ",
            $child,
            ")) and s.role = 'pupil' and s.since <= ",
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

/// A mot, and its school.
type Place = (ThingId, SchoolId);

/// Those of some children of a mot who left its school.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn left(tx: &mut Tx, thing: &Thing, children: &[PersonId]) -> Result<Vec<PersonId>> {
    let children = of(tx, &[(thing.id, thing.school_id)], id_list(children.iter().copied())).await?;
    Ok(children.iter().filter(|it| it.left_at().is_some()).map(|it| it.child_id).collect())
}

/// Until when a viewer reads each of some mots whose children, among the viewer's, have all left its school; a mot is left out when
/// one of them stays, or when the viewer looks after it.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn until(tx: &mut Tx, viewer: &Viewer, mots: &[Place]) -> Result<HashMap<ThingId, Moment>> {
    let own = viewer.pupils();
    // Of most families everybody is still there: nothing is asked of the database for them.
    let some_elsewhere = |place: &&Place| own.iter().any(|it| !sits(viewer, *it, place.1));
    let mots: Vec<Place> = mots.iter().filter(some_elsewhere).copied().collect();
    if mots.is_empty() {
        return Ok(HashMap::new());
    }
    let children = of(tx, &mots, id_list(own)).await?;
    let mut untils = HashMap::new();
    for each in children.chunk_by(|one, other| one.thing_id == other.thing_id) {
        let left: Vec<Moment> = each.iter().filter_map(Child::left_at).collect();
        let last = left.iter().max().filter(|_| left.len() == each.len());
        if let (Some(last), Some(child)) = (last, each.first().filter(|it| !it.is_managed(viewer))) {
            untils.insert(child.thing_id, *last);
        }
    }
    Ok(untils)
}

/// Of some mots, those a viewer is told nothing of any more: all the children they reach the viewer by left their school.
pub(crate) fn untold_after_departure<'a>(
    tx: &'a mut Tx,
    viewer: &'a Viewer,
    mots: &'a [ThingId],
) -> Soon<'a, Vec<ThingId>> {
    Box::pin(async move {
        let mots: Vec<Place> = tx.all(PLACES, args![id_list(mots.iter().copied())]).await?;
        Ok(until(tx, viewer, &mots).await?.into_keys().collect())
    })
}

const PLACES: &str = "select thing_id, school_id from mot where thing_id in (select unhex(value) from json_each($1)) \
     and school_id is not null";

/// Whether the viewer knows that a child is a pupil of a school.
fn sits(viewer: &Viewer, child: PersonId, school: SchoolId) -> bool {
    viewer.seats.iter().filter(|seat| seat.school == school).any(|seat| match seat.child {
        Some(of) => seat.role == Role::Guardian && of == child,
        None => seat.role == Role::Pupil && seat.person == child,
    })
}

/// A child of a mot, and since when the child is gone from its school.
#[derive(FromRow)]
struct Child {
    thing_id: ThingId,
    school_id: SchoolId,
    circle_id: CircleId,
    child_id: PersonId,
    present: bool,
    last_seat: Option<Moment>,
}

impl Child {
    /// When the child left. A class that is over without a departure is left by nobody.
    fn left_at(&self) -> Option<Moment> {
        self.last_seat.filter(|_| !self.present)
    }

    /// Whether the viewer looks after the mot, as its loading tells.
    fn is_managed(&self, viewer: &Viewer) -> bool {
        viewer.may_in(Right::WriteLiaison, self.circle_id, self.school_id)
            || viewer.may_at(Right::Unpublish, self.school_id)
    }
}

async fn of(tx: &mut Tx, mots: &[Place], children: String) -> Result<Vec<Child>> {
    let (things, schools) = (id_list(mots.iter().map(|it| it.0)), id_list(mots.iter().map(|it| it.1)));
    tx.all(CHILDREN, args![things, schools, tx.now(), children]).await
}

// An entry whose place another took is the child of whoever answers for the other.
const CHILDREN: &str = concat!(
    "select c.thing_id, c.school_id, m.circle_id, c.child_id, ",
    present!("c.child_id", "p.merged_into", "c.school_id", "m.target_id", "$3"),
    " as present, (select max(o.until) from member o join circle k on k.id = o.circle_id and k.school_id = c.school_id \
        where o.person_id in (c.child_id, coalesce(p.merged_into, c.child_id)) and o.role = 'pupil' and o.until <= $3) \
        as last_seat \
     from mot_child c join mot m on m.thing_id = c.thing_id and m.school_id = c.school_id \
     join person p on p.id = c.child_id \
     where c.thing_id in (select unhex(value) from json_each($1)) \
     and c.school_id in (select unhex(value) from json_each($2)) \
     and (c.child_id in (select unhex(value) from json_each($4)) \
        or p.merged_into in (select unhex(value) from json_each($4))) order by c.thing_id"
);
