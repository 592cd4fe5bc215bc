//! « Qui joindre autrement »: the adults nothing reaches, with their telephones, for those in charge of a class or a school.

use crate::{
    W,
    contact::{self, Contact},
};
use askama::Template;
use commons::attention::Why;
use db::{Error, Moment};
use school::{
    Circle, CircleId, CircleKind, PersonId, Right, School, SchoolId, Viewer,
    person::{phone_called, phone_shown},
    viewer::or_not_found,
};
use web::{
    Answer, Path, SignedIn,
    component::{Button, EmptyState},
    dates,
};

#[derive(Template)]
#[template(path = "contact.html")]
struct ContactPage {
    about: String,
    groups: Vec<Group>,
    empty: EmptyState,
}

struct Group {
    title: &'static str,
    advice: &'static str,
    lines: Vec<Line>,
}

struct Line {
    name: String,
    children: String,
    phones: Vec<Phone>,
    handed: Option<String>,
    /// What notes that it was handed, or takes that back the same day.
    act: Option<(String, Button)>,
}

struct Phone {
    shown: String,
    called: String,
}

/// `GET /ecoles/{school}/joindre`
pub(crate) async fn of_school(mut visit: SignedIn, Path(id): Path<SchoolId>) -> Answer {
    or_not_found(visit.viewer.heads(id))?;
    let mut tx = visit.read().await?;
    let school = School::load(&mut tx, id).await?;
    let contacts = contact::of_school(&mut tx, id).await?;
    let now = tx.now();
    drop(tx);
    let page = page(school.name, &format!("/ecoles/{id}"), contacts, now);
    visit.page(W.contacts_title(), &page)
}

/// `GET /classes/{circle}/joindre`
pub(crate) async fn of_class(mut visit: SignedIn, Path(id): Path<CircleId>) -> Answer {
    let mut tx = visit.read().await?;
    let class = class(&mut tx, &visit.viewer, id).await?;
    let contacts = contact::of_classes(&mut tx, class.school_id, &[id]).await?;
    let now = tx.now();
    drop(tx);
    let page = page(class.name, &format!("/classes/{id}"), contacts, now);
    visit.page(W.contacts_title(), &page)
}

/// `POST /ecoles/{school}/joindre/{person}/fait`
pub(crate) async fn done_in_school(mut visit: SignedIn, Path((school, person)): Path<(SchoolId, PersonId)>) -> Answer {
    let head = visit.viewer.headed().into_iter().find(|seat| seat.school == school).map(|seat| seat.person);
    let by = head.ok_or(Error::NotFound)?;
    let mut tx = visit.write().await?;
    let contacts = contact::of_school(&mut tx, school).await?;
    or_not_found(contacts.iter().any(|it| it.person == person))?;
    contact::hand_over(&mut tx, school, person, by).await?;
    tx.commit().await?;
    Ok(visit.done(&format!("/ecoles/{school}/joindre"), W.contact_done_said()))
}

/// `POST /classes/{circle}/joindre/{person}/fait`
pub(crate) async fn done_in_class(mut visit: SignedIn, Path((circle, person)): Path<(CircleId, PersonId)>) -> Answer {
    let mut tx = visit.write().await?;
    let class = class(&mut tx, &visit.viewer, circle).await?;
    let by = visit.viewer.acting_in(circle, class.school_id)?;
    let contacts = contact::of_classes(&mut tx, class.school_id, &[circle]).await?;
    or_not_found(contacts.iter().any(|it| it.person == person))?;
    contact::hand_over(&mut tx, class.school_id, person, by).await?;
    tx.commit().await?;
    Ok(visit.done(&format!("/classes/{circle}/joindre"), W.contact_done_said()))
}

/// `POST /ecoles/{school}/joindre/{person}/fait/annulation`
pub(crate) async fn undone_in_school(
    mut visit: SignedIn,
    Path((school, person)): Path<(SchoolId, PersonId)>,
) -> Answer {
    or_not_found(visit.viewer.heads(school))?;
    let mut tx = visit.write().await?;
    let contacts = contact::of_school(&mut tx, school).await?;
    let found = contacts.iter().find(|it| it.person == person).ok_or(Error::NotFound)?;
    contact::take_back(&mut tx, school, found).await?;
    tx.commit().await?;
    Ok(visit.done(&format!("/ecoles/{school}/joindre"), W.contact_undone_said()))
}

/// `POST /classes/{circle}/joindre/{person}/fait/annulation`
pub(crate) async fn undone_in_class(mut visit: SignedIn, Path((circle, person)): Path<(CircleId, PersonId)>) -> Answer {
    let mut tx = visit.write().await?;
    let class = class(&mut tx, &visit.viewer, circle).await?;
    visit.viewer.acting_in(circle, class.school_id)?;
    let contacts = contact::of_classes(&mut tx, class.school_id, &[circle]).await?;
    let found = contacts.iter().find(|it| it.person == person).ok_or(Error::NotFound)?;
    contact::take_back(&mut tx, class.school_id, found).await?;
    tx.commit().await?;
    Ok(visit.done(&format!("/classes/{circle}/joindre"), W.contact_undone_said()))
}

/// A class the viewer is in charge of.
async fn class(tx: &mut db::Tx, viewer: &Viewer, id: CircleId) -> db::Result<Circle> {
    let class = Circle::load(tx, id).await?;
    let in_charge = class.kind == CircleKind::Class && viewer.may_in(Right::SeeClass, id, class.school_id);
    or_not_found(in_charge)?;
    Ok(class)
}

fn page(about: String, address: &str, contacts: Vec<Contact>, now: Moment) -> ContactPage {
    let mut groups = Vec::new();
    for (why, title, advice) in [
        (Why::NeverSignedIn, W.why_never(), W.advice_never()),
        (Why::MailBounced, W.why_bounced(), W.advice_bounced()),
        (Why::NoWay, W.why_no_way(), W.advice_no_way()),
    ] {
        let those = contacts.iter().filter(|it| it.why == why);
        let lines: Vec<Line> = those.map(|it| line(it, address, now)).collect();
        if !lines.is_empty() {
            groups.push(Group { title, advice, lines });
        }
    }
    ContactPage { about, groups, empty: EmptyState::new("termine", W.contacts_none(), None) }
}

fn line(contact: &Contact, address: &str, now: Moment) -> Line {
    Line {
        name: contact.name.clone(),
        children: contact.children.join(", "),
        phones: contact.phones.iter().map(|it| phone(it)).collect(),
        handed: contact.handed_at.map(|at| W.contact_done_at(dates::past(at, now))),
        act: act(contact, &format!("{address}/joindre/{}/fait", contact.person), now),
    }
}

fn act(contact: &Contact, path: &str, now: Moment) -> Option<(String, Button)> {
    let done = || Button::secondary(W.contact_done()).spoken(W.contact_done_to(&contact.name));
    let undo = || Button::secondary(W.contact_undo()).spoken(W.contact_undo_of(&contact.name));
    match contact.handed_at {
        None => Some((path.to_owned(), done())),
        Some(_) if contact.is_handed_on_day(now) => Some((format!("{path}/annulation"), undo())),
        Some(_) => None,
    }
}

/// A number as it is read, and as a telephone dials it.
fn phone(number: &str) -> Phone {
    Phone { shown: phone_shown(number), called: phone_called(number) }
}
