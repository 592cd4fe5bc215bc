//! The circles mots are written to: a class, a level of it, a group, the pupils of a whole school.

use db::{Result, Tx, args, id_list};
use school::{
    Circle, CircleId, CircleKind, Profile, Right, Role, SchoolId, SchoolYear, Seat, Viewer, circle, rights::carries,
    select_circles, viewer::or_not_found,
};

/// A circle whose families somebody of the school writes to.
#[derive(Debug, Clone)]
pub struct Class {
    /// The circle the children are taken from.
    pub target: Circle,
    /// The circle the mot lives in: the class of a level, else the same one.
    pub home: Circle,
}

impl Class {
    /// The circle the viewer may write mots to.
    ///
    /// # Errors
    /// [`db::Error::NotFound`] to everybody else, and for circles of another kind.
    pub async fn load_to_write(tx: &mut Tx, viewer: &Viewer, id: CircleId) -> Result<Self> {
        let target = Circle::load(tx, id).await?;
        let home = match (target.kind, target.of_circle) {
            (CircleKind::Level, Some(class)) => Circle::load(tx, class).await?,
            _ => target.clone(),
        };
        let class = Self { target, home };
        or_not_found(class.is_written_to() && viewer.may_in(Right::WriteLiaison, class.home.id, class.home.school_id))?;
        // A mot of a past year is read, and no longer written.
        let year = SchoolYear::of(tx.now().day());
        if [0, year.0].contains(&class.home.year) { Ok(class) } else { Err(db::Error::Forbidden) }
    }

    fn is_written_to(&self) -> bool {
        match self.target.kind {
            CircleKind::Class | CircleKind::Level | CircleKind::Group | CircleKind::School => true,
            CircleKind::Staff | CircleKind::Families | CircleKind::Challenge => false,
        }
    }

    /// The address of its mots among those of the viewer.
    pub fn path(&self) -> String {
        path(self.home.id)
    }
}

/// The address of the mots of a circle.
pub fn path(circle: CircleId) -> String {
    format!("/carnet?classe={circle}")
}

/// The circles the viewer writes mots to: those taught in; for a head all classes and groups, and the whole school.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Circle>> {
    let year = SchoolYear::of(tx.now().day());
    let mut circles: Vec<Circle> = Vec::new();
    let taught = id_list(viewer.seats.iter().filter(|seat| is_taught(seat)).map(|seat| seat.circle));
    let seated: Vec<Circle> = tx
        .all(
            select_circles!(
                "c.id in (select unhex(value) from json_each($1)) and c.year = $2 and c.until is null order by c.sort_key"
            ),
            args![taught, year.0],
        )
        .await?;
    circles.extend(seated);
    for seat in viewer.headed() {
        for found in circle::classes(tx, seat.school, year.0).await?.into_iter().chain(beside(tx, seat.school).await?) {
            if circles.iter().all(|known| known.id != found.id) {
                circles.push(found);
            }
        }
    }
    Ok(circles)
}

/// Whether a seat is that of somebody who teaches in a class or a group.
fn is_taught(seat: &Seat) -> bool {
    matches!(seat.kind, CircleKind::Class | CircleKind::Group) && carries(seat.role, Right::WriteLiaison)
}

/// The groups and the pupils of a school its head writes to besides its classes.
async fn beside(tx: &mut Tx, school: SchoolId) -> Result<Vec<Circle>> {
    let year = SchoolYear::of(tx.now().day());
    tx.all(
        select_circles!(
            "c.school_id = $1 and c.until is null and ((c.kind = 'group' and c.year = $2) or c.kind = 'school') \
             order by c.kind, c.sort_key"
        ),
        args![school, year.0],
    )
    .await
}

/// The levels of a class of several: each may be written to alone.
///
/// # Errors
/// A fault of the database.
pub async fn levels(tx: &mut Tx, class: CircleId) -> Result<Vec<Circle>> {
    let found = select_circles!("c.of_circle = $1 and c.kind = 'level' and c.until is null order by c.sort_key");
    tx.all(found, args![class]).await
}

/// Whether the viewer finds mots anywhere: decides the place in the navigation.
pub fn any(viewer: &Viewer) -> bool {
    let reads = viewer.seats.iter().any(|seat| seat.role == Role::Guardian);
    let writes = viewer.seats.iter().any(|seat| seat.role == Role::Head || is_taught(seat));
    reads || writes || sees_as_pupil(viewer)
}

/// Whether the viewer is a pupil old enough to see mots.
pub fn sees_as_pupil(viewer: &Viewer) -> bool {
    viewer.profile() == Profile::Pupil
        && viewer.people.iter().any(|me| crate::child::is_old_enough(me.level.as_deref()))
}
