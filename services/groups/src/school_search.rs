//! Finding the school to ask by its name, its commune or its national code: what any public list of schools says.

use crate::{group::Desk, part};
use db::{Error, FromRow, Result, Tx, args, fold};
use school::{SchoolId, Viewer};

/// Schools shown; more words find the others.
const MOST: usize = 20;
/// The least letters of a search.
const SHORTEST: usize = 2;

/// A school as public lists know it.
#[derive(Debug, Clone, FromRow)]
pub struct Listed {
    id: SchoolId,
    /// Its national code.
    pub uai: String,
    /// Its name.
    pub name: String,
    /// Its commune.
    pub town: Option<String>,
}

impl Listed {
    /// Whether each word begins one of the name, of the commune or of the code.
    fn answers(&self, words: &[&str]) -> bool {
        let known = fold(&format!("{} {} {}", self.name, self.town.as_deref().unwrap_or_default(), self.uai));
        words.iter().all(|word| known.split(' ').any(|it| it.starts_with(*word)))
    }
}

/// What a search answers.
#[derive(Debug, Clone)]
pub enum Found {
    /// Too few letters were typed.
    Short,
    /// Those found, by name, and whether there are more.
    Schools(Vec<Listed>, bool),
}

/// Looks for schools of the académie that can still be asked. For the head of the school that holds the group.
///
/// # Errors
/// [`Error::Forbidden`] to others; a fault of the database.
pub async fn find(tx: &mut Tx, viewer: &Viewer, desk: &Desk, typed: &str) -> Result<Found> {
    let group = &desk.group;
    if !part::asks(viewer, group) {
        return Err(Error::Forbidden);
    }
    let folded = fold(typed);
    let words: Vec<&str> = folded.split(' ').filter(|it| !it.is_empty()).collect();
    if words.iter().map(|it| it.chars().count()).sum::<usize>() < SHORTEST {
        return Ok(Found::Short);
    }
    // Communes are folded here: a few thousand schools at most.
    let mut schools: Vec<Listed> = tx
        .all(
            "select id, uai, name, town from school where academy = $1 and gone_at is null order by sort_key, id",
            args![&group.academy],
        )
        .await?;
    let there = |id: SchoolId| desk.parts.iter().any(|it| it.school_id == id && (it.is_asked() || it.is_in()));
    schools.retain(|it| it.id != group.school_id && !there(it.id) && it.answers(&words));
    let more = schools.len() > MOST;
    schools.truncate(MOST);
    Ok(Found::Schools(schools, more))
}
