//! The page of a conversation.

use super::thread_page::ThreadPage;
use crate::{conversation::Conversation, reading};
use commons::ThingId;
use web::{Answer, Path, SignedIn};

pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    let mut tx = visit.read().await?;
    let conversation = Conversation::load(&mut tx, &visit.viewer, id).await?;
    let page = ThreadPage::build(&mut tx, &visit.viewer, &conversation).await?;
    let school = conversation.thing.school_id;
    let is_new = reading::is_new(&mut tx, &visit.viewer, id, school).await?;
    drop(tx);
    if is_new && !visit.is_in_advance() {
        let viewer = visit.viewer.clone();
        // A page does not fail because nobody could note that it was opened.
        web::note(async {
            let mut tx = visit.write().await?;
            reading::opened(&mut tx, &viewer, id, school).await?;
            tx.commit().await
        })
        .await;
    }
    visit.page(&conversation.thing.title, &page)
}
