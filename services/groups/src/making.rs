//! Making a group, changing it, ending it.

use crate::{
    W,
    group::{Desk, Group, runs},
    group_form::Wanted,
    roll,
};
use commons::audit::{self, Action};
use db::{Day, Error, Result, Tx, Uuid, args};
use school::{
    CircleId, CircleKind, PersonId, Role, School, SchoolYear, Viewer,
    circle::{self, NewCircle},
};

/// Makes a group of a school; whoever makes it teaches in it, but a head, who chooses. For those who make groups there.
///
/// # Errors
/// A fault of the database.
pub async fn make(tx: &mut Tx, viewer: &Viewer, school: &School, wanted: &Wanted) -> Result<CircleId> {
    let in_team = viewer.seats.iter().find(|seat| seat.school == school.id && seat.kind == CircleKind::Staff);
    let owner = in_team.map(|seat| seat.person);
    let id = add(tx, viewer, school, wanted, owner, None).await?;
    if let Some(owner) = owner.filter(|_| !runs(viewer, school.id)) {
        circle::seat(tx, id, owner, Role::Teacher, None).await?;
    }
    Ok(id)
}

/// Adds the circle of a group, its families, and its row; a challenge has no circle of families, for nothing is written in it.
pub(crate) async fn add(
    tx: &mut Tx,
    viewer: &Viewer,
    school: &School,
    wanted: &Wanted,
    owner: Option<PersonId>,
    scope: Option<&str>,
) -> Result<CircleId> {
    let (drawn, now): (Uuid, _) = (tx.id(), tx.now());
    let key = format!("hand:{}", drawn.simple());
    let kind = if scope.is_some() { CircleKind::Challenge } else { CircleKind::Group };
    let id = open(tx, school, kind, SchoolYear::of(now.day()).0, &key, &wanted.name).await?;
    tx.change(
        "insert into groups_group (circle_id, school_id, purpose, by_rule, scope, owner_id, made_by, made_at, ends_on) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        args![id, school.id, wanted.purpose, wanted.by_rule, scope, owner, viewer.account, now, Day::from(wanted.last)],
    )
    .await?;
    let detail = format!("{} {}", school.id, wanted.purpose.as_str());
    audit::write(tx, Some(viewer.account), Action::GroupMade, Some(id.to_string()), Some(&detail)).await?;
    Ok(id)
}

async fn open(tx: &mut Tx, school: &School, kind: CircleKind, year: i64, key: &str, name: &str) -> Result<CircleId> {
    let families = (kind == CircleKind::Group).then(|| W.families_of(name));
    let new = NewCircle {
        school: school.id,
        academy: &school.academy,
        kind,
        year,
        key,
        of_circle: None,
        name,
        families: families.as_deref(),
    };
    circle::open(tx, &new).await
}

/// Changes a group; one that had ended goes on until its new day. For a desk that manages it.
///
/// # Errors
/// A fault of the database.
pub async fn change(tx: &mut Tx, viewer: &Viewer, desk: &Desk, wanted: &Wanted) -> Result<()> {
    let group = &desk.group;
    let school = School::load(tx, group.school_id).await?;
    open(tx, &school, group.kind(), group.year, &group.key, &wanted.name).await?;
    tx.change(
        "update groups_group set purpose = $3, ends_on = $4, ended_at = null, ended_by = null \
         where circle_id = $1 and school_id = $2",
        args![group.id, group.school_id, wanted.purpose, Day::from(wanted.last)],
    )
    .await?;
    roll::settle(tx, group).await?;
    let detail = format!("until {}", wanted.last);
    audit::write(tx, Some(viewer.account), Action::GroupChanged, Some(group.id.to_string()), Some(&detail)).await
}

/// Ends a group before its day. Nothing of it is lost: those who sat there still read what was shared with it.
///
/// # Errors
/// [`Error::Conflict`] when it ended meanwhile; a fault of the database.
pub async fn end(tx: &mut Tx, viewer: Option<&Viewer>, group: &Group) -> Result<()> {
    let (now, by) = (tx.now(), viewer.map(|viewer| viewer.account));
    let ended = tx
        .changed_rows(
            "update groups_group set ended_at = $3, ended_by = $4 \
             where circle_id = $1 and school_id = $2 and ended_at is null",
            args![group.id, group.school_id, now, by],
        )
        .await?;
    if ended == 0 {
        return Err(Error::Conflict);
    }
    circle::close(tx, group.id).await?;
    audit::write(tx, by, Action::GroupEnded, Some(group.id.to_string()), Some(&group.school_id.to_string())).await
}
