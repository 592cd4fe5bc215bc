//! The list to take along on an outing: for each pupil of the class, whom to call, in order. It prints; each look is noted.

use super::family::{Phone, phones, relation_word};
use crate::{
    W,
    class::Class,
    family::{self, Adult},
};
use askama::Template;
use commons::access::Topic;
use school::{CircleId, PersonId, person::Name};
use web::{
    Answer, Fact, Path, SignedIn,
    component::{Button, Notice},
    dates,
};

#[derive(Template)]
#[template(path = "contacts.html")]
struct ContactsPage {
    title: String,
    about: String,
    notice: Notice,
    print: Button,
    calls: Vec<Call>,
    back: String,
}

/// A pupil, and whom to call in order.
struct Call {
    child: String,
    adults: Vec<ToCall>,
}

struct ToCall {
    who: String,
    phones: Vec<Phone>,
}

/// `GET /classes/{circle}/contacts`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<CircleId>) -> Answer {
    let mut tx = visit.read().await?;
    let class = Class::load_to_manage(&mut tx, &visit.viewer, id).await?;
    let pupils = class.pupils(&mut tx).await?;
    let adults = family::of_class(&mut tx, &visit.viewer, id).await?;
    let ids: Vec<PersonId> = adults.iter().map(|(_, adult)| adult.id).collect();
    let given = visit.facts_on_cards(&mut tx, &ids).await?;
    let today = tx.now().day();
    drop(tx);
    let page = ContactsPage {
        title: W.contacts_of(&class.circle.name),
        about: W.contacts_on(dates::date(today)),
        notice: Notice::attention(W.contacts_noted()),
        print: Button::secondary(W.contacts_print()).icon("imprimer"),
        calls: calls(&pupils, &adults, &given),
        back: format!("/classes/{}", class.circle.id),
    };
    let looked: Vec<PersonId> = adults.iter().flat_map(|(child, adult)| [*child, adult.id]).collect();
    visit.looked(looked, Topic::Family, Some(W.for_an_outing())).await;
    visit.set_wide();
    visit.page(W.contacts_of_class(), &page)
}

/// Each pupil once, the adults under the name.
fn calls(pupils: &[Name], adults: &[(PersonId, Adult)], given: &[Fact]) -> Vec<Call> {
    let call = |pupil: &Name| {
        let of_pupil = adults.iter().filter(|it| it.0 == pupil.id);
        Call { child: pupil.full(), adults: of_pupil.map(|it| ToCall::new(&it.1, given)).collect() }
    };
    pupils.iter().map(call).collect()
}

impl ToCall {
    fn new(adult: &Adult, given: &[Fact]) -> Self {
        let who = match adult.relation.and_then(relation_word) {
            Some(link) => W.adult_with_link(&adult.name, link),
            None => adult.name.clone(),
        };
        Self { who, phones: phones(adult, given) }
    }
}
