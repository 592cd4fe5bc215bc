//! What a turn that is prepared holds: its classes, its pupils, the team.

use super::{DraftClassId, Turn, level, level::next_level};
use db::{Error, FromRow, Result, Tx, args};
use school::{PersonId, SchoolId, person::Name};
use std::collections::HashMap;

/// A class prepared.
#[derive(Debug, Clone, FromRow)]
pub struct ClassLine {
    /// The class.
    pub id: DraftClassId,
    /// Its name.
    pub name: String,
    /// The codes of its levels, with spaces between.
    levels: String,
    /// How many pupils go there.
    pub pupils: i64,
    /// How many of them are in a level that is none of the class.
    pub misplaced: i64,
    /// Those who teach there.
    #[sqlx(skip)]
    pub teachers: Vec<Name>,
}

impl ClassLine {
    /// The codes of its levels.
    pub fn levels(&self) -> Vec<&str> {
        self.levels.split_whitespace().collect()
    }

    /// « CE1, CE2 ».
    pub fn level_names(&self) -> String {
        self.levels().into_iter().map(level::label).collect::<Vec<_>>().join(", ")
    }
}

#[derive(FromRow)]
struct Taught {
    class_id: DraftClassId,
    id: PersonId,
    first_name: String,
    last_name: String,
}

/// The classes of a turn, by their names, with those who teach there.
///
/// # Errors
/// A fault of the database.
pub async fn classes(tx: &mut Tx, turn: &Turn) -> Result<Vec<ClassLine>> {
    let mut lines: Vec<ClassLine> = tx.all(CLASSES, args![turn.id, turn.school_id]).await?;
    let rows: Vec<Taught> = tx
        .all(
            "select h.class_id, p.id, p.first_name, p.last_name from turn_teacher h join person p on p.id = h.person_id \
             where h.turn_id = $1 and h.school_id = $2 order by p.sort_key, p.id",
            args![turn.id, turn.school_id],
        )
        .await?;
    let mut teachers: HashMap<DraftClassId, Vec<Name>> = HashMap::new();
    for row in rows {
        let name = Name { id: row.id, first_name: row.first_name, last_name: row.last_name };
        teachers.entry(row.class_id).or_default().push(name);
    }
    for line in &mut lines {
        line.teachers = teachers.remove(&line.id).unwrap_or_default();
    }
    Ok(lines)
}

const CLASSES: &str = "\
select k.id, k.name, k.levels, count(q.id) as pupils, \
    count(case when q.id is not null and k.levels <> '' and k.levels not like '%' || p.level || '%' then 1 end) as misplaced \
from turn_class k left join turn_pupil p on p.class_id = k.id and p.school_id = k.school_id \
left join person q on q.id = p.person_id and q.gone_at is null \
where k.turn_id = $1 and k.school_id = $2 group by k.id, k.name, k.levels, k.sort_key order by k.sort_key, k.id";

/// A class of a turn.
///
/// # Errors
/// [`Error::NotFound`] when it is none; a fault of the database.
pub async fn class(tx: &mut Tx, turn: &Turn, id: DraftClassId) -> Result<ClassLine> {
    classes(tx, turn).await?.into_iter().find(|it| it.id == id).ok_or(Error::NotFound)
}

/// A pupil in a list of the turn.
#[derive(Debug, Clone, FromRow)]
pub struct PupilLine {
    /// The pupil.
    pub id: PersonId,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// Code of the level of this year.
    pub level_before: Option<String>,
    /// Code of the level of the coming year.
    pub level: Option<String>,
    /// The name of the class of this year.
    pub class_before: Option<String>,
    /// Whether the pupil leaves the school.
    pub leaves: bool,
}

impl PupilLine {
    /// Whether the pupil stays in the level of this year.
    pub fn is_kept_down(&self) -> bool {
        let ordinary = self.level.as_deref().is_some_and(|it| level::ORDINARY.contains(&it));
        ordinary && !self.leaves && self.level == self.level_before
    }
}

/// The pupils of the school, where they are put this year and the next. `p` has no row for those who came since.
macro_rules! select_pupils {
    ($condition:literal) => {
        concat!(
            "select q.id, q.first_name, q.last_name, q.level as level_before, coalesce(p.level, ",
            next_level!("q.level"),
            ") as level, (select min(o.name) from member n join circle o on o.id = n.circle_id and o.kind = 'class' ",
            "and o.school_id = $2 and o.year = $3 and o.until is null ",
            "where n.person_id = q.id and n.role = 'pupil' and (n.until is null or n.until > $4)) as class_before, coalesce(p.leaves, false) as leaves ",
            "from (select distinct m.person_id from circle c join member m on m.circle_id = c.id and m.role = 'pupil' ",
            "and m.since <= $4 and (m.until is null or m.until > $4) ",
            "where c.school_id = $2 and c.kind in ('school', 'class') and c.year in (0, $3) and c.until is null) s ",
            "join person q on q.id = s.person_id and q.gone_at is null ",
            "left join turn_pupil p on p.turn_id = $1 and p.school_id = $2 and p.person_id = q.id where ",
            $condition,
            " order by q.sort_key, q.id"
        )
    };
}

/// The pupils who go to a class.
///
/// # Errors
/// A fault of the database.
pub async fn pupils_of(tx: &mut Tx, turn: &Turn, class: DraftClassId) -> Result<Vec<PupilLine>> {
    tx.all(select_pupils!("p.class_id = $5"), args![turn.id, turn.school_id, turn.year - 1, tx.now(), class]).await
}

/// The pupils nobody gave a place yet.
///
/// # Errors
/// A fault of the database.
pub async fn nowhere(tx: &mut Tx, turn: &Turn) -> Result<Vec<PupilLine>> {
    let none = select_pupils!("p.class_id is null and not coalesce(p.leaves, false)");
    tx.all(none, args![turn.id, turn.school_id, turn.year - 1, tx.now()]).await
}

/// The pupils who leave the school.
///
/// # Errors
/// A fault of the database.
pub async fn leaving(tx: &mut Tx, turn: &Turn) -> Result<Vec<PupilLine>> {
    tx.all(select_pupils!("p.leaves"), args![turn.id, turn.school_id, turn.year - 1, tx.now()]).await
}

/// Those who teach in a class of this year for good, and in none of those prepared.
///
/// # Errors
/// A fault of the database.
pub async fn without_class(tx: &mut Tx, turn: &Turn) -> Result<Vec<Name>> {
    tx.all(WITHOUT_CLASS, args![turn.id, turn.school_id, turn.year - 1]).await
}

const WITHOUT_CLASS: &str = "\
select distinct p.id, p.first_name, p.last_name, p.sort_key from circle c \
join member m on m.circle_id = c.id and m.role = 'teacher' and m.until is null \
join person p on p.id = m.person_id and p.gone_at is null \
where c.school_id = $2 and c.kind = 'class' and c.year = $3 and c.until is null \
and not exists (select 1 from turn_teacher h where h.turn_id = $1 and h.school_id = $2 and h.person_id = p.id) \
order by p.sort_key, p.id";

/// The codes of the levels of the school: those of this year, where newcomers are awaited, and those its pupils go to.
///
/// # Errors
/// A fault of the database.
pub async fn levels(tx: &mut Tx, turn: &Turn) -> Result<Vec<String>> {
    tx.column(LEVELS, args![turn.id, turn.school_id, turn.year - 1, tx.now()]).await
}

const LEVELS: &str = "\
select it.level from (select q.level from circle c join member m on m.circle_id = c.id and m.role = 'pupil' \
        and m.since <= $4 and (m.until is null or m.until > $4) \
        join person q on q.id = m.person_id and q.gone_at is null \
        where c.school_id = $2 and c.kind = 'class' and c.year = $3 and c.until is null \
    union select p.level from turn_pupil p join person o on o.id = p.person_id and o.gone_at is null \
        where p.turn_id = $1 and p.school_id = $2 and not p.leaves) it where it.level is not null order by it.level";

/// Those of the team who may teach in a class.
///
/// # Errors
/// A fault of the database.
pub async fn team(tx: &mut Tx, school: SchoolId) -> Result<Vec<Name>> {
    tx.all(
        "select distinct p.id, p.first_name, p.last_name, p.sort_key from circle c join member m on m.circle_id = c.id \
         join person p on p.id = m.person_id and p.gone_at is null where c.school_id = $1 and c.kind = 'staff' \
         and m.role in ('teacher', 'head') and (m.until is null or m.until > $2) order by p.sort_key",
        args![school, tx.now()],
    )
    .await
}
