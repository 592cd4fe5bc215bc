//! A class: its pupils, the adults around it, and the classes of a school side by side.

use db::{FromRow, Moment, Result, Tx, args};
use school::{CircleId, PersonId, Role, SchoolId, Source, person::Name};
use std::collections::HashMap;

/// A class in the list of its school.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct ClassCount {
    /// The class.
    pub id: CircleId,
    /// Its name.
    pub name: String,
    /// How many pupils are in it.
    pub pupils: i64,
}

/// A pupil of a class.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Pupil {
    /// The pupil.
    pub id: PersonId,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// Level code (MEFSTAT4, interfaces.md §1.8).
    pub level: Option<String>,
    /// Where the entry comes from.
    pub source: Source,
}

/// An adult of a class.
#[derive(Debug, Clone, FromRow)]
pub struct Adult {
    /// The adult.
    pub id: PersonId,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// What they are in the class.
    pub role: Role,
    /// When the seat ends by itself: a replacement.
    pub until: Option<Moment>,
}

#[derive(FromRow)]
struct Tie {
    child_id: PersonId,
    id: PersonId,
    first_name: String,
    last_name: String,
}

#[derive(FromRow)]
struct Seated {
    circle_id: CircleId,
    id: PersonId,
    first_name: String,
    last_name: String,
}

/// The classes of a school in a year with the number of their pupils.
///
/// # Errors
/// A fault of the database.
pub async fn of_school(tx: &mut Tx, school: SchoolId, year: i64) -> Result<Vec<ClassCount>> {
    tx.all(
        "select c.id, c.name, (select count(distinct m.person_id) from member m where m.circle_id = c.id \
             and m.role = 'pupil' and m.since <= $3 and (m.until is null or m.until > $3)) as pupils \
         from circle c where c.school_id = $1 and c.kind = 'class' and c.year = $2 and c.until is null \
         order by c.sort_key",
        args![school, year, tx.now()],
    )
    .await
}

/// The last year before this one whose classes still run in a school: nobody opened the year yet.
///
/// # Errors
/// A fault of the database.
pub async fn running_before(tx: &mut Tx, school: SchoolId, year: i64) -> Result<Option<i64>> {
    let row: Option<(i64,)> = tx
        .first(
            "select c.year from circle c where c.school_id = $1 and c.kind = 'class' and c.year < $2 and c.until is null \
             order by c.year desc limit 1",
            args![school, year],
        )
        .await?;
    Ok(row.map(|it| it.0))
}

/// The teachers of each class of a school in a year, in the order of their names.
///
/// # Errors
/// A fault of the database.
pub async fn teachers_of_school(tx: &mut Tx, school: SchoolId, year: i64) -> Result<HashMap<CircleId, Vec<Name>>> {
    let seats: Vec<Seated> = tx
        .all(
            "select distinct m.circle_id, p.id, p.first_name, p.last_name, p.sort_key from circle c \
             join member m on m.circle_id = c.id join person p on p.id = m.person_id \
             where c.school_id = $1 and c.kind = 'class' and c.year = $2 and c.until is null and m.role = 'teacher' \
             and m.since <= $3 and (m.until is null or m.until > $3) order by p.sort_key",
            args![school, year, tx.now()],
        )
        .await?;
    let mut teachers: HashMap<CircleId, Vec<Name>> = HashMap::new();
    for seat in seats {
        let name = Name { id: seat.id, first_name: seat.first_name, last_name: seat.last_name };
        teachers.entry(seat.circle_id).or_default().push(name);
    }
    Ok(teachers)
}

/// The pupils of a class, in the order of their names.
///
/// # Errors
/// A fault of the database.
pub async fn pupils(tx: &mut Tx, class: CircleId) -> Result<Vec<Pupil>> {
    tx.all(
        "select distinct p.id, p.first_name, p.last_name, p.level, p.source, p.sort_key from member m \
         join person p on p.id = m.person_id where m.circle_id = $1 and m.role = 'pupil' \
         and m.since <= $2 and (m.until is null or m.until > $2) order by p.sort_key",
        args![class, tx.now()],
    )
    .await
}

/// The adults who work in a class, in the order of their names.
///
/// # Errors
/// A fault of the database.
pub async fn adults(tx: &mut Tx, class: CircleId) -> Result<Vec<Adult>> {
    tx.all(
        "select p.id, p.first_name, p.last_name, m.role, p.sort_key, \
             case when count(*) = count(m.until) then max(m.until) end as until from member m \
         join person p on p.id = m.person_id where m.circle_id = $1 and m.role in ('teacher', 'staff', 'town-agent') \
         and m.since <= $2 and (m.until is null or m.until > $2) \
         group by p.id, p.first_name, p.last_name, m.role, p.sort_key order by p.sort_key",
        args![class, tx.now()],
    )
    .await
}

/// The adults responsible for each pupil of a class, in the order of contact. For those who see the class.
///
/// # Errors
/// A fault of the database.
pub async fn guardians(tx: &mut Tx, class: CircleId) -> Result<HashMap<PersonId, Vec<Name>>> {
    let ties: Vec<Tie> = tx
        .all(
            "select g.child_id, p.id, p.first_name, p.last_name from guardianship g join person p on p.id = g.adult_id and p.gone_at is null \
             where g.until is null and g.child_id in (select m.person_id from member m where m.circle_id = $1 \
                 and m.role = 'pupil' and m.since <= $2 and (m.until is null or m.until > $2)) \
             order by g.position, p.sort_key",
            args![class, tx.now()],
        )
        .await?;
    let mut guardians: HashMap<PersonId, Vec<Name>> = HashMap::new();
    for tie in ties {
        let name = Name { id: tie.id, first_name: tie.first_name, last_name: tie.last_name };
        guardians.entry(tie.child_id).or_default().push(name);
    }
    Ok(guardians)
}

/// The pupils of each level, in the order of a child's schooling; those without level last.
pub fn by_level(pupils: Vec<Pupil>) -> Vec<(Option<String>, Vec<Pupil>)> {
    let mut levels: Vec<(Option<String>, Vec<Pupil>)> = Vec::new();
    for pupil in pupils {
        match levels.iter_mut().find(|(code, _)| *code == pupil.level) {
            Some((_, others)) => others.push(pupil),
            None => levels.push((pupil.level.clone(), vec![pupil])),
        }
    }
    levels.sort_by_key(|(code, _)| (code.is_none(), code.clone()));
    levels
}

#[cfg(test)]
mod tests {
    use super::*;
    use db::Uuid;

    fn pupil(number: u128, level: Option<&str>) -> Pupil {
        let id = PersonId(Uuid::from_u128(number));
        Pupil {
            id,
            first_name: String::new(),
            last_name: String::new(),
            level: level.map(str::to_owned),
            source: Source::Aaf,
        }
    }

    #[test]
    fn levels_follow_schooling_and_keep_the_order_of_names() {
        let class = [pupil(1, Some("1122")), pupil(2, None), pupil(3, Some("1121")), pupil(4, Some("1122"))];
        let levels = by_level(class.to_vec());
        let numbers = |pupils: &[Pupil]| pupils.iter().map(|it| it.id.0.as_u128()).collect::<Vec<_>>();
        let seen: Vec<_> = levels.iter().map(|(code, pupils)| (code.as_deref(), numbers(pupils))).collect();
        assert_eq!(seen, [(Some("1121"), vec![3]), (Some("1122"), vec![1, 4]), (None, vec![2])]);
    }
}
