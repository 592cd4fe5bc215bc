//! Closing an account of a school with a reason, opening it again.

use crate::{W, blocking, renewal::RENEWAL};
use db::{Error, Problems};
use school::{PersonId, SchoolId};
use web::{
    Answer, AskPage, Form, Path, SignedIn,
    component::{Button, LinkButton},
    reason::{self, ReasonForm, ReasonPage, ReasonQuestion},
};

fn path(school: SchoolId) -> String {
    format!("/ecoles/{school}/comptes")
}

fn question(school: SchoolId, person: PersonId, name: &str, typed: &str, problems: &Problems) -> ReasonPage {
    let address = format!("{}/{person}/blocage", path(school));
    let decide = Button::danger(W.block_now(name)).icon("cadenas");
    let question =
        ReasonQuestion::new(W.block_reason(), W.block_cost(web::of_name(name)), address, decide, path(school));
    ReasonPage::new(W.block_title(), name, question.typed(typed, problems), problems)
}

/// `GET /ecoles/{school}/comptes/{person}/blocage`
pub(crate) async fn ask(mut visit: SignedIn, Path((school, person)): Path<(SchoolId, PersonId)>) -> Answer {
    let mut tx = visit.read().await?;
    let found = blocking::find(&mut tx, &visit.viewer, school, person).await;
    drop(tx);
    match found {
        Ok((_, found)) => {
            let name = found.holder.name.full();
            let page = question(school, person, &name, "", &Problems::default());
            visit.page(W.block_title(), &page)
        }
        Err(Error::Invalid(problems)) => Ok(refused(&visit, school, &problems)),
        Err(other) => Err(other.into()),
    }
}

/// `POST /ecoles/{school}/comptes/{person}/blocage`
pub(crate) async fn block(
    mut visit: SignedIn,
    Path((school, person)): Path<(SchoolId, PersonId)>,
    Form(form): Form<ReasonForm>,
) -> Answer {
    let viewer = visit.viewer.clone();
    let mut tx = visit.write().await?;
    let found = match blocking::find(&mut tx, &viewer, school, person).await {
        Ok((_, found)) => found,
        Err(Error::Invalid(problems)) => return Ok(refused(&visit, school, &problems)),
        Err(other) => return Err(other.into()),
    };
    let name = found.holder.name.full();
    let reason = match reason::check(&form.reason) {
        Ok(reason) => reason,
        Err(Error::Invalid(problems)) => {
            drop(tx);
            let page = question(school, person, &name, &form.reason, &problems);
            return visit.again(W.block_title(), &page);
        }
        Err(other) => return Err(other.into()),
    };
    blocking::block(&mut tx, &viewer, school, person, reason).await?;
    tx.commit().await?;
    Ok(visit.done(&path(school), &W.block_done(web::of_name(&name))))
}

fn refused(visit: &SignedIn, school: SchoolId, problems: &Problems) -> axum::response::Response {
    visit.not_done(&path(school), &problems.of(RENEWAL).unwrap_or_default())
}

/// `GET /ecoles/{school}/comptes/{person}/deblocage`
pub(crate) async fn ask_to_open(mut visit: SignedIn, Path((school, person)): Path<(SchoolId, PersonId)>) -> Answer {
    let mut tx = visit.read().await?;
    let found = blocking::find(&mut tx, &visit.viewer, school, person).await;
    drop(tx);
    match found {
        Ok((_, found)) => {
            let name = found.holder.name.full();
            let action = format!("{}/{person}/deblocage", path(school));
            let button = Button::primary(W.unblock_now(&name)).icon("retablir");
            let back = LinkButton::secondary(W.accounts_back(), path(school));
            let page = AskPage::new(W.unblock_ask(&name), action, button, back).says(W.unblock_lead(&name));
            visit.page(W.unblock_title(), &page)
        }
        Err(Error::Invalid(problems)) => Ok(refused(&visit, school, &problems)),
        Err(other) => Err(other.into()),
    }
}

/// `POST /ecoles/{school}/comptes/{person}/deblocage`
pub(crate) async fn open(mut visit: SignedIn, Path((school, person)): Path<(SchoolId, PersonId)>) -> Answer {
    let viewer = visit.viewer.clone();
    let mut tx = visit.write().await?;
    match blocking::unblock(&mut tx, &viewer, school, person).await {
        Ok(()) => tx.commit().await?,
        Err(Error::Invalid(problems)) => return Ok(refused(&visit, school, &problems)),
        Err(other) => return Err(other.into()),
    }
    Ok(visit.done(&path(school), W.unblock_done()))
}
