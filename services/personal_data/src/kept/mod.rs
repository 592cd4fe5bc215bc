//! What the house itself keeps of somebody, table by table: what the page shows, and what a copy adds to it.

mod account;
mod family;
mod identity;
mod trace;

use crate::whose::Whose;
use db::{Result, Tx};
use web::personal::Part;

pub use identity::IDENTITY;

/// Who reads it, and how: a copy has all as it is kept; pages have words where codes are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// Other programs, and whoever wants it whole.
    Copy,
    /// An adult, on a page.
    Adult,
    /// A pupil, on a page.
    Child,
}

/// What « Mes données » shows.
///
/// # Errors
/// A fault of the database.
pub async fn shown(tx: &mut Tx, whose: &Whose, reader: Reader) -> Result<Vec<Part>> {
    let parts = [
        identity::directory(tx, whose, reader).await?,
        identity::circles(tx, whose).await?,
        family::guardianships(tx, whose).await?,
        family::image_rights(tx, whose).await?,
        account::account(tx, whose, reader).await?,
        account::sessions(tx, whose).await?,
        account::tasks(tx, whose).await?,
        account::charter(tx, whose).await?,
        trace::limits(tx, whose).await?,
    ];
    Ok(parts.into_iter().filter_map(Part::unless_empty).collect())
}

/// What a copy holds besides: what leaves no trace on a page of its own.
///
/// # Errors
/// A fault of the database.
pub async fn besides(tx: &mut Tx, whose: &Whose) -> Result<Vec<Part>> {
    let mut parts = vec![family::receipts(tx, whose).await?, trace::accesses(tx, whose).await?];
    if whose.own {
        parts.push(trace::reports(tx, whose).await?);
        parts.push(trace::notices(tx, whose).await?);
        parts.push(trace::requests(tx, whose).await?);
        parts.push(trace::directives(tx, whose).await?);
    }
    Ok(parts.into_iter().filter_map(Part::unless_empty).collect())
}
