//! « Départs » of a school: who left and until when each is reached, who went to another school; saying that a pupil leaves, and
//! that somebody comes back.

use crate::{
    W,
    departure::{
        desk, hand,
        listing::{self, Leaving, Moved},
        path,
        plan::{self, Plan},
        returning,
    },
};
use askama::Template;
use db::{Day, Error, Problems, Result, Tx, days_later};
use jiff::civil::Date;
use school::{PersonId, School, SchoolId, Source, Viewer, person};
use serde::Deserialize;
use web::{
    Answer, Form, Path, SignedIn,
    component::{Button, Cell, Choice, Column, ErrorSummary, Field, Notice, Opt, Table},
    dates, summary,
};

/// How far ahead a departure is announced, in days.
const AHEAD_DAYS: i64 = 366;

#[derive(Template)]
#[template(path = "departure_school.html")]
struct SchoolPage {
    title: String,
    summary: Option<ErrorSummary>,
    unreached: Option<Notice>,
    counts: Option<String>,
    people: Vec<Line>,
    planned: Vec<Line>,
    moved: Option<Table>,
    form: Option<Parts>,
    none: Option<Notice>,
    /// How a departure comes here, where none is said by hand.
    delivered: Option<&'static str>,
    action: String,
    back: String,
}

/// Somebody, what is said about them, and what can be done.
struct Line {
    name: String,
    facts: Vec<String>,
    act: Option<(String, Button)>,
}

/// The form of a departure.
struct Parts {
    who: Choice,
    day: Field,
    destination: Field,
    send: Button,
}

#[derive(Debug, Clone, Default, Deserialize)]
pub(crate) struct Typed {
    #[serde(default)]
    eleve: String,
    #[serde(default)]
    jour: String,
    #[serde(default)]
    destination: String,
}

/// `GET /ecoles/{school}/departs`
pub(crate) async fn show(mut visit: SignedIn, Path(school): Path<SchoolId>) -> Answer {
    let mut tx = visit.read().await?;
    let school = desk(&mut tx, &visit.viewer, school).await?;
    let today = Day::from(tx.now().day()).to_string();
    let typed = Typed { jour: today, ..Typed::default() };
    let page = page(&mut tx, &school, &typed, &Problems::default()).await?;
    drop(tx);
    visit.page(&page.title, &page)
}

/// `POST /ecoles/{school}/departs`
pub(crate) async fn leave(mut visit: SignedIn, Path(school): Path<SchoolId>, Form(typed): Form<Typed>) -> Answer {
    let mut tx = visit.write().await?;
    let school = desk(&mut tx, &visit.viewer, school).await?;
    match leave_on(&mut tx, &visit.viewer, &school, &typed).await {
        Ok(said) => {
            tx.commit().await?;
            Ok(visit.done(&path(school.id), &said))
        }
        Err(Error::Invalid(problems)) => {
            let page = page(&mut tx, &school, &typed, &problems).await?;
            drop(tx);
            visit.again(&page.title, &page)
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /ecoles/{school}/departs/{person}/retour`
pub(crate) async fn come_back(mut visit: SignedIn, Path((school, person)): Path<(SchoolId, PersonId)>) -> Answer {
    let mut tx = visit.write().await?;
    let school = desk(&mut tx, &visit.viewer, school).await?;
    if plan::give_up(&mut tx, school.id, person).await? {
        tx.commit().await?;
        return Ok(visit.done(&path(school.id), W.plan_taken_back()));
    }
    let name = hand::come_back(&mut tx, school.id, person, visit.viewer.account).await?;
    // The account opens at once, not at night.
    returning::next(&mut tx, &visit.site.house).await?;
    tx.commit().await?;
    Ok(visit.done(&path(school.id), &W.came_back(name.full())))
}

/// Lets a pupil leave, now or on the day typed; tells what was done.
async fn leave_on(tx: &mut Tx, viewer: &Viewer, school: &School, typed: &Typed) -> Result<String> {
    let today = tx.now().day();
    let chosen = match typed.eleve.parse::<PersonId>() {
        Ok(person) => hand::possible(tx, school.id).await?.into_iter().find(|it| it.id == person),
        Err(_) => None,
    };
    let destination = typed.destination.trim();
    let day = typed.jour.trim().parse::<Date>().ok();
    let day = day.filter(|day| (days_later(today, -AHEAD_DAYS)..=days_later(today, AHEAD_DAYS)).contains(day));
    let mut problems = Problems::default();
    problems.require(chosen.is_some(), "eleve", W.leaver_missing());
    problems.require(day.is_some(), "jour", W.leaving_day_wrong());
    problems.require(destination.chars().count() <= hand::LONGEST, "destination", W.destination_too_long());
    let (pupil, day) = problems.or(chosen.zip(day))?.ok_or(Error::NotFound)?;
    if day > today {
        plan::announce(tx, school.id, pupil.id, day, destination, viewer.account).await?;
        return Ok(W.plan_kept(pupil.full(), dates::date(day)));
    }
    hand::leave(tx, school.id, pupil.id, destination, Some(viewer.account)).await?;
    Ok(W.left_now(pupil.full()))
}

async fn page(tx: &mut Tx, school: &School, typed: &Typed, problems: &Problems) -> Result<SchoolPage> {
    let leaving = listing::of_school(tx, school.id).await?;
    let planned = plan::of_school(tx, school.id).await?;
    let moved = listing::moved(tx, school.id).await?;
    let unreached = i64::try_from(leaving.iter().filter(|it| it.unreached).count()).unwrap_or(i64::MAX);
    let form = form(tx, school, typed, problems).await?;
    Ok(SchoolPage {
        title: W.departures_title(&school.name),
        summary: summary(problems),
        unreached: (unreached > 0).then(|| Notice::attention(W.unreached(unreached))),
        counts: (!leaving.is_empty()).then(|| counts(&leaving)),
        people: leaving.iter().map(|it| line(school, it)).collect(),
        planned: planned.iter().map(|it| planned_line(school, it)).collect(),
        moved: (!moved.is_empty()).then(|| table(&moved)),
        delivered: form.is_none().then(|| W.departures_delivered()),
        form,
        none: leaving.is_empty().then(|| Notice::info(W.nobody_leaves())),
        action: path(school.id),
        back: format!("/ecoles/{}", school.id),
    })
}

fn counts(leaving: &[Leaving]) -> String {
    let closed = leaving.iter().filter(|it| it.closed_at.is_some()).count();
    W.left_counts(i64::try_from(leaving.len()).unwrap_or(i64::MAX), closed)
}

fn line(school: &School, it: &Leaving) -> Line {
    let mut facts = vec![W.left_since(W.person_kind(it.kind.as_str()), dates::date(it.gone_at.day()))];
    match (&it.found_in, &it.destination) {
        (Some(found), _) => facts.push(W.found_in(found)),
        (None, Some(destination)) => facts.push(W.going_to(destination)),
        (None, None) => {}
    }
    let (closes, erases) = (day(&it.closes_on), day(&it.erases_on));
    facts.push(match (it.activated, it.closed_at) {
        (false, _) => W.never_came(erases),
        (true, Some(_)) => W.account_closed(erases),
        (true, None) => W.account_open(closes, erases),
    });
    if it.postponed {
        facts.push(W.erasure_postponed().to_owned());
    }
    if it.unreached {
        facts.push(W.to_be_told().to_owned());
    } else if let Some(at) = it.told_at.filter(|_| it.activated) {
        facts.push(W.told_on(dates::date(at.day())));
    }
    let back = || Button::secondary(W.comes_back(it.name())).icon("retablir");
    let act = (it.source != Source::Aaf).then(|| (format!("{}/{}/retour", path(school.id), it.person_id), back()));
    Line { name: it.name(), facts, act }
}

fn planned_line(school: &School, it: &Plan) -> Line {
    let name = person::full(&it.first_name, &it.last_name);
    let mut facts = vec![W.leaves_on(day(&it.leaves_on))];
    if !it.destination.is_empty() {
        facts.push(W.going_to(&it.destination));
    }
    let button = Button::secondary(W.give_up_plan(&name)).icon("annuler");
    Line { act: Some((format!("{}/{}/retour", path(school.id), it.person_id), button)), facts, name }
}

fn day(day: &Day) -> String {
    day.date().map_or_else(|| day.to_string(), dates::date)
}

fn table(moved: &[Moved]) -> Table {
    let columns = vec![Column::new(W.pupil()), Column::new(W.new_school()), Column::new(W.left_on())];
    let row =
        |it: &Moved| vec![Cell::text(it.name()), Cell::text(&it.school), Cell::text(dates::date(it.left_at.day()))];
    Table::new(W.moved(), columns, moved.iter().map(row).collect()).caption_hidden()
}

/// Nothing when every pupil comes by the académie, which says itself who leaves.
async fn form(tx: &mut Tx, school: &School, typed: &Typed, problems: &Problems) -> Result<Option<Parts>> {
    let pupils = hand::possible(tx, school.id).await?;
    if pupils.is_empty() {
        return Ok(None);
    }
    let first = Opt::new("", W.choose_pupil()).checked(typed.eleve.is_empty());
    let pupils = pupils.iter().map(|it| {
        let id = it.id.to_string();
        let chosen = id == typed.eleve;
        Opt::new(id, it.full()).checked(chosen)
    });
    Ok(Some(Parts {
        who: Choice::select("eleve", W.who_leaves(), std::iter::once(first).chain(pupils).collect())
            .error(problems.of("eleve")),
        day: Field::date("jour", W.leaving_day())
            .value(&typed.jour)
            .hint(W.leaving_day_hint())
            .error(problems.of("jour")),
        destination: Field::text("destination", W.destination())
            .value(&typed.destination)
            .optional(W.optional())
            .error(problems.of("destination")),
        send: Button::primary(W.note_departure()),
    }))
}
