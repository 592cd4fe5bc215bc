//! `/assistance/{id}`: a request, and the files that came with it.

use super::{request_form::Typed, request_page::RequestPage};
use crate::{
    entry::{self, EntryId},
    request::HelpRequest,
};
use commons::{
    ThingId,
    opening::Opening,
    paper::{self, PaperId},
};
use db::Problems;
use web::{Answer, Path, SignedIn};

/// `GET /assistance/{id}`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    let mut tx = visit.read().await?;
    let request = HelpRequest::load(&mut tx, &visit.viewer, id).await?;
    let page = RequestPage::build(&mut tx, &visit.viewer, &request, &Typed::default(), &Problems::default()).await?;
    let opening = Opening::of(&mut tx, &visit.viewer, id, 1, Vec::new()).await?;
    drop(tx);
    web::note(visit.opened(opening)).await;
    visit.page(&request.title, &page)
}

/// The page again, with what is wrong in one of its forms.
pub(crate) async fn again(mut visit: SignedIn, id: ThingId, typed: &Typed, problems: &Problems) -> Answer {
    let mut tx = visit.read().await?;
    let request = HelpRequest::load(&mut tx, &visit.viewer, id).await?;
    let page = RequestPage::build(&mut tx, &visit.viewer, &request, typed, problems).await?;
    drop(tx);
    visit.again(&request.title, &page)
}

/// `GET /assistance/{id}/pieces/{paper}`
pub(crate) async fn file(mut visit: SignedIn, Path((id, paper)): Path<(ThingId, PaperId)>) -> Answer {
    let mut tx = visit.read().await?;
    let request = HelpRequest::load(&mut tx, &visit.viewer, id).await?;
    let paper = paper::one(&mut tx, request.id.0, paper).await?;
    drop(tx);
    web::paper::serve(&visit.site, &paper).await
}

/// `GET /assistance/{id}/reponses/{entry}/pieces/{paper}`
pub(crate) async fn file_of_reply(
    mut visit: SignedIn,
    Path((id, entry, paper)): Path<(ThingId, EntryId, PaperId)>,
) -> Answer {
    let mut tx = visit.read().await?;
    let request = HelpRequest::load(&mut tx, &visit.viewer, id).await?;
    let entry = entry::one(&mut tx, &request, entry).await?;
    let paper = paper::one(&mut tx, entry.id.0, paper).await?;
    drop(tx);
    web::paper::serve(&visit.site, &paper).await
}
