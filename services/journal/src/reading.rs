//! What opening a post notes, for the families of its class.

use crate::post::Post;
use commons::opening::Opening;
use db::{Result, Tx};
use school::{PersonId, Role, Viewer};

/// Looks what an opening of a post would note.
///
/// # Errors
/// A fault of the database.
pub async fn opening(tx: &mut Tx, viewer: &Viewer, post: &Post) -> Result<Opening> {
    let is_read = post.terms.audience.has_families() && post.is_delivered(tx.now());
    let concerned = if is_read { concerned(viewer, post) } else { Vec::new() };
    Opening::of(tx, viewer, post.thing.id, post.version, concerned).await
}

/// The viewer's children in the class, each with the person who is their adult.
fn concerned(viewer: &Viewer, post: &Post) -> Vec<(PersonId, PersonId)> {
    let here =
        viewer.seats.iter().filter(|seat| seat.role == Role::Guardian && seat.of_circle == Some(post.thing.circle_id));
    here.filter_map(|seat| Some((seat.child?, seat.person))).collect()
}
