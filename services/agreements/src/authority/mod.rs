//! Authorities as those who run the scheme find them, and as their own officers see theirs.

pub mod charge;
pub mod commune;
mod doubt;
pub mod form;
pub mod near;
mod new_form;

use crate::{Side, agreement};
use db::{Error, FromRow, Result, Tx, args, fold};
use school::{
    Authority, AuthorityId, Right, Territory, Viewer, authority::AuthorityKind, territory::town_key,
    viewer::or_not_found,
};
use std::collections::BTreeMap;

/// How many authorities a page of the list shows.
pub const PAGE: i64 = 50;

/// The départements, as the first three characters of a UAI, of the schools somebody runs the scheme for.
///
/// # Errors
/// A fault of the database.
pub async fn departments(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<String>> {
    if !viewer.may_over(Right::ManageAgreements) {
        return Ok(Vec::new());
    }
    let known: Vec<(String, String)> = tx
        .all(
            "select distinct substr(uai, 1, 3) as department, academy from school where gone_at is null \
             order by department, academy",
            &[],
        )
        .await?;
    let managed = known.into_iter().filter(|row| agreement::manages(viewer, &row.1));
    let mut departments: Vec<String> = managed.map(|row| row.0).collect();
    departments.dedup();
    Ok(departments)
}

/// Loads an authority for somebody who runs the scheme around it, or who handles its convention; tells which.
///
/// # Errors
/// [`Error::NotFound`] for everybody else.
pub async fn load(tx: &mut Tx, viewer: &Viewer, id: AuthorityId) -> Result<(Authority, Side)> {
    let found = Authority::load(tx, id).await?;
    if viewer.territories(Right::HandleAgreement).any(|it| it.to_string() == found.territory) {
        return Ok((found, Side::Authority));
    }
    or_not_found(departments(tx, viewer).await?.contains(&found.department))?;
    Ok((found, Side::Academy))
}

/// Loads an authority for somebody who runs the scheme around it.
///
/// # Errors
/// [`Error::NotFound`] for strangers; [`Error::Forbidden`] for its own officers.
pub async fn managed(tx: &mut Tx, viewer: &Viewer, id: AuthorityId) -> Result<Authority> {
    match load(tx, viewer, id).await? {
        (found, Side::Academy) => Ok(found),
        (_, Side::Authority) => Err(Error::Forbidden),
    }
}

/// The authorities whose conventions somebody handles.
///
/// # Errors
/// A fault of the database.
pub async fn handled(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Authority>> {
    let mut handled = Vec::new();
    for territory in viewer.territories(Right::HandleAgreement) {
        handled.extend(Authority::of_territory(tx, &territory).await?);
    }
    Ok(handled)
}

/// An authority in the list.
#[derive(Debug, Clone, FromRow)]
pub struct Listed {
    /// The authority.
    pub id: AuthorityId,
    /// What it is.
    pub kind: AuthorityKind,
    /// Its name.
    pub name: String,
    /// Its département.
    pub department: String,
    /// Its SIRET.
    pub siret: Option<String>,
    /// The last day of the mandate of who represents it.
    pub mandate_until: Option<String>,
    /// How many schools it pays for.
    pub schools: i64,
}

/// What is looked for in the list.
#[derive(Debug, Clone)]
pub struct Search {
    departments: String,
    name: String,
    siret: String,
}

impl Search {
    /// Authorities of some départements whose name has these words in this order, whatever accents, hyphens and apostrophes,
    /// or whose SIRET begins so. Everything, for no word.
    ///
    /// # Errors
    /// A fault when the départements cannot be written down.
    pub fn new(departments: &[String], words: &str) -> Result<Self> {
        let digits: String = words.chars().filter(|it| !it.is_whitespace()).collect();
        let is_number = digits.len() >= 5 && digits.bytes().all(|it| it.is_ascii_digit());
        Ok(Self {
            departments: serde_json::to_string(departments).map_err(Error::fault)?,
            name: pattern(words),
            // No SIRET is « - ».
            siret: if is_number { format!("{digits}%") } else { "-".to_owned() },
        })
    }

    /// How many there are.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn count(&self, tx: &mut Tx) -> Result<i64> {
        tx.count(
            "select count(*) as n from authority a where a.gone_at is null \
             and a.department in (select value from json_each($1)) \
             and (' ' || a.search_key like $2 or coalesce(a.siret, '') like $3)",
            args![&self.departments, &self.name, &self.siret],
        )
        .await
    }

    /// A page of them by name; pages are counted from 1.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn page(&self, tx: &mut Tx, page: i64) -> Result<Vec<Listed>> {
        let skipped = (page.clamp(1, 1_000_000) - 1) * PAGE;
        tx.all(
            "select a.id, a.kind, a.name, a.department, a.siret, a.mandate_until, \
             (select count(*) from authority_school l where l.authority_id = a.id) as schools \
             from authority a where a.gone_at is null and a.department in (select value from json_each($1)) \
             and (' ' || a.search_key like $2 or coalesce(a.siret, '') like $3) \
             order by a.sort_key, a.id limit $4 offset $5",
            args![&self.departments, &self.name, &self.siret, PAGE, skipped],
        )
        .await
    }
}

/// Folded words hold neither `%` nor `_`.
pub(crate) fn pattern(words: &str) -> String {
    let folded = fold(words);
    let words: Vec<&str> = folded.split(' ').filter(|it| !it.is_empty()).collect();
    match words.as_slice() {
        [] => "%".to_owned(),
        words => format!("% {}%", words.join("% ")),
    }
}

/// The communes of a département with schools and without an authority, by name: their territory, and how a school writes
/// them.
///
/// # Errors
/// A fault of the database.
pub async fn towns_without(tx: &mut Tx, department: &str) -> Result<Vec<(Territory, String)>> {
    let towns: Vec<String> = tx
        .column(
            "select distinct town from school where uai >= $1 and uai < $2 and town is not null and gone_at is null",
            args![department, format!("{department}~")],
        )
        .await?;
    let mut missing: BTreeMap<String, String> = BTreeMap::new();
    for town in towns {
        let key = town_key(&town);
        if !key.is_empty() {
            missing.entry(key).or_insert(town);
        }
    }
    let known: Vec<String> =
        tx.column("select territory from authority where department = $1", args![department]).await?;
    let towns = missing.into_iter().map(|(key, town)| (Territory::Town(department.to_owned(), key), town));
    Ok(towns.filter(|(it, _)| !known.contains(&it.to_string())).collect())
}

#[cfg(test)]
mod tests {
    use super::pattern;

    #[test]
    fn names_are_looked_for_by_the_beginnings_of_their_words() {
        assert_eq!(pattern("Sainte-Foy d’Aig"), "% sainte% foy% d% aig%");
        assert_eq!(pattern(" 100 % "), "% 100%");
        assert_eq!(pattern("’"), "%");
    }
}
