//! The files of a mot, for those who see it.

use crate::{enclosed, mot::Mot};
use commons::{Level, ThingId, file::FileId};
use school::viewer::or_not_found;
use web::{Answer, Path, SignedIn};

pub(crate) async fn show(mut visit: SignedIn, Path((id, file)): Path<(ThingId, FileId)>) -> Answer {
    let mut tx = visit.read().await?;
    let mot = Mot::load(&mut tx, &visit.viewer, id, Level::See).await?;
    if mot.thing.until.is_some() {
        or_not_found(enclosed::of(&mut tx, &mot).await?.iter().any(|it| it.file_id == file))?;
    }
    drop(tx);
    web::pieces::serve(&mut visit, id, file).await
}
