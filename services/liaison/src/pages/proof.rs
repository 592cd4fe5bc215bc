//! The proof of a mot, as a document.

use super::slip::as_file;
use crate::{
    W,
    mot::{Mot, State},
    proof,
};
use commons::{Level, ThingId};
use db::Error;
use tokio::task::spawn_blocking;
use web::{Answer, Path, SignedIn};

/// The document. That it was made is kept in the journal of the house, which is why reading it writes.
pub(crate) async fn export(mut visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    let viewer = visit.viewer.clone();
    let mut tx = visit.write().await?;
    let mot = Mot::load(&mut tx, &viewer, id, Level::Manage).await?;
    if mot.state == State::Draft {
        return Ok(visit.not_done(&mot.path(), W.paper_not_sent()));
    }
    let told = proof::export(&mut tx, &viewer, &mot).await?;
    tx.commit().await?;
    let title = W.proof_title(&mot.thing.title);
    let drawn = spawn_blocking(move || pdf::proof(&title, &told));
    let bytes = drawn.await.map_err(Error::fault)?.map_err(Error::fault)?;
    Ok(as_file("preuve.pdf", bytes))
}
