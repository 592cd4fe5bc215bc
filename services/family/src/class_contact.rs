//! What the families of a class gave to be reached, for those they show it to.

use crate::contact::Shown;
use db::{Error, FromRow, Result, Tx, args};
use school::{Circle, CircleId, CircleKind, PersonId, Role, SchoolId, Viewer, bearer, person};

/// How much of it somebody sees in a class: what is shown to them, and to those who see less.
pub(crate) fn reach(viewer: &Viewer, circle: CircleId, school: SchoolId) -> Option<Shown> {
    let here = || viewer.seats.iter().filter(|seat| seat.school == school);
    if here().any(|seat| matches!(seat.role, Role::Head | Role::Deputy)) {
        return Some(Shown::Head);
    }
    if viewer.taught().any(|class| class == circle) {
        return Some(Shown::Teachers);
    }
    let works = here().any(|seat| seat.kind == CircleKind::Staff && matches!(seat.role, Role::Teacher | Role::Staff));
    works.then_some(Shown::Team)
}

/// A class whose families' ways to be reached the viewer sees, and how much of them.
///
/// # Errors
/// [`Error::NotFound`] to those who do not work in the school, for circles of another kind and for a class that is over; a fault
/// of the database.
pub(crate) async fn load(tx: &mut Tx, viewer: &Viewer, id: CircleId) -> Result<(Circle, Shown)> {
    let circle = Circle::load_current(tx, id).await?;
    let reached = reach(viewer, id, circle.school_id).filter(|_| circle.kind == CircleKind::Class);
    Ok((circle, reached.ok_or(Error::NotFound)?))
}

/// What one adult gave.
#[derive(Debug, FromRow)]
pub(crate) struct Line {
    /// The adult's entry.
    pub(crate) adult_id: PersonId,
    /// The child's entry.
    pub(crate) child_id: PersonId,
    /// A telephone, or nothing.
    pub(crate) phone: String,
    /// Another, or nothing.
    pub(crate) other_phone: String,
    /// An electronic address, or nothing.
    pub(crate) email: String,
    /// The code of a language.
    pub(crate) language: String,
    shown: Shown,
    first_name: String,
    last_name: String,
    child_first_name: String,
    child_last_name: String,
}

impl Line {
    /// The adult.
    pub(crate) fn adult(&self) -> String {
        person::full(&self.first_name, &self.last_name)
    }

    /// The child.
    pub(crate) fn child(&self) -> String {
        person::full(&self.child_first_name, &self.child_last_name)
    }
}

const LINES: &str = "\
select distinct p.id as adult_id, c.id as child_id, f.phone, f.other_phone, f.email, f.language, f.shown, p.first_name, p.last_name, \
    c.first_name as child_first_name, c.last_name as child_last_name, c.sort_key, g.position, p.sort_key as adult_key \
from member m join person c on c.id = m.person_id \
join guardianship g on g.child_id = c.id and g.until is null \
join person p on p.id = g.adult_id and p.gone_at is null \
join family_contact f on f.person_id = p.id \
where m.circle_id = $1 and m.role = 'pupil' and m.since <= $2 and (m.until is null or m.until > $2) \
order by c.sort_key, g.position, adult_key";

/// What the adults of a class gave and show to whoever sees so much, in the order of the children's names; nothing of the other
/// adults responsible for a child of the viewer, whichever of their children sits there.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn of(tx: &mut Tx, viewer: &Viewer, class: &Circle, reached: Shown) -> Result<Vec<Line>> {
    let mut lines: Vec<Line> = tx.all(LINES, args![class.id, tx.now()]).await?;
    let beside = bearer::beside(tx, viewer).await?;
    // From the widest to the narrowest: the team, the teachers, the head.
    lines.retain(|line| line.shown <= reached && !beside.contains(&line.adult_id));
    Ok(lines)
}
