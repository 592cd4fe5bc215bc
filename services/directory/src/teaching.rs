//! Who teaches where. AAF-1D does not say it (interfaces.md §1.5): heads do, and no import undoes it.

use crate::{W, days};
use commons::audit::{self, Action};
use db::{Error, FromRow, Result, Tx, args};
use school::{CircleId, PersonId, Role, SchoolId, Viewer, circle, person::Name};
use serde::Deserialize;
use std::path::Path;

/// The adults who work in a school.
///
/// # Errors
/// A fault of the database.
pub async fn team(tx: &mut Tx, school: SchoolId) -> Result<Vec<Name>> {
    tx.all(
        "select distinct p.id, p.first_name, p.last_name, p.sort_key from circle c join member m on m.circle_id = c.id \
         join person p on p.id = m.person_id and p.gone_at is null where c.school_id = $1 and c.kind = 'staff' \
         and m.since <= $2 and (m.until is null or m.until > $2) order by p.sort_key",
        args![school, tx.now()],
    )
    .await
}

/// Those of a team who may be attached to its classes: a seat there publishes and prints codes.
///
/// # Errors
/// A fault of the database.
pub async fn teachers(tx: &mut Tx, school: SchoolId) -> Result<Vec<Name>> {
    tx.all(
        "select distinct p.id, p.first_name, p.last_name, p.sort_key from circle c join member m on m.circle_id = c.id \
         join person p on p.id = m.person_id and p.gone_at is null where c.school_id = $1 and c.kind = 'staff' \
         and m.role in ('teacher', 'head') and m.since <= $2 and (m.until is null or m.until > $2) order by p.sort_key",
        args![school, tx.now()],
    )
    .await
}

/// Attaches a teacher of the school to one of its classes.
///
/// # Errors
/// [`Error::NotFound`] when the person is none of its teachers; a fault of the database.
pub async fn attach(tx: &mut Tx, viewer: &Viewer, school: SchoolId, class: CircleId, person: PersonId) -> Result<()> {
    if teachers(tx, school).await?.iter().all(|member| member.id != person) {
        return Err(Error::NotFound);
    }
    circle::seat(tx, class, person, Role::Teacher, None).await?;
    let detail = class.to_string();
    audit::write(tx, Some(viewer.account), Action::TeacherAttached, Some(person.to_string()), Some(&detail)).await
}

/// Ends what [`attach`] began; tells whose seat it was.
///
/// # Errors
/// [`Error::NotFound`] when the person was not attached by hand; a fault of the database.
pub async fn detach(tx: &mut Tx, viewer: &Viewer, class: CircleId, person: PersonId) -> Result<Name> {
    circle::unseat(tx, class, person, Role::Teacher).await?;
    days::forget(tx, class, person).await?;
    let detail = class.to_string();
    audit::write(tx, Some(viewer.account), Action::TeacherDetached, Some(person.to_string()), Some(&detail)).await?;
    tx.one("select id, first_name, last_name from person where id = $1", args![person]).await
}

/// A line of a file of links: UAI, class (field 3 of ENTPersonClasses), jointure of the teacher.
#[derive(Debug, Deserialize)]
struct Link {
    uai: String,
    classe: String,
    enseignant: i64,
}

#[derive(FromRow)]
struct Found {
    circle_id: CircleId,
    person_id: PersonId,
}

/// What became of a file of links.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attached {
    /// Lines that led to somebody.
    pub done: u64,
    /// Numbers of the lines whose school, class or teacher is not known.
    pub unknown: Vec<u64>,
}

/// Attaches teachers to classes from a CSV file (`uai;classe;enseignant`).
///
/// # Errors
/// [`Error::Invalid`] when the file is not readable as such; a fault of the database.
pub async fn import_links(tx: &mut Tx, path: &Path) -> Result<Attached> {
    let unreadable = |error: csv::Error| Error::invalid("links", reason(path, &error));
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_path(path).map_err(unreadable)?;
    let mut attached = Attached::default();
    // The header is line 1.
    for (line, link) in (2..).zip(reader.deserialize()) {
        let link: Link = link.map_err(unreadable)?;
        let Some(found) = find(tx, &link).await? else {
            attached.unknown.push(line);
            continue;
        };
        circle::seat(tx, found.circle_id, found.person_id, Role::Teacher, None).await?;
        attached.done += 1;
    }
    let detail = format!("{} / {}", attached.done, attached.unknown.len());
    audit::write(tx, None, Action::TeacherAttached, None, Some(&detail)).await?;
    Ok(attached)
}

/// Why a file of links cannot be taken.
fn reason(path: &Path, error: &csv::Error) -> String {
    let line = error.position().map_or(1, csv::Position::line);
    match error.kind() {
        csv::ErrorKind::Io(cause) => W.links_unopened(path.display(), aaf::said_of(cause)),
        _ => W.links_unreadable(path.display(), line),
    }
}

async fn find(tx: &mut Tx, link: &Link) -> Result<Option<Found>> {
    tx.first(
        "select c.id as circle_id, p.id as person_id from school s \
         join circle c on c.school_id = s.id and c.kind = 'class' and c.key = $2 and c.until is null \
         join person p on p.academy = s.academy and p.jointure = $3 and p.kind = 'staff' and p.gone_at is null \
         where s.uai = $1 order by c.year desc limit 1",
        args![&link.uai, &link.classe, link.enseignant],
    )
    .await
}
