//! « À corriger dans ONDE »: the list, for who runs the school's directory; what one signalled, for teachers; a form for both.

use crate::{
    W,
    correction::{self, Correction, CorrectionId, Field, Subject},
};
use askama::Template;
use commons::access::Topic;
use db::{Error, Moment, Problems, Result, Tx};
use jiff::civil::Date;
use school::{PersonId, Right, School, SchoolId, Viewer};
use serde::Deserialize;
use web::{
    Answer, Form, Path, SignedIn,
    component::{Button, Choice, ErrorSummary, Field as Control, LinkButton, Opt},
    dates, summary,
};

#[derive(Template)]
#[template(path = "corrections.html")]
struct CorrectionsPage {
    about: &'static str,
    school: String,
    address: String,
    summary: Option<ErrorSummary>,
    open: Vec<Line>,
    done: Vec<Line>,
    /// For who runs the directory of the school.
    runs: bool,
    quality: Option<LinkButton>,
    form: Option<FormPart>,
}

/// A correction as the list shows it.
struct Line {
    name: String,
    what: String,
    when: String,
    /// What says that it is done, or is not after all; nothing for those who do not.
    act: Option<(String, Button)>,
}

struct FormPart {
    person: Choice,
    field: Choice,
    says: Control,
    send: Button,
}

/// What a form sends.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    person: String,
    field: String,
    says: String,
}

/// `GET /ecoles/{school}/corrections`
pub(crate) async fn show(mut visit: SignedIn, Path(school): Path<SchoolId>) -> Answer {
    let mut tx = visit.read().await?;
    let (page, people) = page(&mut tx, &visit.viewer, school, &Typed::default(), &Problems::default()).await?;
    drop(tx);
    visit.looked(people, Topic::Quality, None).await;
    visit.page(W.corrections_title(), &page)
}

/// `POST /ecoles/{school}/corrections`
pub(crate) async fn signal(mut visit: SignedIn, Path(school): Path<SchoolId>, Form(typed): Form<Typed>) -> Answer {
    let mut tx = visit.write().await?;
    let kept = correction::signal(&mut tx, &visit.viewer, school, &typed.person, &typed.field, &typed.says).await;
    match kept {
        Ok(()) => {
            tx.commit().await?;
            Ok(visit.done(&format!("/ecoles/{school}/corrections"), W.correction_kept()))
        }
        Err(Error::Invalid(problems)) => {
            let (page, _) = page(&mut tx, &visit.viewer, school, &typed, &problems).await?;
            drop(tx);
            visit.again(W.corrections_title(), &page)
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /ecoles/{school}/corrections/{correction}/fait`
pub(crate) async fn done(mut visit: SignedIn, Path((school, id)): Path<(SchoolId, CorrectionId)>) -> Answer {
    let mut tx = visit.write().await?;
    correction::done(&mut tx, &visit.viewer, school, id).await?;
    tx.commit().await?;
    Ok(visit.done(&format!("/ecoles/{school}/corrections"), W.correction_done_said()))
}

/// `POST /ecoles/{school}/corrections/{correction}/reprise`
pub(crate) async fn reopen(mut visit: SignedIn, Path((school, id)): Path<(SchoolId, CorrectionId)>) -> Answer {
    let mut tx = visit.write().await?;
    let is_open = correction::reopen(&mut tx, &visit.viewer, school, id).await?;
    tx.commit().await?;
    let words = if is_open { W.correction_reopened() } else { W.correction_noted_again() };
    Ok(visit.done(&format!("/ecoles/{school}/corrections"), words))
}

async fn page(
    tx: &mut Tx,
    viewer: &Viewer,
    id: SchoolId,
    typed: &Typed,
    problems: &Problems,
) -> Result<(CorrectionsPage, Vec<PersonId>)> {
    let subjects = correction::subjects(tx, viewer, id).await?;
    let runs = viewer.may_at(Right::EnterPeople, id);
    let corrections = match runs {
        true => correction::corrections(tx, viewer, id).await?,
        false => correction::signalled(tx, viewer, id).await?,
    };
    let school = School::load(tx, id).await?;
    let (now, address) = (tx.now(), format!("/ecoles/{id}"));
    let people = corrections.iter().map(|it| it.person_id).collect();
    let (done, open): (Vec<_>, Vec<_>) = corrections.iter().partition(|it| it.done_at.is_some());
    let lines = |all: Vec<&Correction>| all.into_iter().map(|it| line(it, &address, runs, now)).collect::<Vec<_>>();
    let sees = viewer.may_at(Right::SeeQuality, id);
    let quality = sees.then(|| LinkButton::secondary(W.quality_link(), format!("{address}/qualite")).icon("idee"));
    let page = CorrectionsPage {
        about: if runs { W.corrections_about() } else { W.corrections_about_mine() },
        school: school.name,
        summary: summary(problems),
        open: lines(open),
        done: lines(done),
        runs,
        quality,
        form: (!subjects.is_empty()).then(|| form(&subjects, typed, problems)),
        address,
    };
    Ok((page, people))
}

fn line(it: &Correction, address: &str, runs: bool, now: Moment) -> Line {
    let act = || {
        let path = format!("{address}/corrections/{}", it.id);
        match it.done_at {
            Some(_) => (format!("{path}/reprise"), Button::secondary(W.correction_reopen()).icon("retablir")),
            None => (format!("{path}/fait"), Button::secondary(W.correction_done()).icon("fait")),
        }
    };
    let when = match (it.done_at, &it.done_name, &it.signalled_name) {
        (Some(at), Some(who), _) => W.correction_done_by(dates::past(at, now), who),
        (Some(at), None, _) => W.correction_done_at(dates::past(at, now)),
        (None, _, Some(who)) => W.correction_signalled_by(dates::past(it.at, now), who),
        (None, _, None) => W.correction_signalled(dates::past(it.at, now)),
    };
    Line { name: format!("{} {}", it.last_name, it.first_name), what: what(it), when, act: runs.then(act) }
}

fn what(it: &Correction) -> String {
    let says = shown(it.field, &it.somebody_says);
    match it.directory_says.is_empty() {
        true => W.correction_says(it.field.label(), says),
        false => W.correction_differs(it.field.label(), shown(it.field, &it.directory_says), says),
    }
}

/// A day as people read it, however it was written; anything else as it is.
fn shown(field: Field, text: &str) -> String {
    let read = || text.parse::<Date>().or_else(|_| Date::strptime("%d/%m/%Y", text)).ok();
    let day = (field == Field::BirthDay).then(read).flatten();
    day.map_or_else(|| text.to_owned(), dates::date)
}

fn form(subjects: &[Subject], typed: &Typed, problems: &Problems) -> FormPart {
    let mut people = vec![Opt::new("", W.correction_choose())];
    people.extend(subjects.iter().map(|it| {
        let id = it.id.to_string();
        let chosen = id == typed.person;
        Opt::new(id, format!("{} {}", it.last_name, it.first_name)).checked(chosen)
    }));
    // Nothing is chosen in the place of who signals: what is wrong would be said of the name.
    let mut fields = vec![Opt::new("", W.correction_choose_field())];
    fields.extend(Field::ALL.iter().map(|it| Opt::new(it.as_str(), it.label()).checked(it.as_str() == typed.field)));
    FormPart {
        person: Choice::select("person", W.correction_person(), people).required().error(problems.of("person")),
        field: Choice::select("field", W.correction_field(), fields).required().error(problems.of("field")),
        says: Control::text("says", W.correction_says_label())
            .hint(W.correction_says_hint())
            .value(&typed.says)
            .required()
            .error(problems.of("says")),
        send: Button::primary(W.correction_send()),
    }
}
