//! Whether parents see who is in the class of their child: a choice of the head, no until it is made.

use crate::{W, opened};
use askama::Template;
use school::{Right, School, SchoolId, viewer::or_not_found};
use serde::Deserialize;
use web::{
    Answer, Form, Path, SignedIn,
    component::{Button, Checkbox},
};

#[derive(Template)]
#[template(path = "opening.html")]
struct OpeningPage {
    about: String,
    address: String,
    back: String,
    opened: Checkbox,
    send: Button,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Chosen {
    ouvert: Option<String>,
}

/// The address of the choice of a school.
pub(crate) fn path(school: SchoolId) -> String {
    format!("/ecoles/{school}/trombinoscope")
}

/// `GET /ecoles/{school}/trombinoscope`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<SchoolId>) -> Answer {
    or_not_found(visit.viewer.may_at(Right::RunSchool, id))?;
    let mut tx = visit.read().await?;
    let school = School::load(&mut tx, id).await?;
    let is_opened = !opened::among(&mut tx, [id]).await?.is_empty();
    drop(tx);
    let page = OpeningPage {
        about: school.name,
        address: path(id),
        back: format!("/ecoles/{id}"),
        opened: Checkbox::new("ouvert", W.opening_choice()).hint(W.opening_hint()).checked(is_opened),
        send: Button::primary(W.keep()),
    };
    visit.page(W.opening(), &page)
}

/// `POST /ecoles/{school}/trombinoscope`
pub(crate) async fn set(mut visit: SignedIn, Path(id): Path<SchoolId>, Form(chosen): Form<Chosen>) -> Answer {
    or_not_found(visit.viewer.may_at(Right::RunSchool, id))?;
    let opens = chosen.ouvert.is_some();
    let mut tx = visit.write().await?;
    opened::set(&mut tx, &visit.viewer, id, opens).await?;
    tx.commit().await?;
    Ok(visit.done(&path(id), if opens { W.now_opened() } else { W.now_closed() }))
}
