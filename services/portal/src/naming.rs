//! No name of a pupil on a public page: whoever writes one is told, and says that it is meant.

use crate::site::PublicSite;
use db::{Result, Tx};
use school::{Territory, naming};

/// The pupils of the school whose whole name a text holds. A commune knows no pupil: nothing is looked for in its pages.
///
/// # Errors
/// A fault of the database.
pub async fn found(tx: &mut Tx, site: &PublicSite, text: &str) -> Result<Vec<String>> {
    let Territory::School(school) = site.territory()? else { return Ok(Vec::new()) };
    naming::found(tx, school, text).await
}
