//! The page of a post.

use super::post_page::PostPage;
use crate::{post::Post, reading::Reading};
use axum::http::HeaderMap;
use commons::{Level, ThingId};
use db::Result;
use web::{Answer, Path, SignedIn};

pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<ThingId>, headers: HeaderMap) -> Answer {
    let mut tx = visit.read().await?;
    let post = Post::load(&mut tx, &visit.viewer, id, Level::See).await?;
    let page = PostPage::build(&mut tx, &visit.viewer, &post).await?;
    let reading = Reading::of(&mut tx, &visit.viewer, &post).await?;
    drop(tx);
    if reading.is_new() && !is_prefetched(&headers) {
        note(&mut visit, reading, &post).await?;
    }
    visit.page(&post.thing.title, &page)
}

async fn note(visit: &mut SignedIn, reading: Reading, post: &Post) -> Result<()> {
    let mut tx = visit.write().await?;
    reading.note(&mut tx, post).await?;
    tx.commit().await
}

/// A finger that passes over a link makes browsers and Turbo fetch the page in advance: nobody has opened it yet.
fn is_prefetched(headers: &HeaderMap) -> bool {
    ["sec-purpose", "x-sec-purpose", "purpose"].into_iter().any(|name| {
        headers.get(name).and_then(|it| it.to_str().ok()).is_some_and(|purpose| purpose.contains("prefetch"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn a_page_fetched_in_advance_is_not_opened() {
        let mut headers = HeaderMap::new();
        assert!(!is_prefetched(&headers));
        headers.insert("x-sec-purpose", HeaderValue::from_static("prefetch"));
        assert!(is_prefetched(&headers));
    }
}
