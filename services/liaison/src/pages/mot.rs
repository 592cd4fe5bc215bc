//! The page of a mot.

use super::mot_page::MotPage;
use crate::{mot::Mot, reading::Reading, reply};
use axum::http::HeaderMap;
use commons::{Level, ThingId};
use db::Result;
use web::{Answer, Path, SignedIn};

pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<ThingId>, headers: HeaderMap) -> Answer {
    let mut tx = visit.read().await?;
    let mot = Mot::load(&mut tx, &visit.viewer, id, Level::See).await?;
    let concerns = reply::concerns(&mut tx, &visit.viewer, &mot).await?;
    let reading = Reading::of(&mut tx, &visit.viewer, &mot, &concerns).await?;
    let page = MotPage::build(&mut tx, &visit.viewer, &mot, concerns).await?;
    drop(tx);
    if reading.is_new() && !is_prefetched(&headers) {
        note(&mut visit, reading, &mot).await?;
    }
    visit.page(&mot.thing.title, &page)
}

async fn note(visit: &mut SignedIn, reading: Reading, mot: &Mot) -> Result<()> {
    let mut tx = visit.write().await?;
    reading.note(&mut tx, mot).await?;
    tx.commit().await
}

/// A finger that passes over a link makes browsers and Turbo fetch the page in advance: nobody has opened it yet.
fn is_prefetched(headers: &HeaderMap) -> bool {
    ["sec-purpose", "x-sec-purpose", "purpose"].into_iter().any(|name| {
        headers.get(name).and_then(|it| it.to_str().ok()).is_some_and(|purpose| purpose.contains("prefetch"))
    })
}
