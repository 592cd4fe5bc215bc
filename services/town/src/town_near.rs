//! Communes whose name is near what was typed: a letter is easily forgotten.

use db::{Result, Tx};
use school::{Territory, near, schools_in};

/// The most names that are offered.
const MOST: usize = 3;

/// The names of communes with a school that are near what was typed, the nearest first: those of the département typed, or of
/// all where none of them is there.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn names(tx: &mut Tx, typed: &str, department: &str) -> Result<Vec<String>> {
    let mut schools = schools_in(tx, &Territory::Department(department.to_owned())).await?;
    if schools.is_empty() {
        schools = schools_in(tx, &Territory::Region).await?;
    }
    Ok(near::names(typed, schools.into_iter().filter_map(|school| school.town), MOST))
}
