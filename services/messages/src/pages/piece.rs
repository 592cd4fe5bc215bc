//! The files of a message, for those who read that message.

use crate::conversation::{self, Conversation};
use commons::{ThingId, attachment, file::FileId};
use db::Error;
use web::{Answer, Path, SignedIn, pieces};

pub(crate) async fn show(mut visit: SignedIn, Path((id, file)): Path<(ThingId, FileId)>) -> Answer {
    let mut tx = visit.read().await?;
    let conversation = Conversation::load(&mut tx, &visit.viewer, id).await?;
    let messages = conversation::messages(&mut tx, &visit.viewer, &conversation).await?;
    let carried = attachment::everywhere(&mut tx, id).await?;
    drop(tx);
    // A file of a message that waits for its hour, or was taken back, is not there yet, or no more.
    let is_read = carried
        .iter()
        .filter(|it| it.file_id == file)
        .any(|it| messages.iter().any(|message| it.part == Some(message.id.0)));
    if !is_read {
        return Err(Error::NotFound.into());
    }
    pieces::serve(&mut visit, id, file).await
}
