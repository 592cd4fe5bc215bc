//! The list to take along on an outing: for each pupil of the class, whom to call, in order. It prints; each look is noted.

use super::family::{phones, relation_word};
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
    component::{Cell, Column, Notice, Table},
    dates,
};

#[derive(Template)]
#[template(path = "contacts.html")]
struct ContactsPage {
    title: String,
    about: String,
    notice: Notice,
    table: Option<Table>,
    back: String,
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
        table: (!pupils.is_empty()).then(|| table(&pupils, &adults, &given)),
        back: format!("/classes/{}", class.circle.id),
    };
    let looked: Vec<PersonId> = adults.iter().flat_map(|(child, adult)| [*child, adult.id]).collect();
    visit.looked(looked, Topic::Family, Some(W.for_an_outing())).await;
    visit.set_wide();
    visit.page(W.contacts_of_class(), &page)
}

fn table(pupils: &[Name], adults: &[(PersonId, Adult)], given: &[Fact]) -> Table {
    let mut rows = Vec::new();
    for pupil in pupils {
        let of_pupil: Vec<&Adult> = adults.iter().filter(|it| it.0 == pupil.id).map(|it| &it.1).collect();
        if of_pupil.is_empty() {
            rows.push([pupil.full(), W.no_adult_to_call().to_owned(), String::new()].map(Cell::text).into());
        }
        for adult in of_pupil {
            let who = match adult.relation.and_then(relation_word) {
                Some(link) => W.adult_with_link(&adult.name, link),
                None => adult.name.clone(),
            };
            rows.push([pupil.full(), who, phones(adult, given)].map(Cell::text).into());
        }
    }
    let columns = [W.column_pupil(), W.column_to_call(), W.column_phone()].map(Column::new);
    Table::new(W.contacts_of_class(), columns.into(), rows).caption_hidden()
}
