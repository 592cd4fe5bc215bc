//! Communes become authorities: from the schools the directory knows, or from the open directory.

use db::{FromRow, Result, Tx, args};
use school::{Authority, AuthorityId, SchoolId, Territory, authority::set_payer, territory::town_key};
use std::collections::HashMap;

/// Says that the directory said who pays: somebody may say otherwise.
const BY_DIRECTORY: &str = "annuaire";
const BY_HAND: &str = "hand";

/// Whether a school is private, by the end of its type (domain.md §9.3). Communes have no convention for those.
pub fn is_private(kind: Option<&str>) -> bool {
    kind.is_some_and(|it| it.trim_end().ends_with("PR"))
}

/// Every authority and every payer, to found communes without asking again for each.
#[derive(Debug, Default)]
pub struct Register {
    authorities: HashMap<String, (AuthorityId, Option<String>)>,
    payers: HashMap<SchoolId, (AuthorityId, String)>,
}

impl Register {
    /// Reads what is known.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn read(tx: &mut Tx) -> Result<Self> {
        let authorities: Vec<(String, AuthorityId, Option<String>)> =
            tx.all("select territory, id, insee from authority", &[]).await?;
        let payers: Vec<(SchoolId, AuthorityId, String)> =
            tx.all("select school_id, authority_id, source from authority_school", &[]).await?;
        Ok(Self {
            authorities: authorities.into_iter().map(|(territory, id, insee)| (territory, (id, insee))).collect(),
            payers: payers.into_iter().map(|(school, id, source)| (school, (id, source))).collect(),
        })
    }

    /// Whether a territory has its authority.
    pub fn knows(&self, territory: &str) -> bool {
        self.authorities.contains_key(territory)
    }

    /// Whether the directory saying that the authority of a territory pays for a school changes anything.
    pub fn would_change(&self, school: SchoolId, territory: &str) -> bool {
        let authority = self.authorities.get(territory).map(|it| it.0);
        match self.payers.get(&school) {
            Some((_, source)) if source == BY_HAND => false,
            Some((payer, _)) => authority != Some(*payer),
            None => true,
        }
    }

    /// Whether somebody pays for a school already.
    pub fn is_paid(&self, school: SchoolId) -> bool {
        self.payers.contains_key(&school)
    }

    /// The authority of a commune, founded when there is none; tells whether it was. Its INSEE code is kept where there was
    /// none; what people wrote is never changed.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn commune(&mut self, tx: &mut Tx, town: &Commune<'_>) -> Result<(AuthorityId, bool)> {
        let territory = town.territory.to_string();
        if let Some((id, insee)) = self.authorities.get(&territory).cloned() {
            if insee.is_none() && town.insee.is_some() {
                tx.change("update authority set insee = $2 where id = $1 and insee is null", args![id, town.insee])
                    .await?;
                self.authorities.insert(territory, (id, town.insee.map(str::to_owned)));
            }
            return Ok((id, false));
        }
        let id = found(tx, town).await?.id;
        self.authorities.insert(territory, (id, town.insee.map(str::to_owned)));
        Ok((id, true))
    }

    /// Says that an authority pays for a school, as the directory has it; tells whether that changes anything.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn pays(&mut self, tx: &mut Tx, school: SchoolId, authority: AuthorityId) -> Result<bool> {
        if self.payers.get(&school).is_some_and(|(payer, source)| source == BY_HAND || *payer == authority) {
            return Ok(false);
        }
        set_payer(tx, school, authority, BY_DIRECTORY).await?;
        self.payers.insert(school, (authority, BY_DIRECTORY.to_owned()));
        Ok(true)
    }
}

/// A commune as the directory has it.
#[derive(Debug, Clone, Copy)]
pub struct Commune<'a> {
    /// Its territory.
    pub territory: &'a Territory,
    /// Its département, as a UAI begins.
    pub department: &'a str,
    /// Its name.
    pub name: &'a str,
    /// Its INSEE code.
    pub insee: Option<&'a str>,
}

/// Founds the authority of a commune.
///
/// # Errors
/// [`db::Error::Conflict`] when it has one; a fault of the database.
pub async fn found(tx: &mut Tx, town: &Commune<'_>) -> Result<Authority> {
    let (id, now) = (tx.id(), tx.now());
    let mut authority = Authority::new(id, &written(town.name), Some(town.territory), town.department, now);
    authority.insee = town.insee.map(str::to_owned);
    authority.town = authority.name.clone();
    authority.save(tx).await?;
    Ok(authority)
}

#[derive(FromRow)]
struct Row {
    id: SchoolId,
    uai: String,
    town: Option<String>,
    kind: Option<String>,
}

/// Founds an authority for each commune of the schools of an académie, and has it pay for those nobody pays for; tells how
/// many were founded. Private schools are left out.
///
/// # Errors
/// A fault of the database.
pub async fn found_communes(tx: &mut Tx, academy: &str) -> Result<u64> {
    let schools: Vec<Row> = tx
        .all(
            "select id, uai, town, kind from school where academy = $1 and gone_at is null and town is not null \
             order by uai",
            args![academy],
        )
        .await?;
    let mut register = Register::read(tx).await?;
    let mut count = 0;
    for school in schools.iter().filter(|it| !is_private(it.kind.as_deref())) {
        let (name, department) = (school.town.as_deref().unwrap_or_default(), school.uai.get(..3).unwrap_or_default());
        let key = town_key(name);
        if key.is_empty() {
            continue;
        }
        let territory = Territory::Town(department.to_owned(), key);
        let commune = Commune { territory: &territory, department, name, insee: None };
        let (id, is_new) = register.commune(tx, &commune).await?;
        count += u64::from(is_new);
        if !register.is_paid(school.id) {
            register.pays(tx, school.id, id).await?;
        }
    }
    Ok(count)
}

/// The little words of names of places.
const SMALL: &[&str] =
    &["à", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "lès", "sous", "sur"];

/// « Sainte-Foy-d'Aigrefeuille » for SAINTE-FOY-D'AIGREFEUILLE; what has small letters stays as somebody wrote it.
pub fn written(name: &str) -> String {
    let name = name.trim();
    if name.chars().any(char::is_lowercase) {
        return name.to_owned();
    }
    let lower = name.to_lowercase();
    let mut out = String::with_capacity(name.len());
    for (rank, part) in lower.split_inclusive(|it: char| !it.is_alphanumeric()).enumerate() {
        let word = part.trim_end_matches(|it: char| !it.is_alphanumeric());
        if rank > 0 && SMALL.contains(&word) {
            out.push_str(part);
            continue;
        }
        let mut letters = part.chars();
        out.extend(letters.next().into_iter().flat_map(char::to_uppercase));
        out.push_str(letters.as_str());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{is_private, written};

    #[test]
    fn names_in_capitals_are_written_as_names_of_places() {
        for (name, expected) in [
            ("TOULOUSE", "Toulouse"),
            ("SAINTE-FOY-D'AIGREFEUILLE", "Sainte-Foy-d'Aigrefeuille"),
            ("LA MAGDELAINE-SUR-TARN", "La Magdelaine-sur-Tarn"),
            ("L’UNION", "L’Union"),
            ("Pibrac", "Pibrac"),
            ("", ""),
        ] {
            assert_eq!(written(name), expected);
        }
    }

    #[test]
    fn private_schools_are_told_by_their_type() {
        assert!(is_private(Some("E.P.PR")));
        assert!(!is_private(Some("E.E.PU")) && !is_private(Some("E.E.A.PU")) && !is_private(None));
    }
}
