//! The commune or the grouping a municipal profile is asked for.

use crate::{W, fields::Fields, town_near};
use db::{Problems, Result, Tx};
use school::{Authority, Territory, authority::is_siret, schools_in, territory::town_key};

/// The commune or the grouping somebody typed: by its SIRET, else by the name of a commune and its département.
///
/// # Errors
/// A fault of the database.
pub async fn place(tx: &mut Tx, fields: &Fields, problems: &mut Problems) -> Result<Option<Territory>> {
    let siret: String = fields.text("siret").chars().filter(|it| !it.is_whitespace()).collect();
    let scope = match siret.is_empty() {
        false if !is_siret(&siret) => {
            problems.add("siret", W.siret_wrong());
            return Ok(None);
        }
        false => Authority::by_siret(tx, &siret).await?.and_then(|it| Territory::of(&it.territory)),
        true => town(fields),
    };
    let found = match scope {
        Some(scope) if !schools_in(tx, &scope).await?.is_empty() => Some(scope),
        Some(_) | None => None,
    };
    if found.is_none() && siret.is_empty() {
        let near = town_near::names(tx, fields.text("town"), &department(fields)).await?;
        let said = if near.is_empty() { W.town_unknown().to_owned() } else { W.town_near(near.join(", ")) };
        problems.add("town", said);
    } else if found.is_none() {
        problems.add("siret", W.town_unknown());
    }
    Ok(found)
}

/// The number of a département as codes of schools write it.
fn department(fields: &Fields) -> String {
    format!("{:0>3}", fields.text("department").to_uppercase())
}

/// « 31 », « 031 » and « 2a » are written in three characters, as in the code of a school.
fn town(fields: &Fields) -> Option<Territory> {
    let department = department(fields);
    let key = town_key(fields.text("town"));
    Territory::of(&format!("town:{department}:{key}"))
}

#[cfg(test)]
mod tests {
    use super::town;
    use crate::fields::Fields;

    #[test]
    fn a_commune_is_found_however_it_is_written() {
        for (department, name) in [("31", "Sainte-Foy"), ("031", "SAINTE FOY"), (" 31 ", "sainte foy")] {
            let fields = [("department", department), ("town", name)];
            let fields = Fields(fields.map(|(name, text)| (name.to_owned(), text.to_owned())).to_vec());
            assert_eq!(town(&fields).map(|it| it.to_string()).as_deref(), Some("town:031:sainte-foy"));
        }
        assert_eq!(town(&Fields::default()), None);
    }
}
