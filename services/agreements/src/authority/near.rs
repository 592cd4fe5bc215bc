//! Authorities whose names are near what was typed.

use db::{Error, Result, Tx, args};
use school::near;

/// How many names are suggested.
const MOST: usize = 4;

/// The authorities of some départements whose names are near some words, the nearest first.
///
/// # Errors
/// A fault of the database.
pub async fn near(tx: &mut Tx, departments: &[String], words: &str) -> Result<Vec<String>> {
    let departments = serde_json::to_string(departments).map_err(Error::fault)?;
    let known: Vec<String> = tx
        .column(
            "select a.name from authority a where a.gone_at is null \
             and a.department in (select value from json_each($1)) order by a.sort_key, a.id",
            args![departments],
        )
        .await?;
    Ok(near::names(words, known, MOST))
}
