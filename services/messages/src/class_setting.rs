//! What the teacher of a class opens to its pupils: writing to their teachers, writing among themselves.

use crate::matrix::pupil_writes;
use db::{Error, FromRow, Result, Tx, args};
use school::{Circle, CircleId, CircleKind, SchoolId, Viewer};

/// What pupils of a class may do with messages, from CE1 on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, FromRow)]
pub struct ClassSetting {
    /// Write to their teachers.
    pub pupils_write: bool,
    /// Write among themselves.
    pub pupils_to_pupils: bool,
}

impl ClassSetting {
    /// What a class has until its teacher chooses.
    pub const FIRST: Self = Self { pupils_write: true, pupils_to_pupils: false };

    /// Whether pupils write to one another: never where they do not write at all.
    pub fn among_themselves(self) -> bool {
        self.pupils_write && self.pupils_to_pupils
    }
}

/// What is open in a class.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, class: CircleId, school: SchoolId) -> Result<ClassSetting> {
    let found = tx
        .first(
            "select pupils_write, pupils_to_pupils from message_class where class_id = $1 and school_id = $2",
            args![class, school],
        )
        .await?;
    Ok(found.unwrap_or(ClassSetting::FIRST))
}

/// Whether a class has pupils, and none who writes at all: those before CE1.
///
/// # Errors
/// A fault of the database.
pub async fn is_young(tx: &mut Tx, class: CircleId) -> Result<bool> {
    let now = tx.now();
    let levels: Vec<Option<String>> = tx
        .column(
            "select p.level from member m join person p on p.id = m.person_id and p.gone_at is null \
             where m.circle_id = $1 and m.role = 'pupil' and m.since <= $2 and (m.until is null or m.until > $2)",
            args![class, now],
        )
        .await?;
    Ok(!levels.is_empty() && !levels.iter().any(|level| pupil_writes(level.as_deref())))
}

/// The class whose setting the viewer chooses: its teachers and the head.
///
/// # Errors
/// [`Error::NotFound`] to those who have no business in the class; [`Error::Forbidden`] to its pupils and families.
pub async fn load(tx: &mut Tx, viewer: &Viewer, class: CircleId) -> Result<Circle> {
    let circle = Circle::load(tx, class).await?;
    if circle.kind != CircleKind::Class {
        return Err(Error::NotFound);
    }
    if may_set(viewer, class, circle.school_id) {
        return Ok(circle);
    }
    let seen = viewer.seats.iter().any(|seat| seat.circle == class || seat.of_circle == Some(class));
    Err(if seen { Error::Forbidden } else { Error::NotFound })
}

/// Whether the viewer opens and closes in a class.
pub fn may_set(viewer: &Viewer, class: CircleId, school: SchoolId) -> bool {
    viewer.taught().any(|taught| taught == class) || viewer.heads(school)
}

/// Opens and closes.
///
/// # Errors
/// A fault of the database.
pub async fn set(tx: &mut Tx, viewer: &Viewer, class: &Circle, setting: ClassSetting) -> Result<()> {
    let by = viewer.acting_in(class.id, class.school_id)?;
    let now = tx.now();
    tx.change(
        "insert into message_class (class_id, school_id, pupils_write, pupils_to_pupils, changed_by, changed_at) \
         values ($1, $2, $3, $4, $5, $6) on conflict (class_id) do update set pupils_write = excluded.pupils_write, \
             pupils_to_pupils = excluded.pupils_to_pupils, changed_by = excluded.changed_by, changed_at = excluded.changed_at",
        args![class.id, class.school_id, setting.pupils_write, setting.pupils_to_pupils, by, now],
    )
    .await
}
