//! What opening a mot notes, for the children it concerns.

use crate::{mot::Mot, reply::Concern};
use commons::opening::Opening;
use db::{Result, Tx};
use school::Viewer;

/// Looks what an opening of a mot would note.
///
/// # Errors
/// A fault of the database.
pub async fn opening(tx: &mut Tx, viewer: &Viewer, mot: &Mot, concerns: &[Concern]) -> Result<Opening> {
    let concerned = match mot.is_delivered(tx.now()) {
        true => concerns.iter().flat_map(Concern::pairs).collect(),
        false => Vec::new(),
    };
    Opening::of(tx, viewer, mot.thing.id, mot.version, concerned).await
}
