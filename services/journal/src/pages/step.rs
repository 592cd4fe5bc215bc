//! Steps of a post that need no more than a button.

use super::is_pupil;
use crate::{W, class, post::Post, publication, report, review, verb::Verb, withdrawal};
use commons::{Level, ThingId};
use web::{Answer, Path, SignedIn};

pub(crate) async fn submit(mut visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    let mut tx = visit.write().await?;
    let post = Post::load(&mut tx, &visit.viewer, id, Level::Write).await?;
    review::submit(&mut tx, &visit.viewer, &post).await?;
    tx.commit().await?;
    let said = if is_pupil(&visit.viewer) { W.submitted_to_pupil() } else { W.submitted() };
    Ok(visit.done(&post.path(), said))
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
    report::settle(&mut tx, &visit.viewer, &post, None, Verb::ReportKept).await?;
    tx.commit().await?;
    Ok(visit.done(&post.path(), W.reports_settled()))
}
