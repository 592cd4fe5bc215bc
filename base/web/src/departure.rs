//! What pages say to whoever left the school, or whose child did: nothing is « not there yet » for them.

use crate::{
    Service, W,
    component::{Checkbox, EmptyState, Notice},
};
use commons::{ThingId, kept_text, thing::Thing};
use db::{Error, Result, Tx};
use richtext::Doc;
use school::Viewer;

/// Where whoever left, or whose child did, finds what is still to be read and to be said.
pub const DEPARTURE: &str = "/depart";

/// The name of the box of [`forgetting_box`], in forms.
pub const FORGET_TEXT: &str = "forget";

/// What whoever changes a thing ticks so that what it said is not shown any more to those who left; nothing where none of them
/// would read it.
///
/// # Errors
/// A fault of the database.
pub async fn forgetting_box(tx: &mut Tx, thing: ThingId, ticked: bool) -> Result<Option<Checkbox>> {
    let is_read = kept_text::is_read_by_who_left(tx, thing).await?;
    let asked = || Checkbox::new(FORGET_TEXT, W.departure_forget()).checked(ticked).hint(W.departure_forget_hint());
    Ok(is_read.then(asked))
}

/// The departures the viewer is told of, a notice each.
///
/// # Errors
/// A fault of the database.
pub async fn notices_of_departures(tx: &mut Tx, services: &[&'static Service], viewer: &Viewer) -> Result<Vec<Notice>> {
    let said = said(tx, services, viewer).await?;
    Ok(said.into_iter().map(|it| Notice::info(it).link(W.departure_see(), DEPARTURE)).collect())
}

/// What a thing changed since the viewer left said that day. Where that was not kept, nothing is said of what took its place, and its
/// title is these words.
///
/// # Errors
/// A fault for a text that is none.
pub fn doc_of_before(thing: &mut Thing, title: &str) -> Result<Doc> {
    let Some(kept) = &thing.kept_text else {
        title.clone_into(&mut thing.title);
        return Ok(Doc::default());
    };
    richtext::parse(&kept.body).map_err(Error::fault)
}

/// What an empty page shows to a viewer who sits nowhere any more because of a departure; nothing to everybody else.
///
/// # Errors
/// A fault of the database.
pub async fn empty_by_departure(
    tx: &mut Tx,
    services: &[&'static Service],
    viewer: &Viewer,
) -> Result<Option<EmptyState>> {
    if !viewer.seats.is_empty() || viewer.people.is_empty() {
        return Ok(None);
    }
    let said = said(tx, services, viewer).await?;
    let leads = || Some((W.departure_see().to_owned(), DEPARTURE.to_owned()));
    Ok((!said.is_empty()).then(|| EmptyState::new("classe", said.join(" "), leads())))
}

async fn said(tx: &mut Tx, services: &[&'static Service], viewer: &Viewer) -> Result<Vec<String>> {
    let mut said = Vec::new();
    for service in services {
        said.extend((service.departure_sentences)(tx, viewer).await?);
    }
    Ok(said)
}
