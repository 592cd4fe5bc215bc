//! The follow-up of a mot, for those who look after it.

use super::follow_page::FollowPage;
use crate::{W, mot::Mot, mot::State};
use axum::response::{IntoResponse, Redirect};
use commons::{Level, ThingId};
use web::{Answer, Path, SignedIn};

pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    let mut tx = visit.read().await?;
    let mot = Mot::load(&mut tx, &visit.viewer, id, Level::Manage).await?;
    if mot.state == State::Draft {
        return Ok(Redirect::to(&mot.path()).into_response());
    }
    let page = FollowPage::build(&mut tx, &mot).await?;
    drop(tx);
    visit.set_wide();
    visit.page(W.follow(), &page)
}
