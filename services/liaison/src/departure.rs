//! Children of a mot who left its school since. A mot for chosen children follows each child, in the circle of the child's family:
//! from the new school it is read as it was the day of leaving, and answered no more.

use commons::Thing;
use db::{FromRow, Moment, Result, Tx, args, id_list};
use school::{CircleId, PersonId, Viewer};

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

const CHILDREN: &str = concat!(
    "select c.child_id, ",
    present!("$2", "$3", "$4"),
    " as present, (select max(o.until) from member o join circle k on k.id = o.circle_id and k.school_id = $2 \
        where o.person_id = c.child_id and o.role = 'pupil' and o.until <= $4) as last_seat \
     from mot_child c where c.thing_id = $1 and c.school_id = $2 \
     and c.child_id in (select unhex(value) from json_each($5))"
);

async fn of(tx: &mut Tx, thing: &Thing, target: CircleId, children: String) -> Result<Vec<Child>> {
    tx.all(CHILDREN, args![thing.id, thing.school_id, target, tx.now(), children]).await
}

/// Those of some children of a mot who left its school.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn left(tx: &mut Tx, thing: &Thing, target: CircleId, children: &[PersonId]) -> Result<Vec<PersonId>> {
    let children = of(tx, thing, target, id_list(children.iter().copied())).await?;
    Ok(children.iter().filter(|it| it.left_at().is_some()).map(|it| it.child_id).collect())
}

/// Until when a viewer reads a mot, all of whose children among the viewer's left its school; none for everybody else.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn until(tx: &mut Tx, viewer: &Viewer, thing: &Thing, target: CircleId) -> Result<Option<Moment>> {
    if viewer.seats.iter().any(|seat| seat.school == thing.school_id) {
        return Ok(None);
    }
    let own = viewer.people.iter().map(|me| me.id);
    let own = id_list(own.chain(viewer.children().into_iter().map(|child| child.id)));
    let children = of(tx, thing, target, own).await?;
    let left: Vec<Moment> = children.iter().filter_map(Child::left_at).collect();
    Ok(left.iter().copied().max().filter(|_| left.len() == children.len()))
}
