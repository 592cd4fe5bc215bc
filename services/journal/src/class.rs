//! The class a journal belongs to, or the group. Each has one from its first day: there is nothing to open or to share.
//!
//! A group that gathers several schools is held by one: its head answers for the journal beside those who teach in the group, and
//! its hours are those of the journal, for a post is one thing, seen by all its readers at one instant. The head of another
//! school reads it when seated in the group, and in no other way.

use db::{Result, Tx, args, id_list};
use school::{
    Circle, CircleId, CircleKind, PersonId, Right, Role, SchoolId, SchoolYear, Viewer, circle, select_circles,
    viewer::or_not_found,
};

/// Where a journal is kept, as a viewer finds it: a class most often, or a group, which has the same rules and pages.
#[derive(Debug, Clone)]
pub struct Class {
    /// Its circle.
    pub circle: Circle,
    /// Whether the viewer publishes there and reviews what pupils write.
    pub manages: bool,
    /// Whether the viewer writes there.
    pub writes: bool,
}

impl Class {
    /// The class of a journal the viewer may read: its pupils, its adults, its families, the head of its school.
    ///
    /// # Errors
    /// [`db::Error::NotFound`] to everybody else, and for circles of another kind.
    pub async fn load(tx: &mut Tx, viewer: &Viewer, id: CircleId) -> Result<Self> {
        let mut class = Self::seen_by(viewer, Circle::load(tx, id).await?, SchoolYear::of(tx.now().day()));
        let has_journal = matches!(class.circle.kind, CircleKind::Class | CircleKind::Group);
        or_not_found(has_journal && opens(viewer, id, class.circle.school_id))?;
        // A group ends within its year.
        class.writes = class.writes && !class.circle.is_over(tx.now());
        Ok(class)
    }

    /// The class of a journal the viewer may write in.
    ///
    /// # Errors
    /// As [`Class::load`]; [`db::Error::Forbidden`] to those who only read.
    pub async fn load_to_write(tx: &mut Tx, viewer: &Viewer, id: CircleId) -> Result<Self> {
        let class = Self::load(tx, viewer, id).await?;
        if class.writes { Ok(class) } else { Err(db::Error::Forbidden) }
    }

    fn seen_by(viewer: &Viewer, circle: Circle, year: SchoolYear) -> Self {
        let manages = viewer.may_in(Right::PublishJournal, circle.id, circle.school_id);
        // The journal of a past year is read, and no longer written.
        let writes = circle.year == year.0 && viewer.may_in(Right::WriteJournal, circle.id, circle.school_id);
        Self { circle, manages, writes }
    }

    /// The address of its journal.
    pub fn path(&self) -> String {
        path(self.circle.id)
    }
}

/// The address of the journal of a class.
pub fn path(class: CircleId) -> String {
    format!("/classes/{class}/journal")
}

/// Whether the viewer reads the journal of a class of a school: sits there, for oneself or for a child, or looks after it.
pub fn opens(viewer: &Viewer, class: CircleId, school: SchoolId) -> bool {
    viewer.may_in(Right::PublishJournal, class, school)
        || viewer.seats.iter().any(|seat| class_of(seat.kind, seat.circle, seat.of_circle) == Some(class))
}

/// The class a seat opens the journal of, when the seat is in a class or a group, or perhaps in the families of one.
fn class_of(kind: CircleKind, circle: CircleId, of_circle: Option<CircleId>) -> Option<CircleId> {
    match kind {
        CircleKind::Class | CircleKind::Group => Some(circle),
        CircleKind::Families => of_circle,
        CircleKind::School | CircleKind::Staff | CircleKind::Level | CircleKind::Challenge => None,
    }
}

/// The classes whose journal the viewer reads, then the groups: those sat in, those of the children, all those of a school for
/// its head.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Class>> {
    let seated = viewer.seats.iter().filter_map(|seat| class_of(seat.kind, seat.circle, seat.of_circle));
    let mut circles: Vec<Circle> = tx
        .all(
            select_circles!(
                "c.id in (select unhex(value) from json_each($1)) and c.kind in ('class', 'group') and c.until is null \
                 order by c.sort_key"
            ),
            args![id_list(seated)],
        )
        .await?;
    let year = SchoolYear::of(tx.now().day());
    for seat in viewer.headed() {
        let classes = circle::classes(tx, seat.school, year.0).await?;
        for class in classes.into_iter().chain(circle::groups(tx, seat.school, year.0).await?) {
            if circles.iter().all(|known| known.id != class.id) {
                circles.push(class);
            }
        }
    }
    circles.sort_by_key(|circle| circle.kind == CircleKind::Group);
    Ok(circles.into_iter().map(|circle| Class::seen_by(viewer, circle, year)).collect())
}

/// Whether the viewer finds a journal anywhere: decides the place in the navigation.
pub fn any(viewer: &Viewer) -> bool {
    let has_journal = |kind: CircleKind| matches!(kind, CircleKind::Class | CircleKind::Group | CircleKind::Families);
    viewer.seats.iter().any(|seat| seat.role == Role::Head || has_journal(seat.kind))
}

/// Who looks after the journal of a class: its teachers, or the heads while the class has none.
///
/// # Errors
/// A fault of the database.
pub async fn keepers(tx: &mut Tx, class: CircleId, school: SchoolId) -> Result<Vec<PersonId>> {
    let mut keepers = circle::members(tx, class, Role::Teacher).await?;
    if keepers.is_empty() {
        keepers = circle::heads(tx, school).await?;
    }
    Ok(keepers.into_iter().map(|it| it.id).collect())
}
