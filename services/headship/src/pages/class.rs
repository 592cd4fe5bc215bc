//! `/classes/{circle}/remplacements`: the replacements of a class, and the form that opens it to a substitute.

use super::{pass_part::PassPart, take};
use crate::{
    W,
    pass::{self, Pass, PassId, State},
    pass_form::{MOST_DAYS, PassForm},
    reach::Place,
    taking,
};
use askama::Template;
use db::{Error, Moment, Problems, Result, Tx};
use school::{CircleId, Viewer, person::Name};
use web::{
    Answer, AskPage, Form, Path, SignedIn,
    component::{Button, Choice, ErrorSummary, Field, LinkButton, Opt},
    summary,
};

#[derive(Template)]
#[template(path = "class.html")]
struct ClassPage {
    class: String,
    address: String,
    back: String,
    summary: Option<ErrorSummary>,
    rows: Vec<Row>,
    form: Option<Opening>,
    /// Where whoever opens no class types the code of one.
    take: Option<LinkButton>,
}

/// A replacement, and what ends it.
struct Row {
    part: PassPart,
    end: Option<LinkButton>,
}

/// The form that opens the class.
struct Opening {
    days: Field,
    replaced: Choice,
    send: Button,
    /// Where somebody who has no account yet is entered.
    people: Option<LinkButton>,
}

impl ClassPage {
    async fn build(tx: &mut Tx, viewer: &Viewer, place: &Place, form: &PassForm, problems: &Problems) -> Result<Self> {
        let passes = pass::of_class(tx, place).await?;
        let now = tx.now();
        let teachers = pass::may_be_replaced(tx, place).await?;
        let back = match place.sees {
            true => format!("/classes/{}", place.class.id),
            // The inspection has no page of the class.
            false => format!("/ecoles/{}/remplacements", place.school.id),
        };
        let types = !place.opens && taking::may_type(viewer);
        Ok(Self {
            take: types.then(|| LinkButton::secondary(W.take_have(), take::PATH).icon("cle")),
            class: format!("{} · {}", place.class.name, place.school.name),
            address: place.path(),
            back,
            summary: summary(problems),
            rows: passes.iter().map(|it| row(it, place, now)).collect(),
            form: place.opens.then(|| Opening::new(place, &teachers, form, problems)),
        })
    }
}

fn row(pass: &Pass, place: &Place, now: Moment) -> Row {
    let state = pass.state(now);
    let ends = place.opens && matches!(state, State::Waiting | State::Running);
    let link = || LinkButton::danger(ending(state).0, format!("{}/{}/fin", place.path(), pass.id)).icon("retire");
    Row { part: PassPart::new(pass, now), end: ends.then(link) }
}

/// What ends a replacement that is there, or the code of one to come; and what that costs.
fn ending(state: State) -> (&'static str, &'static str) {
    match state {
        State::Running => (W.end_replacement(), W.end_replacement_cost()),
        State::Waiting | State::Expired | State::Over | State::Ended => (W.cancel_code(), W.cancel_code_cost()),
    }
}

impl Opening {
    fn new(place: &Place, teachers: &[Name], form: &PassForm, problems: &Problems) -> Self {
        let nobody = Opt::new("", W.replaced_unsaid());
        let option = |name: &Name| {
            let value = name.id.to_string();
            let chosen = value == form.replaced;
            Opt::new(value, name.full()).checked(chosen)
        };
        let people = format!("/ecoles/{}/personnes/nouvelle?genre=substitute", place.school.id);
        let options = std::iter::once(nobody).chain(teachers.iter().map(option)).collect();
        Self {
            days: Field::number("days", W.days())
                .value(&form.days)
                .hint(W.days_hint(MOST_DAYS))
                .inputmode("numeric")
                .required()
                .error(problems.of("days")),
            replaced: Choice::select("replaced", W.replaced(), options).error(problems.of("replaced")),
            send: Button::primary(W.open_class()).icon("cle"),
            people: place.sees.then(|| LinkButton::secondary(W.enter_somebody(), people)),
        }
    }
}

/// `GET /classes/{circle}/remplacements`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<CircleId>) -> Answer {
    let mut tx = visit.read().await?;
    let place = Place::load(&mut tx, &visit.viewer, id).await?;
    let page = ClassPage::build(&mut tx, &visit.viewer, &place, &PassForm::default(), &Problems::default()).await?;
    drop(tx);
    visit.page(W.replacements(), &page)
}

/// `POST /classes/{circle}/remplacements`
pub(crate) async fn open(mut visit: SignedIn, Path(id): Path<CircleId>, Form(form): Form<PassForm>) -> Answer {
    let house = visit.site.house.clone();
    let mut tx = visit.write().await?;
    let place = Place::to_open(&mut tx, &visit.viewer, id).await?;
    let teachers = pass::may_be_replaced(&mut tx, &place).await?;
    match form.check(&teachers) {
        Ok((days, replaced)) => {
            let pass = pass::make(&mut tx, &house, &visit.viewer, &place, days, replaced).await?;
            tx.commit().await?;
            Ok(visit.done(&format!("{}/{pass}", place.path()), W.code_made()))
        }
        Err(Error::Invalid(problems)) => {
            let page = ClassPage::build(&mut tx, &visit.viewer, &place, &form, &problems).await?;
            drop(tx);
            visit.again(W.replacements(), &page)
        }
        Err(error) => Err(error.into()),
    }
}

/// `GET /classes/{circle}/remplacements/{pass}/fin`
pub(crate) async fn ask_end(mut visit: SignedIn, Path((id, pass)): Path<(CircleId, PassId)>) -> Answer {
    let mut tx = visit.read().await?;
    let place = Place::to_open(&mut tx, &visit.viewer, id).await?;
    let pass = pass::load(&mut tx, &place, pass).await?;
    let (state, now) = (pass.state(tx.now()), tx.now());
    drop(tx);
    if !matches!(state, State::Waiting | State::Running) {
        return Err(Error::Conflict.into());
    }
    let (word, cost) = ending(state);
    let back = LinkButton::secondary(W.back_to_replacements(), place.path());
    let page =
        AskPage::new(word, format!("{}/{}/fin", place.path(), pass.id), Button::danger(word).icon("retire"), back)
            .says(PassPart::new(&pass, now).title)
            .says(cost);
    visit.page(word, &page)
}

/// `POST /classes/{circle}/remplacements/{pass}/fin`
pub(crate) async fn end(mut visit: SignedIn, Path((id, pass)): Path<(CircleId, PassId)>) -> Answer {
    let mut tx = visit.write().await?;
    let place = Place::to_open(&mut tx, &visit.viewer, id).await?;
    let pass = pass::load(&mut tx, &place, pass).await?;
    pass::end(&mut tx, &visit.viewer, &place, &pass).await?;
    tx.commit().await?;
    Ok(visit.done(&place.path(), W.pass_end_done()))
}
