//! The board of a day of strike: what stays open, school by school, and the button that leads to telling families.

use super::strikes::PATH;
use crate::{
    W,
    charge::{self, Charge},
    notice::KIND,
    strike::{Open, Strike},
    strike_change::{LONGEST, LONGEST_NOTE, field},
};
use askama::Template;
use db::Problems;
use school::SchoolId;
use web::{
    component::{Button, Checkbox, ErrorSummary, Field, LinkButton},
    dates,
};

/// What the button that leads to telling families sends.
pub(super) const TELL: &str = "annoncer";

/// What is written on the board, kept or typed.
pub(super) struct Written {
    pub(super) note: String,
    pub(super) lines: Vec<(SchoolId, Open)>,
}

#[derive(Template)]
#[template(path = "strike.html")]
pub(super) struct StrikePage {
    title: String,
    place: String,
    summary: Option<ErrorSummary>,
    draft_key: String,
    address: String,
    note: Field,
    schools: Vec<SchoolFields>,
    read_over: Button,
    save: Button,
    notice: Option<LinkButton>,
    back: String,
}

struct SchoolFields {
    name: String,
    boxes: Vec<Checkbox>,
    texts: Vec<Field>,
}

impl StrikePage {
    pub(super) fn new(charge: &Charge, strike: &Strike, written: &Written, problems: &Problems) -> Self {
        Self {
            title: W.strike_of(dates::long_day(strike.day())),
            place: charge.name.clone(),
            summary: web::summary(problems),
            draft_key: format!("greve-{}", strike.id),
            note: Field::area("note", W.strike_note(), 3)
                .maxlength(LONGEST_NOTE)
                .value(&written.note)
                .error(problems.of("note"))
                .optional(W.optional()),
            schools: written.lines.iter().map(|(id, open)| SchoolFields::of(charge, *id, open)).collect(),
            read_over: Button::primary(W.read_over_strike()).icon("lire").name_value(TELL, "1"),
            save: Button::secondary(W.save()).icon("fait"),
            notice: strike.thing_id.map(|id| LinkButton::secondary(W.see_notice(), KIND.path(id)).icon("lire")),
            back: charge::at(PATH, &strike.scope),
            address: format!("{PATH}/{}", strike.id),
        }
    }
}

impl SchoolFields {
    fn of(charge: &Charge, id: SchoolId, open: &Open) -> Self {
        let tick =
            |name: &str, label: &'static str, checked: bool| Checkbox::new(field(id, name), label).checked(checked);
        let text = |name: &str, label: &'static str, value: &str| {
            Field::text(field(id, name), label).maxlength(LONGEST).value(value).optional(W.optional())
        };
        Self {
            name: charge.school(id).map(|school| school.name.clone()).unwrap_or_default(),
            boxes: vec![
                tick("canteen", W.has_canteen(), open.canteen),
                tick("morning", W.has_morning(), open.morning),
                tick("evening", W.has_evening(), open.evening),
                tick("minimum", W.has_minimum(), open.minimum),
            ],
            texts: vec![
                text("place", W.minimum_place(), &open.place),
                text("hours", W.minimum_hours(), &open.hours),
                text("note", W.school_note(), &open.note),
            ],
        }
    }
}
