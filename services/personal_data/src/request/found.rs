//! People the desk looks for: those of its territory, by name.

use super::desk::{covers, scope_of_person};
use db::{FromRow, Result, Tx, args, fold};
use school::{PersonId, PersonKind, Viewer, person::full};

/// Somebody the desk found.
#[derive(Debug, Clone, FromRow)]
pub struct Found {
    /// The person.
    pub id: PersonId,
    first_name: String,
    last_name: String,
    /// What the directory says the person is.
    pub kind: PersonKind,
    /// The day of birth.
    pub birth_day: Option<String>,
    /// A school.
    pub school: Option<String>,
}

impl Found {
    /// The whole name.
    pub fn name(&self) -> String {
        full(&self.first_name, &self.last_name)
    }
}

/// How many people are proposed.
const MOST: i64 = 20;

/// People of the territory whose name has words beginning so.
///
/// # Errors
/// A fault of the database.
pub async fn search(tx: &mut Tx, viewer: &Viewer, typed: &str) -> Result<Vec<Found>> {
    let words = fold(typed);
    if words.len() < 3 {
        return Ok(Vec::new());
    }
    // Folded text holds letters, digits and spaces only: nothing in it is a sign of a pattern.
    let starts: Vec<String> = words.split(' ').map(|word| format!(" {word}")).collect();
    let found: Vec<Found> = tx
        .all(
            "select p.id, p.first_name, p.last_name, p.kind, p.birth_day, \
                 (select min(s.name) from member m join circle c on c.id = m.circle_id and c.kind <> 'challenge' \
                     join school s on s.id = c.school_id where m.person_id = p.id) as school \
             from person p where p.search_key like $1 order by p.sort_key, p.id limit 200",
            args![format!("%{}%", starts.join("%"))],
        )
        .await?;
    let mut kept = Vec::new();
    for one in found {
        let full = i64::try_from(kept.len()).unwrap_or(MOST) >= MOST;
        if !full && covers(viewer, &scope_of_person(tx, one.id).await?) {
            kept.push(one);
        }
    }
    Ok(kept)
}

/// The name of a person of the territory of the viewer.
///
/// # Errors
/// [`db::Error::NotFound`] for a person of another; a fault of the database.
pub async fn person(tx: &mut Tx, viewer: &Viewer, id: PersonId) -> Result<Found> {
    let found: Found = tx
        .one(
            "select p.id, p.first_name, p.last_name, p.kind, p.birth_day, cast(null as text) as school \
             from person p where p.id = $1",
            args![id],
        )
        .await?;
    let scope = scope_of_person(tx, id).await?;
    if covers(viewer, &scope) { Ok(found) } else { Err(db::Error::NotFound) }
}
