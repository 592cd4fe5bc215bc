//! A day of strike, school by school.

use super::{notice_form::urgent, strikes::PATH};
use crate::{
    W,
    charge::{self, Charge},
    fields::Fields,
    notice::KIND,
    notice_send,
    strike::{Open, Strike, StrikeId, StrikeState, board},
    strike_change::{self, LONGEST, LONGEST_NOTE, field},
};
use askama::Template;
use db::{Error, Problems, Result, Tx};
use school::{School, SchoolId, Viewer};
use web::{
    Answer, Form, Path, SignedIn,
    component::{Button, Checkbox, ErrorSummary, Field, LinkButton, Notice},
    dates,
};

#[derive(Template)]
#[template(path = "strike.html")]
struct StrikePage {
    title: String,
    place: String,
    summary: Option<ErrorSummary>,
    draft_key: String,
    address: String,
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

/// `GET /ma-commune/greves/{strike}`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<StrikeId>) -> Answer {
    let mut tx = visit.read().await?;
    let strike = Strike::load(&mut tx, &visit.viewer, id).await?;
    let charge = Charge::run_by(&mut tx, &visit.viewer, &strike.scope).await?;
    let board = board(&mut tx, &charge, id).await?;
    let note = strike.note.clone();
    let typed = (note.as_str(), board.as_slice());
    let (fields, problems) = (Fields::default(), Problems::default());
    let page = StrikePage::build(&mut tx, &visit.viewer, &charge, &strike, typed, &fields, &problems).await?;
    drop(tx);
    visit.page(W.strike_page(), &page)
}

/// `POST /ma-commune/greves/{strike}`
pub(crate) async fn save(mut visit: SignedIn, Path(id): Path<StrikeId>, Form(fields): Form<Fields>) -> Answer {
    let mut tx = visit.write().await?;
    let strike = Strike::load(&mut tx, &visit.viewer, id).await?;
    let charge = Charge::run_by(&mut tx, &visit.viewer, &strike.scope).await?;
    match strike_change::typed(&fields, &charge) {
        Ok((note, lines)) => {
            strike_change::keep(&mut tx, &strike, &note, &lines).await?;
            tx.commit().await?;
            Ok(visit.done(&format!("{PATH}/{id}"), W.strike_saved()))
        }
        Err(Error::Invalid(problems)) => {
            let open = |school: &School| (school.id, strike_change::open(&fields, school));
            let lines: Vec<(SchoolId, Open)> = charge.schools.iter().map(open).collect();
            let typed = (fields.text("note"), lines.as_slice());
            let page = StrikePage::build(&mut tx, &visit.viewer, &charge, &strike, typed, &fields, &problems).await?;
            drop(tx);
            visit.again(W.strike_page(), &page)
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /ma-commune/greves/{strike}/publication`
pub(crate) async fn publish(mut visit: SignedIn, Path(id): Path<StrikeId>, Form(fields): Form<Fields>) -> Answer {
    let mut tx = visit.write().await?;
    let strike = Strike::load(&mut tx, &visit.viewer, id).await?;
    let charge = Charge::run_by(&mut tx, &visit.viewer, &strike.scope).await?;
    let urgent = fields.has("urgent").then(|| fields.text("reason").to_owned());
    if urgent.as_ref().is_some_and(String::is_empty) {
        let problems = Problems::one("reason", W.reason_missing());
        let board = board(&mut tx, &charge, id).await?;
        let note = strike.note.clone();
        let typed = (note.as_str(), board.as_slice());
        let page = StrikePage::build(&mut tx, &visit.viewer, &charge, &strike, typed, &fields, &problems).await?;
        drop(tx);
        return visit.again(W.strike_page(), &page);
    }
    let at = strike_change::publish(&mut tx, &visit.viewer, &charge, &strike, urgent).await?;
    let now = tx.now();
    tx.commit().await?;
    Ok(visit.done(&format!("{PATH}/{id}"), &dates::delivery(at, now)))
}

impl StrikePage {
    async fn build(
        tx: &mut Tx,
        viewer: &Viewer,
        charge: &Charge,
        strike: &Strike,
        typed: (&str, &[(SchoolId, Open)]),
        fields: &Fields,
        problems: &Problems,
    ) -> Result<Self> {
        let now = tx.now();
        let schools: Vec<&School> = charge.schools.iter().collect();
        let at = notice_send::instant(tx, &schools, false).await?;
        let is_told = strike.state == StrikeState::Published;
        let hurries = at > now && notice_send::may_hurry(viewer, charge);
        let (note, lines) = typed;
        Ok(Self {
            title: W.strike_of(dates::long_day(strike.day())),
            place: charge.name.clone(),
            summary: web::summary(problems),
            draft_key: format!("greve-{}", strike.id),
            address: format!("{PATH}/{}", strike.id),
            note: Field::area("note", W.strike_note(), 3)
                .maxlength(LONGEST_NOTE)
                .value(note)
                .error(problems.of("note"))
                .optional(W.optional()),
            schools: lines.iter().map(|(id, open)| SchoolFields::of(charge, *id, open)).collect(),
            save: Button::secondary(W.save()).icon("fait"),
            when: Notice::info(if is_told { W.strike_told_again() } else { W.strike_when() })
                .title(dates::delivery(at, now)),
            urgent: hurries.then(|| urgent(fields, problems)),
            publish: Button::primary(W.tell_families()).icon("a-envoyer"),
            notice: strike.thing_id.map(|id| LinkButton::secondary(W.see_notice(), KIND.path(id)).icon("lire")),
            back: charge::at(PATH, &strike.scope),
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
