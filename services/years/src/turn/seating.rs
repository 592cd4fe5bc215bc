//! After the opening: the pupils of the school who have no class of the year yet, and giving them one. By hand, as the opening seats
//! everybody: the directory of September has the last word, and undoing the opening undoes it.

use super::{
    DraftClassId, Turn,
    draft::{self, To},
    listing::{self, ClassLine, PupilLine},
};
use commons::audit::{self, Action};
use db::{Error, Result, Tx, args};
use school::{AccountId, CircleId, PersonId, Role, circle};

/// The pupils of the school who sit in no class of the year, but those who leave.
///
/// # Errors
/// A fault of the database.
pub async fn unseated(tx: &mut Tx, turn: &Turn) -> Result<Vec<PupilLine>> {
    tx.all(UNSEATED, args![turn.id, turn.school_id, turn.year - 1, tx.now(), turn.year]).await
}

const UNSEATED: &str = "\
select q.id, q.first_name, q.last_name, q.level as level_before, coalesce(p.level, q.level) as level, \
    (select min(o.name) from member n join circle o on o.id = n.circle_id and o.kind = 'class' and o.school_id = $2 \
        and o.year = $3 where n.person_id = q.id and n.role = 'pupil' and (n.until is null or n.until > $4)) as class_before, \
    coalesce(p.leaves, false) as leaves \
from (select distinct m.person_id from circle c join member m on m.circle_id = c.id and m.role = 'pupil' \
        and m.since <= $4 and (m.until is null or m.until > $4) \
    where c.school_id = $2 and c.kind = 'school' and c.until is null) s \
join person q on q.id = s.person_id and q.gone_at is null \
left join turn_pupil p on p.turn_id = $1 and p.school_id = $2 and p.person_id = q.id \
where not coalesce(p.leaves, false) and not exists (select 1 from circle k join member n on n.circle_id = k.id \
    and n.role = 'pupil' and n.since <= $4 and (n.until is null or n.until > $4) \
    where k.school_id = $2 and k.kind = 'class' and k.year = $5 and k.until is null and n.person_id = q.id) \
order by q.sort_key, q.id";

/// The classes of the opening that go on.
///
/// # Errors
/// A fault of the database.
pub async fn classes(tx: &mut Tx, turn: &Turn) -> Result<Vec<ClassLine>> {
    let open: Vec<DraftClassId> = tx
        .column(
            "select k.class_id from turn_circle k join circle c on c.id = k.circle_id and c.until is null \
             where k.turn_id = $1 and k.school_id = $2 and k.kind = 'class'",
            args![turn.id, turn.school_id],
        )
        .await?;
    let mut classes = listing::classes(tx, turn).await?;
    classes.retain(|it| open.contains(&it.id));
    Ok(classes)
}

/// Seats pupils who have no class in one, and in its level where it has several; tells how many they are.
///
/// # Errors
/// [`Error::NotFound`] when the class is none of the opening; a fault of the database.
pub async fn seat(tx: &mut Tx, turn: &Turn, pupils: &[PersonId], class: DraftClassId, by: AccountId) -> Result<u64> {
    if !classes(tx, turn).await?.iter().any(|it| it.id == class) {
        return Err(Error::NotFound);
    }
    let mut seated = unseated(tx, turn).await?;
    seated.retain(|it| pupils.contains(&it.id));
    let people: Vec<PersonId> = seated.iter().map(|it| it.id).collect();
    // Undone and opened again, the year has them there too.
    draft::place(tx, turn, &people, Some(To::Class(class)), None).await?;
    for pupil in &seated {
        circle::seat(tx, class.into(), pupil.id, Role::Pupil, None).await?;
        let levels: Vec<CircleId> =
            tx.column(LEVEL, args![turn.id, turn.school_id, class, pupil.level.as_deref()]).await?;
        for level in levels {
            circle::seat(tx, level, pupil.id, Role::Pupil, None).await?;
        }
        audit::write(tx, Some(by), Action::PupilSeated, Some(pupil.id.to_string()), Some(&class.to_string())).await?;
    }
    Ok(u64::try_from(seated.len()).unwrap_or(u64::MAX))
}

const LEVEL: &str = "\
select k.circle_id from turn_circle k join circle c on c.id = k.circle_id and c.until is null \
where k.turn_id = $1 and k.school_id = $2 and k.class_id = $3 and k.kind = 'level' and k.level = $4";
