//! The page of a mot.

use super::mot_page::MotPage;
use crate::{mot::Mot, reading, reply};
use commons::{Level, ThingId};
use web::{Answer, Path, SignedIn};

pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    let mut tx = visit.read().await?;
    let mot = Mot::load(&mut tx, &visit.viewer, id, Level::See).await?;
    let concerns = reply::concerns(&mut tx, &visit.viewer, &mot).await?;
    let opening = reading::opening(&mut tx, &visit.viewer, &mot, &concerns).await?;
    let page = MotPage::build(&mut tx, &visit.viewer, &mot, concerns).await?;
    drop(tx);
    visit.opened(opening).await?;
    visit.page(&mot.thing.title, &page)
}
