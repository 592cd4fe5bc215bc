//! « La classe »: its pupils with those responsible for them, its adults, and who teaches there.

use super::chapters::{Chapters, chapters};
use crate::{
    W,
    class::{self, Adult, Pupil},
    days::{self, Pattern, Presence},
    teaching,
};
use askama::Template;
use db::{Error, Problems, Result, Tx};
use jiff::civil::Date;
use school::{
    Circle, CircleId, CircleKind, PersonId, Right, Role, School, Source, Viewer, person::Name, viewer::or_not_found,
};
use serde::Deserialize;
use std::collections::HashMap;
use web::{
    Answer, Path, SignedIn,
    component::{Button, Cell, Chapter, Choice, Column, EmptyState, ErrorSummary, LinkButton, Opt, Table},
    dates, summary,
};

#[derive(Template)]
#[template(path = "class.html")]
struct ClassPage {
    id: CircleId,
    name: String,
    about: String,
    summary: Option<ErrorSummary>,
    journal: LinkButton,
    chapters: Chapters,
    today: Option<String>,
    adults: Vec<Teacher>,
    attach: Option<Attach>,
    levels: Vec<LevelOfClass>,
    empty: EmptyState,
}

/// An adult of the class, when they are there, and the button that ends their seat.
struct Teacher {
    id: PersonId,
    name: String,
    role: &'static str,
    /// Which days, until when.
    about: Vec<String>,
    /// Where its days are said.
    days: Option<(String, String)>,
    detach: Option<Button>,
}

/// The form that seats another teacher.
struct Attach {
    people: Choice,
    send: Button,
}

/// The pupils of one level; without title when the class has one only.
struct LevelOfClass {
    title: Option<String>,
    table: Table,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Attached {
    #[serde(default)]
    enseignant: String,
}

/// `GET /classes/{circle}`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<CircleId>) -> Answer {
    let mut tx = visit.read().await?;
    let class = seen(&mut tx, &visit.viewer, id, Right::SeeClass).await?;
    let page = page(&mut tx, &visit.viewer, &class, &Problems::default()).await?;
    drop(tx);
    let page = ClassPage { chapters: of_class(&visit, &class), ..page };
    visit.page(&class.name, &page)
}

/// `POST /classes/{circle}/enseignants`
pub(crate) async fn attach(
    mut visit: SignedIn,
    Path(id): Path<CircleId>,
    web::Form(form): web::Form<Attached>,
) -> Answer {
    let mut tx = visit.write().await?;
    let class = seen(&mut tx, &visit.viewer, id, Right::AttachTeachers).await?;
    let Ok(person) = form.enseignant.parse::<PersonId>() else {
        let problems = Problems::one("enseignant", W.choose_teacher());
        let page = page(&mut tx, &visit.viewer, &class, &problems).await?;
        drop(tx);
        let page = ClassPage { chapters: of_class(&visit, &class), ..page };
        return visit.again(&class.name, &page);
    };
    teaching::attach(&mut tx, &visit.viewer, class.school_id, id, person).await?;
    tx.commit().await?;
    Ok(visit.done(&format!("/classes/{id}"), W.teacher_attached()))
}

/// `POST /classes/{circle}/enseignants/{person}/fin`
pub(crate) async fn detach(mut visit: SignedIn, Path((id, person)): Path<(CircleId, PersonId)>) -> Answer {
    let mut tx = visit.write().await?;
    seen(&mut tx, &visit.viewer, id, Right::AttachTeachers).await?;
    let teacher = teaching::detach(&mut tx, &visit.viewer, id, person).await?;
    tx.commit().await?;
    Ok(visit.done(&format!("/classes/{id}"), &W.teacher_detached(teacher.full())))
}

/// A class in which the viewer holds a right. Other circles are no class and are not found.
pub(super) async fn seen(tx: &mut Tx, viewer: &Viewer, id: CircleId, right: Right) -> Result<Circle> {
    let class = Circle::load(tx, id).await?;
    or_not_found(class.kind == CircleKind::Class && viewer.may_in(Right::SeeClass, id, class.school_id))?;
    if viewer.may_in(right, id, class.school_id) { Ok(class) } else { Err(Error::Forbidden) }
}

/// What is done from the page of a class.
fn of_class(visit: &SignedIn, class: &Circle) -> Chapters {
    let may_print = visit.viewer.may_in(Right::PrintSheets, class.id, class.school_id);
    let sheets = || LinkButton::secondary(W.class_sheets(), format!("/classes/{}/fiches", class.id)).icon("cle");
    let sheets = may_print.then(|| sheets().under(Chapter::Doors));
    chapters(sheets.into_iter().chain(visit.links_of_class(class.id, class.school_id)).collect())
}

async fn page(tx: &mut Tx, viewer: &Viewer, class: &Circle, problems: &Problems) -> Result<ClassPage> {
    let id = class.id;
    let pupils = class::pupils(tx, id).await?;
    let guardians = class::guardians(tx, id).await?;
    let adults = class::adults(tx, id).await?;
    let patterns = days::of_class(tx, id).await?;
    let today = tx.now().day();
    let school = School::load(tx, class.school_id).await?;
    let may_attach = viewer.may_in(Right::AttachTeachers, id, class.school_id);
    let team = if may_attach { teaching::teachers(tx, class.school_id).await? } else { Vec::new() };
    let count = i64::try_from(pupils.len()).unwrap_or(i64::MAX);
    Ok(ClassPage {
        id,
        name: class.name.clone(),
        about: format!("{} · {}", school.name, W.pupils_counted(count)),
        summary: summary(problems),
        journal: LinkButton::primary(W.open_journal(), format!("/classes/{id}/journal")).icon("journal"),
        chapters: Vec::new(),
        attach: may_attach.then(|| attach_form(&team, &adults, problems)),
        today: here_today(&adults, &patterns, today),
        adults: adults.iter().map(|adult| teacher(adult, id, patterns.get(&adult.id), may_attach)).collect(),
        levels: levels(pupils, &guardians),
        empty: EmptyState::new("classe", W.no_pupil(), None),
    })
}

fn teacher(adult: &Adult, class: CircleId, pattern: Option<&Pattern>, may_attach: bool) -> Teacher {
    let name = format!("{} {}", adult.first_name, adult.last_name);
    let runs = may_attach && adult.role == Role::Teacher;
    let place = || (W.days_of(&name), format!("/classes/{class}/enseignants/{}/jours", adult.id));
    let until = adult.until.map(|until| W.until_day(dates::date(until.plus_seconds(-1).day())));
    Teacher {
        id: adult.id,
        role: role_word(adult.role),
        about: pattern.map(|it| it.words()).into_iter().chain(until).collect(),
        days: runs.then(place),
        detach: runs.then(|| Button::secondary(W.detach(&name)).icon("retire")),
        name,
    }
}

/// « Aujourd’hui : Mme Vidal », where the days of those who teach there were said.
fn here_today(adults: &[Adult], patterns: &HashMap<PersonId, Pattern>, today: Date) -> Option<String> {
    let teachers = adults.iter().filter(|adult| adult.role == Role::Teacher);
    let here = teachers.filter_map(|adult| {
        let name = format!("{} {}", adult.first_name, adult.last_name);
        Some(match patterns.get(&adult.id)?.on(today)? {
            Presence::Morning => W.here_morning(name),
            Presence::Afternoon => W.here_afternoon(name),
            Presence::Day | Presence::Away | Presence::EvenWeeks | Presence::OddWeeks => name,
        })
    });
    let here: Vec<String> = here.collect();
    (!here.is_empty()).then(|| W.here_today(here.join(", ")))
}

fn role_word(role: Role) -> &'static str {
    match role {
        Role::Teacher => W.teacher(),
        Role::Head => W.head(),
        Role::TownAgent => W.town_agent(),
        Role::Pupil
        | Role::Guardian
        | Role::Guest
        | Role::Reader
        | Role::Deputy
        | Role::Staff
        | Role::AcademyAdmin
        | Role::DistrictAdmin
        | Role::DistrictAdviser
        | Role::TownEditor
        | Role::TownOfficer
        | Role::HelpAgent
        | Role::DataOfficer
        | Role::SchemeOfficer => W.staff_member(),
    }
}

/// Whoever of the team does not teach there yet.
fn attach_form(team: &[Name], adults: &[Adult], problems: &Problems) -> Attach {
    let teaches = |name: &&Name| adults.iter().any(|adult| adult.id == name.id && adult.role == Role::Teacher);
    let others = team.iter().filter(|name| !teaches(name));
    let first = Opt::new("", W.choose());
    let options = std::iter::once(first).chain(others.map(|name| Opt::new(name.id.to_string(), name.full())));
    Attach {
        people: Choice::select("enseignant", W.teacher_to_attach(), options.collect())
            .hint(W.attach_hint())
            .error(problems.of("enseignant")),
        send: Button::secondary(W.attach()).icon("ajouter"),
    }
}

fn levels(pupils: Vec<Pupil>, guardians: &HashMap<PersonId, Vec<Name>>) -> Vec<LevelOfClass> {
    let levels = class::by_level(pupils);
    let several = levels.len() > 1;
    let shown = levels.into_iter().map(|(code, pupils)| {
        let level = code.as_deref().and_then(aaf::level_of);
        let label = level.map_or(W.no_level(), |it| it.label);
        let caption = match (several, level.is_some()) {
            (false, _) => W.pupils_of_class().to_owned(),
            (true, true) => W.pupils_of_level(label),
            (true, false) => W.pupils_without_level().to_owned(),
        };
        LevelOfClass { title: several.then(|| label.to_owned()), table: table(caption, &pupils, guardians) }
    });
    shown.collect()
}

/// The name of a pupil; whom the deliveries do not know yet is marked.
fn name_of(pupil: &Pupil) -> String {
    let name = format!("{} {}", pupil.first_name, pupil.last_name);
    if pupil.source == Source::Hand { W.provisional(name) } else { name }
}

fn table(caption: String, pupils: &[Pupil], guardians: &HashMap<PersonId, Vec<Name>>) -> Table {
    let rows = pupils.iter().map(|pupil| {
        let adults: Vec<String> = guardians.get(&pupil.id).into_iter().flatten().map(Name::full).collect();
        let adults = if adults.is_empty() { W.no_guardian().to_owned() } else { adults.join(", ") };
        vec![Cell::text(name_of(pupil)), Cell::text(adults)]
    });
    Table::new(caption, vec![Column::new(W.pupil()), Column::new(W.guardians())], rows.collect()).caption_hidden()
}
