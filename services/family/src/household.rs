//! The household of a parent: the children of the account, in all schools, and the adults responsible for each.

use crate::invitation::{self, Invited};
use commons::lending;
use db::{Error, FromRow, Result, Tx, args, id_list};
use school::{CircleId, CircleKind, PersonId, PersonKind, Role, Seat, Viewer, person};

/// Whether somebody has a household here: an adult the directory knows as responsible for a child, now or before.
pub(crate) fn opens(viewer: &Viewer) -> bool {
    viewer.grants.is_empty() && viewer.people.iter().any(|me| me.kind == PersonKind::Guardian)
}

/// Answers « not found » to whoever has no household.
///
/// # Errors
/// [`Error::NotFound`].
pub(crate) fn require(viewer: &Viewer) -> Result<()> {
    if opens(viewer) { Ok(()) } else { Err(Error::NotFound) }
}

/// The seat by which the viewer is responsible for a child.
///
/// # Errors
/// [`Error::NotFound`] when the viewer is not.
pub(crate) fn seat_for(viewer: &Viewer, child: PersonId) -> Result<&Seat> {
    let responsible = |seat: &&Seat| seat.role == Role::Guardian && seat.child == Some(child);
    viewer.seats.iter().find(responsible).ok_or(Error::NotFound)
}

/// The viewer's entries as somebody responsible for children, as one bound value.
pub(crate) fn guardians(viewer: &Viewer) -> String {
    id_list(viewer.people.iter().filter(|me| me.kind == PersonKind::Guardian).map(|me| me.id))
}

/// A child of the household.
#[derive(Debug)]
pub(crate) struct Member {
    /// The child.
    pub(crate) id: PersonId,
    /// First name.
    pub(crate) first_name: String,
    /// « Les Tilleuls · CP de M. Roux », for each school.
    pub(crate) places: Vec<String>,
    /// The names of the other adults responsible: nothing else of them is shown.
    pub(crate) others: Vec<String>,
    /// Whom the family lets read.
    pub(crate) readers: Vec<Invited>,
    /// Whether the telephone may be lent to the child.
    pub(crate) borrows: bool,
}

#[derive(FromRow)]
struct Other {
    child_id: PersonId,
    first_name: String,
    last_name: String,
}

// Not those of the same account: a parent the directory lists twice is one.
const OTHERS: &str = "\
select g.child_id, p.first_name, p.last_name from guardianship g join person p on p.id = g.adult_id and p.gone_at is null \
where g.until is null and g.child_id in (select unhex(value) from json_each($1)) \
and g.adult_id not in (select person_id from account_person where account_id = $2) order by g.position, p.sort_key, p.id";

/// The children of the viewer, each with what the viewer may know.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn of(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Member>> {
    let children = viewer.children();
    let ids: Vec<PersonId> = children.iter().map(|child| child.id).collect();
    let list = id_list(ids.iter().copied());
    let others: Vec<Other> = tx.all(OTHERS, args![&list, viewer.account]).await?;
    let borrowers = lending::may_borrow(tx, &ids).await?;
    let readers = invitation::of(tx, list).await?;
    let classes = classes(tx, viewer).await?;
    let member = |child: school::Child| Member {
        id: child.id,
        first_name: child.first_name,
        places: places(viewer, &classes, child.id),
        others: names(&others, child.id),
        readers: readers.iter().filter(|it| it.child_id == child.id).cloned().collect(),
        borrows: borrowers.contains(&child.id),
    };
    Ok(children.into_iter().map(member).collect())
}

/// Each name once: the directory may list one adult twice.
fn names(others: &[Other], child: PersonId) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for other in others.iter().filter(|it| it.child_id == child) {
        let name = person::full(&other.first_name, &other.last_name);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// The classes whose families the viewer sits with, by name.
async fn classes(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<(CircleId, String)>> {
    let circles = viewer.seats.iter().filter(|seat| seat.role == Role::Guardian).filter_map(|seat| seat.of_circle);
    tx.all(
        "select id, name from circle where id in (select unhex(value) from json_each($1)) and kind = 'class'",
        args![id_list(circles)],
    )
    .await
}

fn places(viewer: &Viewer, classes: &[(CircleId, String)], child: PersonId) -> Vec<String> {
    let mut places: Vec<String> = Vec::new();
    let seats = || viewer.seats.iter().filter(|seat| seat.role == Role::Guardian && seat.child == Some(child));
    for seat in seats() {
        let class = classes.iter().find(|(id, _)| Some(*id) == seat.of_circle).map(|(_, name)| name);
        let Some(place) = class.map(|name| format!("{} · {name}", seat.school_name)) else { continue };
        if !places.contains(&place) {
            places.push(place);
        }
    }
    if places.is_empty() {
        places.extend(seats().find(|seat| seat.kind == CircleKind::Families).map(|seat| seat.school_name.clone()));
    }
    places
}
