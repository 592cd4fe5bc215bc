//! Where whoever is entered by hand sits. Only seats given by hand are touched.

use super::{EntryKind, day};
use db::{Result, Tx, args};
use jiff::civil::Date;
use school::{Circle, CircleId, CircleKind, PersonId, Role, SchoolId, SchoolYear, circle, select_circles};

/// The circle of all the pupils of a school, or of its team.
pub(super) async fn of_school(tx: &mut Tx, school: SchoolId, kind: CircleKind) -> Result<CircleId> {
    tx.one_value(
        "select id from circle where school_id = $1 and kind = $2 and until is null order by since, id limit 1",
        args![school, kind],
    )
    .await
}

/// The classes of the year and the groups of a school, where an adult may sit.
pub(super) async fn choices(tx: &mut Tx, school: SchoolId) -> Result<Vec<Circle>> {
    let year = SchoolYear::of(tx.now().day());
    tx.all(
        select_circles!(
            "c.school_id = $1 and c.kind in ('class', 'group') and c.year in (0, $2) and c.until is null \
             order by c.kind, c.sort_key, c.id"
        ),
        args![school, year.0],
    )
    .await
}

/// The classes and groups somebody sits in by hand.
pub(super) async fn taken(tx: &mut Tx, person: PersonId, role: Role) -> Result<Vec<CircleId>> {
    let now = tx.now();
    tx.column(
        "select m.circle_id from member m join circle c on c.id = m.circle_id and c.kind in ('class', 'group') \
         where m.person_id = $1 and m.role = $2 and m.source = 'hand' and (m.until is null or m.until > $3)",
        args![person, role, now],
    )
    .await
}

/// Seats an adult in the team, when of it, and in these classes and groups only, until the end of a day.
pub(super) async fn settle(
    tx: &mut Tx,
    school: SchoolId,
    (person, kind): (PersonId, EntryKind),
    places: &[CircleId],
    until: Option<Date>,
) -> Result<()> {
    let (role, until) = (kind.role(), until.map(day::end_of));
    for left in taken(tx, person, role).await?.into_iter().filter(|it| !places.contains(it)) {
        circle::unseat(tx, left, person, role).await?;
    }
    if kind.is_of_team() {
        let team = of_school(tx, school, CircleKind::Staff).await?;
        circle::seat(tx, team, person, role, until).await?;
    }
    for place in places {
        circle::seat(tx, *place, person, role, until).await?;
    }
    Ok(())
}

/// Seats a pupil in a class, in the school, and in the level of the class when it has several.
pub(super) async fn seat_pupil(tx: &mut Tx, class: &Circle, person: PersonId, level: Option<&str>) -> Result<()> {
    let pupils = of_school(tx, class.school_id, CircleKind::School).await?;
    for circle in [Some(class.id), Some(pupils), level_of(tx, class.id, level).await?].into_iter().flatten() {
        circle::seat(tx, circle, person, Role::Pupil, None).await?;
    }
    Ok(())
}

/// Seats a pupil of a class in another level of it.
pub(super) async fn change_level(tx: &mut Tx, class: &Circle, person: PersonId, level: Option<&str>) -> Result<()> {
    let now = tx.now();
    tx.change(
        "update member set until = $3 where person_id = $2 and source = 'hand' and (until is null or until > $3) \
         and circle_id in (select id from circle where of_circle = $1 and kind = 'level')",
        args![class.id, person, now],
    )
    .await?;
    match level_of(tx, class.id, level).await? {
        Some(circle) => circle::seat(tx, circle, person, Role::Pupil, None).await,
        None => Ok(()),
    }
}

/// The circle of a level in a class: its key ends with the code of the level.
async fn level_of(tx: &mut Tx, class: CircleId, level: Option<&str>) -> Result<Option<CircleId>> {
    let Some(level) = level else { return Ok(None) };
    tx.value(
        "select id from circle where of_circle = $1 and kind = 'level' and key like $2 and until is null",
        args![class, format!("%/{level}")],
    )
    .await
}

/// Ends every seat given by hand.
pub(super) async fn end_all(tx: &mut Tx, person: PersonId) -> Result<()> {
    let now = tx.now();
    tx.change(
        "update member set until = $2 where person_id = $1 and source = 'hand' and (until is null or until > $2)",
        args![person, now],
    )
    .await
}
