//! The territories somebody may close, and their names.

use super::{Closing, Order};
use crate::{
    W,
    territory::{self, Territory},
};
use db::{Result, Tx};
use school::{Right, School, Viewer};

/// A territory somebody may close, with its name.
#[derive(Debug, Clone)]
pub struct Offer {
    /// The territory.
    pub territory: Territory,
    /// « École Les Tilleuls », « Département 31 ».
    pub name: String,
}

/// The territories somebody may close, the widest first.
///
/// # Errors
/// A fault of the database.
pub async fn offers(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Offer>> {
    let mut offers: Vec<Offer> = Vec::new();
    let granted = territory::granted(viewer, Right::CloseMessages);
    let everywhere = granted.contains(&Territory::Region);
    if everywhere {
        offers.push(Offer { territory: Territory::Region, name: W.scope_region().to_owned() });
    }
    if !granted.is_empty() {
        for (code, name) in territory::academies(tx).await? {
            let academy = Territory::Academy(code.clone());
            if !everywhere && !granted.contains(&academy) {
                continue;
            }
            offers.push(Offer { territory: academy, name: W.scope_academy(name) });
            for code in territory::departments(tx, Some(code.as_str())).await? {
                let name = W.scope_department(department_name(&code));
                offers.push(Offer { territory: Territory::Department(code), name });
            }
        }
    }
    for seat in viewer.headed() {
        let name = W.scope_school(&seat.school_name);
        offers.push(Offer { territory: Territory::School(seat.school), name });
    }
    Ok(offers)
}

/// « 31 » for 031, « 2A » for 02A.
fn department_name(code: &str) -> &str {
    code.strip_prefix('0').unwrap_or(code)
}

/// The name of the territory of a closing.
pub fn territory_name(closing: &Closing, offers: &[Offer]) -> String {
    let territory = closing.territory();
    if let Some(offer) = offers.iter().find(|it| it.territory == territory) {
        return offer.name.clone();
    }
    match territory {
        Territory::School(_) => W.scope_school(closing.school_name.as_deref().unwrap_or_default()),
        Territory::Department(code) => W.scope_department(department_name(&code)),
        Territory::Academy(_) => W.scope_own_academy().to_owned(),
        Territory::Region => W.scope_region().to_owned(),
    }
}

/// The name of the territory of an order.
///
/// # Errors
/// A fault of the database.
pub async fn ordered_name(tx: &mut Tx, order: &Order, offers: &[Offer]) -> Result<String> {
    if let Some(offer) = offers.iter().find(|it| it.territory == order.territory) {
        return Ok(offer.name.clone());
    }
    // A school is named by its UAI; all else is chosen among the offers.
    match order.territory.school() {
        Some(id) => Ok(W.scope_school(School::load(tx, id).await?.name)),
        None => Ok(W.scope_own_academy().to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_departement_is_named_as_people_do() {
        for (code, name) in [("031", "31"), ("02A", "2A"), ("974", "974")] {
            assert_eq!(department_name(code), name);
        }
    }
}
