//! The fields of a service around the school day: two pages have them.

use crate::{W, fields::Fields, offer::OfferKind};
use askama::Template;
use db::Problems;
use jiff::civil::Weekday;
use web::{
    component::{Choice, Field, Opt},
    dates,
};

/// The fields of a service: two pages have them.
#[derive(Template)]
#[template(path = "offer_form.html")]
pub(super) struct OfferForm {
    kind: Choice,
    name: Field,
    hours: Field,
    place: Field,
    contact: Field,
    link: Field,
    weekday: Choice,
    closes: Field,
}

impl askama::filters::HtmlSafe for OfferForm {}

impl OfferForm {
    pub(super) fn new(fields: &Fields, problems: &Problems) -> Self {
        let field = |field: Field, name: &str| field.value(fields.text(name)).error(problems.of(name));
        let kind = |it: &OfferKind| Opt::new(it.as_str(), it.word()).checked(fields.text("kind") == it.as_str());
        Self {
            kind: Choice::select("kind", W.offer_what(), OfferKind::ALL.iter().map(kind).collect())
                .required()
                .error(problems.of("kind")),
            name: field(Field::text("name", W.offer_name()).hint(W.offer_name_hint()).optional(W.optional()), "name"),
            hours: field(Field::text("hours", W.offer_hours()).hint(W.offer_hours_hint()).required(), "hours"),
            place: field(Field::text("place", W.offer_place()).optional(W.optional()), "place"),
            contact: field(
                Field::text("contact", W.offer_contact()).hint(W.offer_contact_hint()).optional(W.optional()),
                "contact",
            ),
            link: field(
                Field::text("link", W.offer_link()).hint(W.offer_link_hint()).spellcheck_off().optional(W.optional()),
                "link",
            ),
            weekday: weekdays(fields.text("weekday")),
            closes: field(Field::time("closes", W.offer_closes()).optional(W.optional()), "closes"),
        }
    }
}

fn weekdays(typed: &str) -> Choice {
    let none = Opt::new("", W.no_deadline()).checked(typed.is_empty());
    let day = |number: i8| {
        let word = Weekday::from_monday_one_offset(number).map(dates::weekday).unwrap_or_default();
        Opt::new(number.to_string(), word).checked(typed == number.to_string())
    };
    let options = [none].into_iter().chain((1..=7).map(day)).collect();
    Choice::select("weekday", W.offer_weekday(), options).hint(W.offer_weekday_hint())
}
