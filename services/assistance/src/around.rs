//! The territories around a place, whose desks may answer it.

use db::{Result, Tx};
use school::{School, Territory, schools_in};

/// The territories around a place, those whose desks may answer it.
///
/// # Errors
/// A fault of the database; [`db::Error::NotFound`] when the school is gone.
pub async fn around(tx: &mut Tx, place: &Territory) -> Result<Vec<Territory>> {
    if let Territory::School(id) = place {
        return Ok(Territory::around(&School::load(tx, *id).await?));
    }
    // What a wider place lies in is read from any of its schools.
    let lies_in = match place {
        Territory::Region | Territory::Academy(_) => None,
        _ => schools_in(tx, place).await?.into_iter().next(),
    };
    let mut around = vec![Territory::Region];
    if let Some(school) = &lies_in {
        around.push(Territory::Academy(school.academy.clone()));
        around.push(Territory::Department(school.department().to_owned()));
    }
    if let Territory::District(academy, _) = place {
        around.push(Territory::Academy(academy.clone()));
    }
    if let Territory::Town(department, _) = place {
        around.push(Territory::Department(department.clone()));
    }
    around.push(place.clone());
    let mut once: Vec<Territory> = Vec::new();
    for territory in around {
        if !once.contains(&territory) {
            once.push(territory);
        }
    }
    Ok(once)
}

/// The scopes of the département and the circonscription among these territories: what figures are counted by.
pub(crate) fn counted_by(around: &[Territory]) -> (Option<String>, Option<String>) {
    let find = |wanted: fn(&Territory) -> bool| around.iter().find(|it| wanted(it)).map(ToString::to_string);
    (find(|it| matches!(it, Territory::Department(_))), find(|it| matches!(it, Territory::District(..))))
}
