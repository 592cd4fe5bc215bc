//! A temporary password for somebody of the class: what it costs, then the password, once.

use crate::{
    W,
    renewal::RENEWAL,
    temporary::{self, Given},
};
use askama::Template;
use db::Error;
use school::{CircleId, PersonId};
use web::{
    Answer, Path, SignedIn,
    component::{Button, LinkButton},
};

#[derive(Template)]
#[template(path = "temporary.html")]
struct TemporaryPage {
    title: String,
    lead: String,
    ask: Option<Ask>,
    given: Option<Shown>,
    back: LinkButton,
}

struct Ask {
    action: String,
    button: Button,
}

/// The password, to be read out or written down now.
struct Shown {
    login: String,
    password: String,
    rule: &'static str,
}

fn back(class: CircleId) -> LinkButton {
    LinkButton::secondary(W.accounts_back(), path(class))
}

fn path(class: CircleId) -> String {
    format!("/classes/{class}/comptes")
}

/// `GET /classes/{circle}/comptes/{person}/mot-de-passe`
pub(crate) async fn ask(mut visit: SignedIn, Path((class, person)): Path<(CircleId, PersonId)>) -> Answer {
    let mut tx = visit.read().await?;
    let found = temporary::find(&mut tx, &visit.viewer, class, person).await;
    drop(tx);
    let (place, found) = match found {
        Err(Error::Invalid(problems)) => {
            return Ok(visit.not_done(&path(class), &problems.of(RENEWAL).unwrap_or_default()));
        }
        other => other?,
    };
    let name = found.holder.name.full();
    let page = TemporaryPage {
        title: W.temporary_title(&name),
        lead: W.temporary_cost(web::of_name(&name)),
        ask: Some(Ask {
            action: format!("{}/{person}/mot-de-passe", place.accounts_path()),
            button: Button::danger(W.temporary_give(&name)).icon("cadenas"),
        }),
        given: None,
        back: back(class),
    };
    visit.page(W.temporary(), &page)
}

/// `POST /classes/{circle}/comptes/{person}/mot-de-passe`: shown in the answer, which no cache keeps, and nowhere else.
pub(crate) async fn give(visit: SignedIn, Path((class, person)): Path<(CircleId, PersonId)>) -> Answer {
    let house = visit.site.house.clone();
    match temporary::give(&house, &visit.viewer, class, person).await {
        Ok(given) => visit.page(W.temporary(), &shown(given, class)),
        Err(Error::Invalid(problems)) => Ok(visit.not_done(&path(class), &problems.of(RENEWAL).unwrap_or_default())),
        Err(other) => Err(other.into()),
    }
}

fn shown(given: Given, class: CircleId) -> TemporaryPage {
    TemporaryPage {
        title: W.temporary_title(&given.name),
        lead: W.temporary_shown_once().to_owned(),
        ask: None,
        given: Some(Shown {
            login: given.login,
            password: given.password,
            rule: if given.must_change { W.temporary_must_change() } else { W.temporary_kept() },
        }),
        back: back(class),
    }
}
