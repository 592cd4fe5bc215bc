//! The page of a post.

use super::post_page::PostPage;
use crate::{post::Post, reading};
use commons::{Level, ThingId};
use web::{Answer, Path, SignedIn};

pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    let mut tx = visit.read().await?;
    let post = Post::load(&mut tx, &visit.viewer, id, Level::See).await?;
    let page = PostPage::build(&mut tx, &visit.viewer, &post).await?;
    let opening = reading::opening(&mut tx, &visit.viewer, &post).await?;
    drop(tx);
    visit.opened(opening).await?;
    visit.page(&post.thing.title, &page)
}
