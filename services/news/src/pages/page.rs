//! The page of a news, and the files that come with it.

use super::news_page::NewsPage;
use crate::{news::News, reading::Opening};
use axum::http::HeaderMap;
use commons::{Level, ThingId, file::FileId};
use web::{Answer, Path, SignedIn};

pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<ThingId>, headers: HeaderMap) -> Answer {
    let mut tx = visit.read().await?;
    let news = News::load(&mut tx, &visit.viewer, id, Level::See).await?;
    let page = NewsPage::build(&mut tx, &visit.viewer, &news).await?;
    let opening = Opening::of(&mut tx, &visit.viewer, &news).await?;
    drop(tx);
    if opening.is_new() && !is_prefetched(&headers) {
        web::note(async {
            let mut tx = visit.write().await?;
            opening.note(&mut tx, &news).await?;
            tx.commit().await
        })
        .await;
    }
    visit.page(&news.thing.title, &page)
}

pub(crate) async fn piece(mut visit: SignedIn, Path((id, file)): Path<(ThingId, FileId)>) -> Answer {
    let mut tx = visit.read().await?;
    let news = News::load(&mut tx, &visit.viewer, id, Level::See).await?;
    drop(tx);
    web::pieces::serve(&mut visit, news.thing.id, file).await
}

/// A finger that passes over a link makes browsers fetch the page in advance: nobody has opened it yet.
fn is_prefetched(headers: &HeaderMap) -> bool {
    ["sec-purpose", "x-sec-purpose", "purpose"].into_iter().any(|name| {
        headers.get(name).and_then(|it| it.to_str().ok()).is_some_and(|purpose| purpose.contains("prefetch"))
    })
}
