//! A request at the desk: opened, which is noted; its letter, its papers, a copy to answer it with.

use super::{
    desk_page::{FilePage, Typed},
    letter_of,
};
use crate::{
    W, copy,
    request::{Kind, Request, RequestId},
    whose::Whose,
};
use commons::{
    access::{self, Topic},
    audit::{self, Action},
    paper::{self, PaperId},
};
use db::{Error, Problems};
use web::{Answer, Path, SignedIn};

/// `GET /demandes-de-droits/{id}`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<RequestId>) -> Answer {
    let mut tx = visit.read().await?;
    let request = Request::at_desk(&mut tx, &visit.viewer, id).await?;
    let page = FilePage::build(&mut tx, &request, &Typed::default(), &Problems::default()).await?;
    drop(tx);
    consulted(&mut visit, &request).await;
    visit.set_wide();
    let title = page.title();
    visit.page(&title, &page)
}

/// Notes that the desk opened a request, for the person it is about and for the journal.
async fn consulted(visit: &mut SignedIn, request: &Request) {
    let Some(subject) = request.subject_id.filter(|_| !visit.is_in_advance()) else { return };
    let viewer = visit.viewer.clone();
    web::note(async {
        let mut tx = visit.write().await?;
        access::note(&mut tx, &viewer, [subject], Topic::Rights, Some(&request.reference)).await?;
        let about = Some(subject.to_string());
        audit::write(&mut tx, Some(viewer.account), Action::RightsConsulted, about, Some(&request.reference)).await?;
        tx.commit().await
    })
    .await;
}

/// `GET /demandes-de-droits/{id}/reponse.pdf`
pub(crate) async fn letter(mut visit: SignedIn, Path(id): Path<RequestId>) -> Answer {
    let mut tx = visit.read().await?;
    let request = Request::at_desk(&mut tx, &visit.viewer, id).await?;
    Ok(letter_of(&mut tx, &request).await?)
}

/// `GET /demandes-de-droits/{id}/pieces/{paper}`
pub(crate) async fn paper(mut visit: SignedIn, Path((id, paper)): Path<(RequestId, PaperId)>) -> Answer {
    let mut tx = visit.read().await?;
    let request = Request::at_desk(&mut tx, &visit.viewer, id).await?;
    let found = paper::one(&mut tx, request.id.0, paper).await?;
    drop(tx);
    web::paper::serve(&visit.site, &found).await
}

/// `POST /demandes-de-droits/{id}/export`: a copy for the desk, to answer somebody who asks for access.
pub(crate) async fn copy(mut visit: SignedIn, Path(id): Path<RequestId>) -> Answer {
    let services = visit.site.services;
    let mut tx = visit.write().await?;
    let request = Request::at_desk(&mut tx, &visit.viewer, id).await?;
    if !may_copy(&request) {
        return Err(Error::Forbidden.into());
    }
    let subject = request.subject_id.ok_or(Error::NotFound)?;
    let whose = Whose::at_desk(&mut tx, subject).await?;
    let made = copy::ask(&mut tx, services, &visit.viewer, &whose).await?;
    let reason = Some(request.reference.as_str());
    access::note(&mut tx, &visit.viewer, whose.people.iter().copied(), Topic::Export, reason).await?;
    tx.commit().await?;
    Ok(visit.done(&request.desk_path(), &W.desk_copy_asked(copy::path(made))))
}

/// A copy answers a request for access from somebody who is known.
pub(super) fn may_copy(request: &Request) -> bool {
    request.kind == Kind::Access && request.identity.is_some() && !request.state.is_over()
}
