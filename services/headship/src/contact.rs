//! How a school is reached, as the directory says it.

use crate::W;
use db::{Error, Result, Tx, args};
use school::SchoolId;
use serde::Deserialize;

/// What the directory keeps of a school beside its columns, of which this is a part.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Details {
    address: Option<String>,
    postcode: Option<String>,
    city: Option<String>,
    phone: Option<String>,
    email: Option<String>,
}

/// The facts known, each with its word. No personal data in it, hence no viewer.
///
/// # Errors
/// [`Error::NotFound`] when there is no such school; a fault of the database.
pub(crate) async fn of(tx: &mut Tx, school: SchoolId) -> Result<Vec<(&'static str, String)>> {
    let details: String = tx.one_value("select details from school where id = $1", args![school]).await?;
    let details: Details = serde_json::from_str(&details).map_err(Error::fault)?;
    let place: Vec<String> = [details.address, details.postcode, details.city].into_iter().flatten().collect();
    let place = Some(place.join(" ")).filter(|it| !it.is_empty());
    let facts = [(W.contact_place(), place), (W.contact_phone(), details.phone), (W.contact_email(), details.email)];
    Ok(facts.into_iter().filter_map(|(word, fact)| Some((word, fact?))).collect())
}
