//! Throwing a draft away.

use crate::{
    W,
    draft::{self, DraftId},
};
use web::{Answer, Path, SignedIn};

pub(crate) async fn remove(mut visit: SignedIn, Path(id): Path<DraftId>) -> Answer {
    let mut tx = visit.write().await?;
    let draft = draft::load(&mut tx, &visit.viewer, id).await?;
    draft::forget(&mut tx, &visit.viewer, draft.id).await?;
    tx.commit().await?;
    Ok(visit.done("/messages?boite=brouillons", W.draft_discarded()))
}
