//! Steps of a post that need no more than a button.

use super::is_pupil;
use crate::{W, class, post::Post, publication, report, review, withdrawal};
use commons::{Level, ThingId, report::Outcome};
use db::{Result, Tx};
use school::Viewer;
use web::{Answer, Path, SignedIn, care};

pub(crate) async fn submit(mut visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    let mut tx = visit.write().await?;
    let post = Post::load(&mut tx, &visit.viewer, id, Level::Write).await?;
    if let (true, Some(advice)) = (post.may_be_edited(), words_to_read_again(&mut tx, &visit.viewer, &post).await?) {
        return Ok(visit.not_done(&format!("{}/modifier", post.path()), &advice));
    }
    review::submit(&mut tx, &visit.viewer, &post).await?;
    tx.commit().await?;
    let said = if is_pupil(&visit.viewer) { W.submitted_to_pupil() } else { W.submitted() };
    Ok(visit.done(&post.path(), said))
}

/// What a child is told of the words of a post before sending it; the form asks once more and takes it all the same.
async fn words_to_read_again(tx: &mut Tx, viewer: &Viewer, post: &Post) -> Result<Option<String>> {
    if !is_pupil(viewer) {
        return Ok(None);
    }
    let text = format!("{}\n{}", post.thing.title, post.body.to_plain());
    care::advice(tx, viewer, post.thing.school_id, &text).await
}

pub(crate) async fn cancel(mut visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    let mut tx = visit.write().await?;
    let post = Post::load(&mut tx, &visit.viewer, id, Level::Manage).await?;
    publication::cancel(&mut tx, &visit.viewer, &post).await?;
    tx.commit().await?;
    // The draft of a colleague is no longer visible: the journal always is.
    Ok(visit.done(&class::path(post.thing.circle_id), W.cancelled()))
}

pub(crate) async fn restore(mut visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    let mut tx = visit.write().await?;
    let post = Post::load(&mut tx, &visit.viewer, id, Level::Manage).await?;
    withdrawal::restore(&mut tx, &visit.viewer, &post).await?;
    tx.commit().await?;
    Ok(visit.done(&post.path(), W.restored()))
}

pub(crate) async fn archive(mut visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    let mut tx = visit.write().await?;
    let post = Post::load(&mut tx, &visit.viewer, id, Level::Manage).await?;
    withdrawal::archive(&mut tx, &visit.viewer, &post).await?;
    tx.commit().await?;
    Ok(visit.done(&post.path(), W.archived()))
}

pub(crate) async fn settle(mut visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    let mut tx = visit.write().await?;
    let post = Post::load(&mut tx, &visit.viewer, id, Level::Manage).await?;
    report::settle(&mut tx, &visit.viewer, &post, None, Outcome::Kept).await?;
    tx.commit().await?;
    Ok(visit.done(&post.path(), W.reports_settled()))
}
