//! Changes to a turn that is prepared. Several people work on it: each change is a row, the last one stands.

use super::{DraftClassId, Turn, level, level::next_level, proposal};
use crate::W;
use db::{Error, Problems, Result, Tx, args, fold, id_list};
use school::PersonId;

/// The longest name of a class, in characters.
const LONGEST_NAME: usize = 60;

/// A class as it was typed.
#[derive(Debug, Clone, Default)]
pub struct ClassForm {
    /// Its name.
    pub name: String,
    /// Codes of its levels.
    pub levels: Vec<String>,
    /// Those who teach there.
    pub teachers: Vec<PersonId>,
}

/// Where pupils go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum To {
    /// To a class of the coming year.
    Class(DraftClassId),
    /// Nobody knows yet.
    Nowhere,
    /// To another school, or to the collège.
    Away,
}

/// In which level pupils are next year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The one after.
    Next,
    /// The same again (*maintien*).
    Same,
}

/// Adds a class.
///
/// # Errors
/// [`Error::Invalid`] with what is wrong; a fault of the database.
pub async fn add_class(tx: &mut Tx, turn: &Turn, form: &ClassForm) -> Result<DraftClassId> {
    let name = check(tx, turn, None, form).await?;
    let id: DraftClassId = tx.id();
    tx.change(
        "insert into turn_class (id, turn_id, school_id, name, sort_key, levels) values ($1, $2, $3, $4, $5, $6)",
        args![id, turn.id, turn.school_id, &name, fold(&name), levels(form)],
    )
    .await?;
    set_teachers(tx, turn, id, &form.teachers).await?;
    Ok(id)
}

/// Changes a class.
///
/// # Errors
/// [`Error::NotFound`] when it is no class of the turn; [`Error::Invalid`] with what is wrong; a fault of the database.
pub async fn change_class(tx: &mut Tx, turn: &Turn, id: DraftClassId, form: &ClassForm) -> Result<()> {
    let name = check(tx, turn, Some(id), form).await?;
    let changed = tx
        .changed_rows(
            "update turn_class set name = $4, sort_key = $5, levels = $6 where id = $1 and turn_id = $2 and school_id = $3",
            args![id, turn.id, turn.school_id, &name, fold(&name), levels(form)],
        )
        .await?;
    if changed == 0 {
        return Err(Error::NotFound);
    }
    set_teachers(tx, turn, id, &form.teachers).await
}

/// Takes a class away; its pupils have no place any more.
///
/// # Errors
/// [`Error::NotFound`] when it is no class of the turn; a fault of the database.
pub async fn remove_class(tx: &mut Tx, turn: &Turn, id: DraftClassId) -> Result<()> {
    tx.change(
        "update turn_pupil set class_id = null where class_id = $1 and turn_id = $2 and school_id = $3",
        args![id, turn.id, turn.school_id],
    )
    .await?;
    set_teachers(tx, turn, id, &[]).await?;
    let removed = tx
        .changed_rows(
            "delete from turn_class where id = $1 and turn_id = $2 and school_id = $3",
            args![id, turn.id, turn.school_id],
        )
        .await?;
    if removed == 0 { Err(Error::NotFound) } else { Ok(()) }
}

/// Says where pupils go, in which level, or both; tells how many of them are the school's.
///
/// # Errors
/// [`Error::NotFound`] when the class is none of the turn; a fault of the database.
pub async fn place(tx: &mut Tx, turn: &Turn, pupils: &[PersonId], to: Option<To>, stage: Option<Stage>) -> Result<u64> {
    proposal::complete(tx, &[turn.school_id], turn.year).await?;
    let list = id_list(pupils.iter().copied());
    let mut placed = 0;
    if let Some(to) = to {
        placed = send(tx, turn, &list, to).await?;
    }
    if let Some(stage) = stage {
        let change = match stage {
            Stage::Next => NEXT_STAGE,
            Stage::Same => SAME_STAGE,
        };
        placed = tx.changed_rows(change, args![turn.id, turn.school_id, &list]).await?;
    }
    Ok(placed)
}

async fn send(tx: &mut Tx, turn: &Turn, pupils: &str, to: To) -> Result<u64> {
    let class = match to {
        To::Class(id) => Some(known(tx, turn, id).await?),
        To::Nowhere | To::Away => None,
    };
    tx.changed_rows(
        "update turn_pupil set class_id = $4, leaves = $5 where turn_id = $1 and school_id = $2 \
         and person_id in (select unhex(value) from json_each($3))",
        args![turn.id, turn.school_id, pupils, class, to == To::Away],
    )
    .await
}

const NEXT_STAGE: &str = concat!(
    "update turn_pupil set level = (select ",
    next_level!("p.level"),
    " from person p where p.id = turn_pupil.person_id) where turn_id = $1 and school_id = $2 ",
    "and person_id in (select unhex(value) from json_each($3))"
);

const SAME_STAGE: &str = "\
update turn_pupil set level = (select p.level from person p where p.id = turn_pupil.person_id) \
where turn_id = $1 and school_id = $2 and person_id in (select unhex(value) from json_each($3))";

/// A class, when it is one of the turn.
async fn known(tx: &mut Tx, turn: &Turn, id: DraftClassId) -> Result<DraftClassId> {
    let row: (DraftClassId,) = tx
        .one(
            "select id from turn_class where id = $1 and turn_id = $2 and school_id = $3",
            args![id, turn.id, turn.school_id],
        )
        .await?;
    Ok(row.0)
}

/// The name, when all is well. Two classes of one name could not be told apart when the directory brings them.
async fn check(tx: &mut Tx, turn: &Turn, id: Option<DraftClassId>, form: &ClassForm) -> Result<String> {
    let name = form.name.split_whitespace().collect::<Vec<_>>().join(" ");
    let homonyms: Vec<DraftClassId> = tx
        .column(
            "select id from turn_class where turn_id = $1 and school_id = $2 and sort_key = $3",
            args![turn.id, turn.school_id, fold(&name)],
        )
        .await?;
    let mut problems = Problems::default();
    problems.require(!fold(&name).is_empty(), "nom", W.class_name_missing());
    problems.require(name.chars().count() <= LONGEST_NAME, "nom", W.class_name_long());
    problems.require(homonyms.iter().all(|it| Some(*it) == id), "nom", W.class_name_taken());
    problems.or(name)
}

/// The levels as they are kept: those known, in order.
fn levels(form: &ClassForm) -> String {
    let chosen = level::ORDINARY.into_iter().filter(|code| form.levels.iter().any(|it| it == code));
    chosen.collect::<Vec<_>>().join(" ")
}

/// Only those of the team who teach: a seat in a class publishes and prints codes.
async fn set_teachers(tx: &mut Tx, turn: &Turn, class: DraftClassId, teachers: &[PersonId]) -> Result<()> {
    tx.change(
        "delete from turn_teacher where class_id = $1 and turn_id = $2 and school_id = $3",
        args![class, turn.id, turn.school_id],
    )
    .await?;
    let now = tx.now();
    tx.change(
        "insert into turn_teacher (class_id, person_id, turn_id, school_id) \
         select distinct $1, m.person_id, $2, c.school_id from circle c join member m on m.circle_id = c.id \
         where c.school_id = $3 and c.kind = 'staff' and m.role in ('teacher', 'head') \
         and (m.until is null or m.until > $4) and m.person_id in (select unhex(value) from json_each($5)) \
         on conflict (class_id, person_id) do nothing",
        args![class, turn.id, turn.school_id, now, id_list(teachers.iter().copied())],
    )
    .await
}
