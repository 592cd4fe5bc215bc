//! The card of a family: whom to call for a child, in order, and how.

use crate::{
    W, class,
    details::Address,
    family::{Adult, Family},
};
use askama::Template;
use commons::access::Topic;
use school::{
    PersonId,
    person::{phone_called, phone_key, phone_shown},
};
use web::{
    Answer, Fact, Path, SignedIn,
    component::{EmptyState, LinkButton, Notice},
};

#[derive(Template)]
#[template(path = "family.html")]
struct FamilyPage {
    title: String,
    notice: Notice,
    adults: Vec<AdultPart>,
    empty: EmptyState,
    links: Vec<LinkButton>,
}

struct AdultPart {
    title: String,
    facts: Vec<(&'static str, Vec<String>)>,
}

/// `GET /familles/{child}`
pub(crate) async fn show(mut visit: SignedIn, Path(child): Path<PersonId>) -> Answer {
    let mut tx = visit.read().await?;
    let family = Family::load(&mut tx, &visit.viewer, child).await?;
    let ids: Vec<PersonId> = family.adults.iter().map(|it| it.id).collect();
    let given = visit.facts_on_cards(&mut tx, &ids).await?;
    drop(tx);
    if !family.own {
        let looked = std::iter::once(child).chain(family.adults.iter().map(|it| it.id)).collect();
        visit.looked(looked, Topic::Family, None).await;
    }
    let title = W.family_of(web::of_name(family.child.full()));
    let page = FamilyPage {
        notice: Notice::info(if family.own { W.own_part_alone() } else { W.family_noted() }),
        adults: family.adults.iter().map(|adult| part(adult, family.own, &given)).collect(),
        empty: EmptyState::new("introuvable", W.no_adult_to_call(), None),
        links: links(&family),
        title,
    };
    visit.page(&page.title, &page)
}

fn links(family: &Family) -> Vec<LinkButton> {
    if family.own {
        return vec![LinkButton::secondary(W.what_i_show(), "/annuaire/moi").icon("reglages")];
    }
    let class = family.class.map(|id| LinkButton::secondary(W.back_to_class(), class::path(id)).icon("personnes"));
    class.into_iter().collect()
}

fn part(adult: &Adult, own: bool, given: &[Fact]) -> AdultPart {
    let link = adult.relation.and_then(relation_word).map_or_else(|| W.no_link().to_owned(), str::to_owned);
    let mut facts = vec![(W.link(), vec![link]), (W.authority(), vec![W.authority_held().to_owned()])];
    facts.extend(adult.phones.iter().map(|(what, number)| (*what, vec![phone_shown(number)])));
    if adult.phones.is_empty() {
        facts.push((W.column_phone(), vec![W.no_phone().to_owned()]));
    }
    facts.push((W.email(), vec![adult.email.clone().unwrap_or_else(|| W.no_email().to_owned())]));
    let address = match &adult.address {
        Address::Unknown => vec![W.no_address().to_owned()],
        Address::Hidden => vec![W.address_hidden().to_owned()],
        Address::Lines(lines) => lines.clone(),
    };
    facts.push((W.address(), address));
    let of_adult = given.iter().filter(|it| it.person == adult.id);
    facts.extend(of_adult.map(|it| (it.label, vec![it.value.clone()])));
    // Their place in the order is the school's to know.
    let title = if own { adult.name.clone() } else { W.adult_in_order(adult.position, &adult.name) };
    AdultPart { title, facts }
}

/// The words for the code of a link.
pub(super) fn relation_word(code: i64) -> Option<&'static str> {
    aaf::relation_label(code)
}

/// A telephone number on a list: as it is read, as it is dialled, what it is.
pub(super) struct Phone {
    pub(super) shown: String,
    pub(super) called: String,
    pub(super) what: &'static str,
}

impl Phone {
    fn new(number: &str, what: &'static str) -> Self {
        Self { shown: phone_shown(number), called: phone_called(number), what }
    }
}

/// « 06 00 00 00 01 (mobile) », « 05 61 00 00 00 (domicile) », « 06 11 22 33 44 (donné par la famille) »: what the school knows
/// first, then what the adult gave and shows the viewer and the teachers of the class, unless it is the same number.
pub(super) fn phones(adult: &Adult, given: &[Fact]) -> Vec<Phone> {
    let known: Vec<String> = adult.phones.iter().map(|(_, number)| phone_key(number)).collect();
    let of_adult =
        given.iter().filter(|it| it.is_listed && it.person == adult.id && !known.contains(&phone_key(&it.value)));
    let mut told: Vec<Phone> = adult.phones.iter().map(|(what, number)| Phone::new(number, what)).collect();
    told.extend(of_adult.map(|it| Phone::new(&it.value, W.given_by_family())));
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_the_school_knows_is_not_told_twice() {
        let id = PersonId(db::Uuid::from_u128(1));
        let adult = Adult {
            id,
            name: "Claire Fabre".to_owned(),
            relation: None,
            position: 1,
            email: None,
            phones: vec![(W.mobile(), "06 11 22 33 44".to_owned())],
            address: Address::Unknown,
        };
        let given = |value: &str| [Fact { person: id, label: "", value: value.to_owned(), is_listed: true }];
        for (value, told) in [("06.11.22.33.44", 1), ("+33 6 11 22 33 44", 1), ("+33 6 11 22 33 45", 2)] {
            assert_eq!(phones(&adult, &given(value)).len(), told, "{value}");
        }
    }
}
