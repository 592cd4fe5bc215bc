//! The page of a news, and the files that come with it.

use super::news_page::NewsPage;
use crate::{news::News, reading};
use commons::{Level, ThingId, file::FileId};
use web::{Answer, Path, SignedIn};

pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    let mut tx = visit.read().await?;
    let news = News::load(&mut tx, &visit.viewer, id, Level::See).await?;
    let page = NewsPage::build(&mut tx, &visit.viewer, &news).await?;
    let opening = reading::opening(&mut tx, &visit.viewer, &news).await?;
    drop(tx);
    web::note(visit.opened(opening)).await;
    visit.page(&news.thing.title, &page)
}

pub(crate) async fn piece(mut visit: SignedIn, Path((id, file)): Path<(ThingId, FileId)>) -> Answer {
    let mut tx = visit.read().await?;
    let news = News::load(&mut tx, &visit.viewer, id, Level::See).await?;
    drop(tx);
    news.thing.shows_file(file)?;
    web::pieces::serve(&mut visit, news.thing.id, file).await
}
