//! A day, a dish, a service around the school day, as families and children read them.

use crate::{W, clock, dish::Dish, menu::Meal, offer::Offer};
use db::Moment;
use jiff::civil::Date;
use web::{
    component::{Icon, LinkButton, Notice},
    dates,
};

pub(super) struct DayPart {
    pub(super) name: String,
    pub(super) today: bool,
    /// Said in place of the menu when nobody eats there that day.
    pub(super) unfed: Option<Notice>,
    pub(super) dishes: Vec<DishPart>,
    pub(super) note: String,
}

pub(super) struct DishPart {
    pub(super) name: String,
    pub(super) labels: Vec<String>,
    /// Pictures and words.
    pub(super) allergens: Vec<(Icon, String)>,
}

pub(super) struct OfferPart {
    pub(super) title: String,
    pub(super) facts: Vec<(&'static str, String)>,
    pub(super) deadline: Option<Notice>,
    pub(super) link: Option<LinkButton>,
}

impl DayPart {
    pub(super) fn of(meal: &Meal, today: Date, is_unfed: bool) -> Self {
        let dishes: &[Dish] = if is_unfed { &[] } else { &meal.dishes };
        Self {
            name: dates::long_day(meal.day),
            today: meal.day == today,
            unfed: is_unfed.then(|| Notice::attention(W.no_canteen_that_day())),
            dishes: dishes.iter().map(DishPart::of).collect(),
            note: meal.note.clone(),
        }
    }
}

impl DishPart {
    pub(super) fn of(dish: &Dish) -> Self {
        Self {
            name: dish.name.clone(),
            labels: dish.labels.iter().map(|it| it.word()).collect(),
            allergens: dish.allergens.iter().map(|it| (Icon::new(it.icon()), it.word())).collect(),
        }
    }
}

impl OfferPart {
    pub(super) fn of(offer: &Offer, now: Moment) -> Self {
        let facts = [
            (W.offer_hours(), offer.hours.clone()),
            (W.offer_place(), offer.place.clone()),
            (W.offer_contact(), offer.contact.clone()),
        ];
        Self {
            title: offer.title(),
            facts: facts.into_iter().filter(|fact| !fact.1.is_empty()).collect(),
            deadline: offer.deadline(now).map(|until| Notice::info(clock::countdown(until, now))),
            link: (!offer.link.is_empty()).then(|| LinkButton::secondary(W.leave_for(host(&offer.link)), &offer.link)),
        }
    }
}

/// The site a link leads to, said before one leaves.
fn host(link: &str) -> String {
    let rest = link.strip_prefix("https://").unwrap_or(link);
    rest.split(['/', '?', '#']).next().unwrap_or_default().to_owned()
}
