//! What territories are called by people.

use crate::W;
use db::{Result, Tx, args};
use school::{Authority, School, Territory, territory::town_key};

/// What a territory is called: « Académie de Toulouse », « Commune de Montaubrac », the name of a grouping or a school.
///
/// # Errors
/// A fault of the database.
pub async fn place_name(tx: &mut Tx, territory: &Territory) -> Result<String> {
    Ok(match territory {
        Territory::Region => W.place_region().to_owned(),
        Territory::Academy(code) => {
            let name: Option<String> = tx.value("select name from academy where code = $1", args![code]).await?;
            W.place_academy(titled(&name.unwrap_or_else(|| code.clone())))
        }
        Territory::Department(code) => W.place_department(code.trim_start_matches('0')),
        Territory::District(_, number) => W.place_district(number.to_string()),
        Territory::Town(department, key) => W.place_town(titled(&town_name(tx, department, key).await?)),
        Territory::Authority(id) => Authority::load(tx, *id).await?.name,
        Territory::School(id) => School::load(tx, *id).await?.name,
    })
}

/// The name of a commune as its schools write it.
async fn town_name(tx: &mut Tx, department: &str, key: &str) -> Result<String> {
    let towns: Vec<String> = tx
        .column(
            "select distinct town from school where uai >= $1 and uai < $2 and town is not null and gone_at is null",
            args![department, format!("{department}~")],
        )
        .await?;
    let known = towns.into_iter().find(|name| town_key(name) == key);
    Ok(known.unwrap_or_else(|| key.replace('-', " ").to_uppercase()))
}

/// « Toulouse » for TOULOUSE, as deliveries write it; what has small letters stays.
fn titled(name: &str) -> String {
    if name.chars().any(char::is_lowercase) {
        return name.to_owned();
    }
    let mut titled = String::with_capacity(name.len());
    let mut begins = true;
    for letter in name.chars() {
        match begins {
            true => titled.push(letter),
            false => titled.extend(letter.to_lowercase()),
        }
        begins = !letter.is_alphanumeric();
    }
    titled
}

#[cfg(test)]
mod tests {
    use super::titled;

    #[test]
    fn names_in_capitals_are_written_as_names() {
        for (name, titled_name) in
            [("TOULOUSE", "Toulouse"), ("SAINTE-FOY D'AIGREFEUILLE", "Sainte-Foy D'Aigrefeuille"), ("Albi", "Albi")]
        {
            assert_eq!(titled(name), titled_name);
        }
    }
}
