//! `/classes/{circle}/enseignants/{person}/jours`: which days a teacher is in a class, for the head.

use super::class::seen;
use crate::{
    W,
    class::{self, Adult},
    days::{self, Pattern, Presence},
};
use askama::Template;
use db::{Error, Result, Tx};
use jiff::civil::Weekday;
use school::{Circle, CircleId, PersonId, Right, Role};
use web::{
    Answer, Form, Path, SignedIn,
    component::{Button, Choice, Opt},
    dates,
};

#[derive(Template)]
#[template(path = "days.html")]
struct DaysPage {
    name: String,
    class: String,
    address: String,
    back: String,
    days: Vec<Choice>,
    save: Button,
}

/// The names of the five fields, Monday first.
const FIELDS: [&str; 5] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi"];

/// `GET /classes/{circle}/enseignants/{person}/jours`
pub(crate) async fn show(mut visit: SignedIn, Path((id, person)): Path<(CircleId, PersonId)>) -> Answer {
    let mut tx = visit.read().await?;
    let class = seen(&mut tx, &visit.viewer, id, Right::AttachTeachers).await?;
    let teacher = teacher(&mut tx, &class, person).await?;
    let pattern = days::of_class(&mut tx, id).await?.get(&person).copied().unwrap_or(Pattern::NONE);
    drop(tx);
    let page = DaysPage {
        name: format!("{} {}", teacher.first_name, teacher.last_name),
        address: format!("/classes/{id}/enseignants/{person}/jours"),
        back: format!("/classes/{id}"),
        class: class.name,
        days: Weekday::Monday.cycle_forward().zip(FIELDS.into_iter().zip(pattern.0)).map(choice).collect(),
        save: Button::primary(W.save_days()),
    };
    visit.page(W.days_title(), &page)
}

fn choice((day, (name, chosen)): (Weekday, (&'static str, Presence))) -> Choice {
    let option = |it: Presence| Opt::new(it.letter().to_string(), it.word()).checked(it == chosen);
    Choice::select(name, dates::weekday(day), Presence::ALL.into_iter().map(option).collect())
}

/// `POST /classes/{circle}/enseignants/{person}/jours`
pub(crate) async fn save(
    mut visit: SignedIn,
    Path((id, person)): Path<(CircleId, PersonId)>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answer {
    let sent = |name: &str| fields.iter().find(|(it, _)| it == name).and_then(|(_, value)| value.chars().next());
    let pattern = Pattern::of(&FIELDS.map(|name| sent(name).unwrap_or('-')).iter().collect::<String>());
    let mut tx = visit.write().await?;
    let class = seen(&mut tx, &visit.viewer, id, Right::AttachTeachers).await?;
    teacher(&mut tx, &class, person).await?;
    days::set(&mut tx, id, person, pattern).await?;
    tx.commit().await?;
    Ok(visit.done(&format!("/classes/{id}"), W.days_saved()))
}

/// Somebody who teaches in the class.
async fn teacher(tx: &mut Tx, class: &Circle, person: PersonId) -> Result<Adult> {
    let adults = class::adults(tx, class.id).await?;
    adults.into_iter().find(|it| it.id == person && it.role == Role::Teacher).ok_or(Error::NotFound)
}
