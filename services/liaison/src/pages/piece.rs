//! The files of a mot, for those who see it.

use crate::mot::Mot;
use commons::{Level, ThingId, file::FileId};
use web::{Answer, Path, SignedIn};

pub(crate) async fn show(mut visit: SignedIn, Path((id, file)): Path<(ThingId, FileId)>) -> Answer {
    let mut tx = visit.read().await?;
    Mot::load(&mut tx, &visit.viewer, id, Level::See).await?;
    drop(tx);
    web::pieces::serve(&mut visit, id, file).await
}
