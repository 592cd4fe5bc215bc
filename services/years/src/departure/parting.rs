//! What the pages of other services say of a departure: to whoever left, and to the adults of a child who did.

use super::{Departure, child, say};
use crate::W;
use db::{Result, Tx};
use school::{PersonKind, Viewer, past};
use web::{dates, voice};

/// The sentences, a departure each; none for whoever stays with all their children.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn of(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<String>> {
    let children = child::of(tx, viewer).await?;
    let mut said: Vec<String> = children.iter().map(child::LeftChild::told).collect();
    if viewer.has_left() {
        said.push(own(tx, viewer).await?);
    }
    Ok(said)
}

async fn own(tx: &mut Tx, viewer: &Viewer) -> Result<String> {
    let who = voice(viewer);
    // A pupil is told of what the class published: a stay too short to count left nothing to read.
    let is_pupil = viewer.people.iter().any(|me| me.kind == PersonKind::Pupil);
    if is_pupil && past::seats(tx, viewer).await?.is_empty() {
        return Ok(W.own_left(who));
    }
    let until = match Departure::of(tx, viewer.account).await? {
        Some(departure) => W.own_reads(who, dates::date(departure.closes())),
        None => W.own_reads_for_now(who),
    };
    Ok(say([Some(W.own_left(who)), Some(until)]))
}
