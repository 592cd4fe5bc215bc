//! The board of a day of strike: what stays open, school by school, and the button that tells families.

use super::{notice_form::urgent, strikes::PATH};
use crate::{
    W,
    charge::{self, Charge},
    fields::Fields,
    notice::KIND,
    notice_send,
    strike::{Open, Strike, StrikeState},
    strike_change::{LONGEST, LONGEST_NOTE, field},
};
use askama::Template;
use db::{Problems, Result, Tx};
use school::{School, SchoolId, Viewer};
use web::{
    component::{Button, Checkbox, ErrorSummary, Field, Hidden, LinkButton, Notice},
    dates,
};

/// The field that says a form carries the board.
pub(super) const BOARD: &str = "tableau";

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
    board: Hidden,
    note: Field,
    schools: Vec<SchoolFields>,
    save: Button,
    when: Notice,
    urgent: Option<(Checkbox, Field)>,
    publish: Button,
    notice: Option<LinkButton>,
    back: String,
}

struct SchoolFields {
    name: String,
    boxes: Vec<Checkbox>,
    texts: Vec<Field>,
}

impl StrikePage {
    pub(super) async fn build(
        tx: &mut Tx,
        viewer: &Viewer,
        charge: &Charge,
        strike: &Strike,
        written: &Written,
        fields: &Fields,
        problems: &Problems,
    ) -> Result<Self> {
        let now = tx.now();
        let schools: Vec<&School> = charge.schools.iter().collect();
        let at = notice_send::instant(tx, &schools, false).await?;
        let is_told = strike.state == StrikeState::Published;
        let hurries = at > now && notice_send::may_hurry(viewer, charge);
        let address = format!("{PATH}/{}", strike.id);
        Ok(Self {
            title: W.strike_of(dates::long_day(strike.day())),
            place: charge.name.clone(),
            summary: web::summary(problems),
            draft_key: format!("greve-{}", strike.id),
            board: Hidden::new(BOARD, "1"),
            note: Field::area("note", W.strike_note(), 3)
                .maxlength(LONGEST_NOTE)
                .value(&written.note)
                .error(problems.of("note"))
                .optional(W.optional()),
            schools: written.lines.iter().map(|(id, open)| SchoolFields::of(charge, *id, open)).collect(),
            save: Button::secondary(W.save()).icon("fait"),
            when: Notice::info(if is_told { W.strike_told_again() } else { W.strike_when() })
                .title(dates::delivery(at, now)),
            urgent: hurries.then(|| urgent(fields, problems)),
            publish: Button::primary(W.tell_families()).icon("a-envoyer").action(format!("{address}/publication")),
            notice: strike.thing_id.map(|id| LinkButton::secondary(W.see_notice(), KIND.path(id)).icon("lire")),
            back: charge::at(PATH, &strike.scope),
            address,
        })
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
