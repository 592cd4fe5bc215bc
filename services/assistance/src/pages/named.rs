//! `/assistance/ecoles/{school}`: whom the head names to answer the families besides.

use crate::{W, named};
use askama::Template;
use axum::extract::{FromRequest, Request};
use db::{Error, Result};
use school::{AccountId, SchoolId, viewer::or_not_found};
use web::{
    Answer, Path, SignedIn, Upload,
    component::{Button, Choice, EmptyState, Opt},
};

#[derive(Template)]
#[template(path = "named.html")]
struct NamedPage {
    address: String,
    people: Option<Choice>,
    empty: EmptyState,
    save: Button,
}

fn address(school: SchoolId) -> String {
    format!("/assistance/ecoles/{school}")
}

/// `GET /assistance/ecoles/{school}`
pub(crate) async fn show(mut visit: SignedIn, Path(school): Path<SchoolId>) -> Answer {
    or_not_found(visit.viewer.heads(school))?;
    let mut tx = visit.read().await?;
    let team = named::team(&mut tx, school).await?;
    let named = named::named(&mut tx, school).await?;
    drop(tx);
    let others = team.iter().filter(|agent| agent.id != visit.viewer.account);
    let options: Vec<Opt> =
        others.map(|agent| Opt::new(agent.id.to_string(), &agent.name).checked(named.contains(&agent.id))).collect();
    let page = NamedPage {
        address: address(school),
        people: (!options.is_empty()).then(|| Choice::checkboxes("named", W.named_people(), options)),
        empty: EmptyState::new("classe", W.named_nobody(), None),
        save: Button::primary(W.save()),
    };
    visit.page(W.named_title(), &page)
}

/// `POST /assistance/ecoles/{school}`
pub(crate) async fn save(mut visit: SignedIn, Path(school): Path<SchoolId>, request: Request) -> Answer {
    or_not_found(visit.viewer.heads(school))?;
    let upload = Upload::from_request(request, &visit.site).await?;
    let wanted: Vec<AccountId> =
        upload.texts("named").into_iter().map(|id| id.parse().ok().ok_or(Error::NotFound)).collect::<Result<_>>()?;
    let mut tx = visit.write().await?;
    named::name(&mut tx, &visit.viewer, school, &wanted).await?;
    tx.commit().await?;
    Ok(visit.done(&address(school), W.named_saved()))
}
