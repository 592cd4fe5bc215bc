//! Territories: a school, a département, an académie, the région; and over which of them somebody may act.

use db::{Result, Tx, args};
use school::{Right, School, SchoolId, Viewer, rights::carries};

/// A territory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Territory {
    /// One school.
    School(SchoolId),
    /// A département, by the first three characters of the UAI of its schools.
    Department(String),
    /// An académie, by its code of two digits.
    Academy(String),
    /// Everything.
    Region,
}

impl Territory {
    /// A territory as it is stored: `school:…`, `department:031`, `academy:16`, `region`.
    pub fn parse(text: &str) -> Option<Self> {
        if text == "region" {
            return Some(Self::Region);
        }
        match text.split_once(':')? {
            ("school", id) => id.parse().ok().map(Self::School),
            ("department", code) => Some(Self::Department(code.to_owned())),
            ("academy", code) => Some(Self::Academy(code.to_owned())),
            _ => None,
        }
    }

    /// The text it is stored as.
    pub fn stored(&self) -> String {
        match self {
            Self::School(id) => format!("school:{id}"),
            Self::Department(code) => format!("department:{code}"),
            Self::Academy(code) => format!("academy:{code}"),
            Self::Region => "region".to_owned(),
        }
    }

    /// The school, when it is one.
    pub fn school(&self) -> Option<SchoolId> {
        match self {
            Self::School(id) => Some(*id),
            Self::Department(_) | Self::Academy(_) | Self::Region => None,
        }
    }

    /// Whether a school lies in it.
    pub fn holds(&self, school: &School) -> bool {
        match self {
            Self::School(id) => *id == school.id,
            Self::Department(code) => department_of(school) == code,
            Self::Academy(code) => school.academy == *code,
            Self::Region => true,
        }
    }
}

/// The département of a school.
pub fn department_of(school: &School) -> &str {
    school.uai.get(..3).unwrap_or_default()
}

/// The territories of the tasks of somebody that carry a right.
pub fn granted(viewer: &Viewer, right: Right) -> Vec<Territory> {
    let grants = viewer.grants.iter().filter(|grant| carries(grant.role, right));
    grants.filter_map(|grant| Territory::parse(&grant.scope)).collect()
}

/// Whether somebody may do something over a territory: the head of a school there, a task over a territory in all of it.
///
/// # Errors
/// A fault of the database.
pub async fn may_over(tx: &mut Tx, viewer: &Viewer, right: Right, wanted: &Territory) -> Result<bool> {
    let granted = granted(viewer, right);
    if granted.contains(&Territory::Region) || granted.contains(wanted) {
        return Ok(true);
    }
    match wanted {
        Territory::School(id) => {
            if viewer.may_at(right, *id) {
                return Ok(true);
            }
            if granted.is_empty() {
                return Ok(false);
            }
            let school = School::load(tx, *id).await?;
            Ok(granted.iter().any(|it| it.holds(&school)))
        }
        Territory::Department(code) => {
            for territory in &granted {
                if let Territory::Academy(academy) = territory
                    && departments(tx, Some(academy.as_str())).await?.contains(code)
                {
                    return Ok(true);
                }
            }
            Ok(false)
        }
        Territory::Academy(_) | Territory::Region => Ok(false),
    }
}

/// The codes of the départements with a school, in an académie or everywhere.
///
/// # Errors
/// A fault of the database.
pub async fn departments(tx: &mut Tx, academy: Option<&str>) -> Result<Vec<String>> {
    tx.column(
        "select distinct substr(uai, 1, 3) as code from school \
         where gone_at is null and ($1 or academy = $2) order by 1",
        args![academy.is_none(), academy.unwrap_or_default()],
    )
    .await
}

/// The codes and names of the académies, in the order of their names.
///
/// # Errors
/// A fault of the database.
pub async fn academies(tx: &mut Tx) -> Result<Vec<(String, String)>> {
    tx.all("select code, name from academy order by name", &[]).await
}

/// The school with a UAI. No personal data in it, hence no viewer.
///
/// # Errors
/// A fault of the database.
pub async fn school_of(tx: &mut Tx, uai: &str) -> Result<Option<School>> {
    let uai = uai.trim().to_uppercase();
    tx.first("select id, academy, uai, name, town, district, hours from school where uai = $1", args![uai]).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use db::Uuid;

    #[test]
    fn a_territory_is_read_as_it_is_stored() {
        let school = SchoolId(Uuid::from_u128(42));
        for territory in [
            Territory::School(school),
            Territory::Department("031".to_owned()),
            Territory::Academy("16".to_owned()),
            Territory::Region,
        ] {
            assert_eq!(Territory::parse(&territory.stored()), Some(territory));
        }
        for wrong in ["", "town:31555", "school:x", "academy"] {
            assert_eq!(Territory::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_school_lies_in_its_departement_its_academie_and_the_region() {
        let school = School {
            id: SchoolId(Uuid::from_u128(1)),
            academy: "16".to_owned(),
            uai: "0310001H".to_owned(),
            name: String::new(),
            town: None,
            district: None,
            hours: None,
        };
        for (text, holds) in [
            ("department:031", true),
            ("department:032", false),
            ("academy:16", true),
            ("academy:11", false),
            ("region", true),
        ] {
            assert_eq!(Territory::parse(text).is_some_and(|it| it.holds(&school)), holds, "{text}");
        }
    }
}
