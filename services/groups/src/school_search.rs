//! Finding the school to ask by its name, its commune or its national code: what any public list of schools says.

use crate::{group::Desk, part};
use db::{Error, Result, Tx, fold};
use school::{School, SchoolId, Territory, Viewer, schools_named};

/// Schools shown; more words find the others.
const MOST: usize = 20;
/// The least letters of a search.
const SHORTEST: usize = 2;

/// What a search answers.
#[derive(Debug, Clone)]
pub enum Found {
    /// Too few letters were typed.
    Short,
    /// Those found, by name, and whether there are more.
    Schools(Vec<School>, bool),
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
    if fold(typed).chars().filter(|it| *it != ' ').count() < SHORTEST {
        return Ok(Found::Short);
    }
    let mut schools = schools_named(tx, &Territory::Academy(group.academy.clone()), typed).await?;
    let there = |id: SchoolId| desk.parts.iter().any(|it| it.school_id == id && (it.is_asked() || it.is_in()));
    schools.retain(|it| it.id != group.school_id && !there(it.id));
    let more = schools.len() > MOST;
    schools.truncate(MOST);
    Ok(Found::Schools(schools, more))
}
