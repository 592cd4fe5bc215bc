//! « Mon école »: the classes of a school with their teachers, and what its head does from there.

use super::{
    chapters::{Chapters, chapters},
    school_tabs,
};
use crate::{
    W,
    class::{self, ClassCount},
    teaching,
};
use askama::Template;
use db::Tx;
use school::{CircleId, Right, School, SchoolId, SchoolYear, Viewer, person::Name, viewer::or_not_found};
use std::{collections::HashMap, ops::RangeInclusive};
use web::{
    Answer, Path, SignedIn,
    component::{Cell, Chapter, Column, EmptyState, LinkButton, Notice, Table, Tabs},
};

#[derive(Template)]
#[template(path = "school.html")]
struct SchoolPage {
    name: String,
    about: String,
    tabs: Option<Tabs>,
    /// Where the classes shown are those of the year before.
    before: Option<Notice>,
    /// Where the year is opened.
    turn: Option<LinkButton>,
    classes: Option<Table>,
    empty: EmptyState,
    team: Vec<String>,
    chapters: Chapters,
    /// What other services say of it.
    lines: Vec<String>,
}

/// `GET /ecoles/{school}`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<SchoolId>) -> Answer {
    or_not_found(visit.viewer.may_at(Right::AttachTeachers, id))?;
    let mut tx = visit.read().await?;
    let school = School::load(&mut tx, id).await?;
    let may_turn = visit.viewer.may_at(Right::TurnYear, id);
    let sends = visit.viewer.may_at(Right::EnterPeople, id);
    let page = page(&mut tx, &school, may_turn, sends).await?;
    let services = visit.site.services;
    let mut lines = Vec::new();
    for service in services {
        lines.extend((service.school_line)(&mut tx, id).await?);
    }
    drop(tx);
    let links = own_links(&visit.viewer, id).into_iter().chain(visit.links_of_school(id));
    let chapters = chapters(links.collect());
    let page = SchoolPage { tabs: school_tabs(&visit.viewer, id, ""), chapters, lines, ..page };
    visit.set_wide();
    visit.page(&school.name, &page)
}

async fn page(tx: &mut Tx, school: &School, may_turn: bool, sends: bool) -> db::Result<SchoolPage> {
    let today = tx.now().day();
    let coming = SchoolYear::of(today);
    let year = shown(tx, school.id, coming).await?;
    let is_before = year != coming;
    let opens = is_before && may_turn && OPENING.contains(&today.month());
    let classes = class::of_school(tx, school.id, year.0).await?;
    let teachers = class::teachers_of_school(tx, school.id, year.0).await?;
    let team = teaching::team(tx, school.id).await?;
    let delivered = School::is_delivered(tx, school.id).await?;
    let pupils: i64 = classes.iter().map(|it| it.pupils).sum();
    let class_count = i64::try_from(classes.len()).unwrap_or(i64::MAX);
    Ok(SchoolPage {
        name: school.name.clone(),
        about: about(school, year, W.classes_counted(class_count), W.pupils_counted(pupils)),
        tabs: None,
        before: is_before.then(|| {
            Notice::info(if opens { W.classes_go_on(year, coming) } else { W.classes_of_before(year, coming) })
        }),
        turn: opens
            .then(|| LinkButton::primary(W.prepare_year(), format!("/ecoles/{}/rentree", school.id)).icon("classe")),
        classes: (!classes.is_empty()).then(|| table(&classes, &teachers)),
        empty: no_class(school.id, delivered, sends),
        team: team.iter().map(Name::full).collect(),
        chapters: Vec::new(),
        lines: Vec::new(),
    })
}

/// Where the classes of a school without any come from; whoever sends the files of ONDE is led there.
fn no_class(school: SchoolId, delivered: bool, sends: bool) -> EmptyState {
    if delivered {
        return EmptyState::new("classe", W.no_class_yet(), None);
    }
    let files = sends.then(|| (W.onde_files().to_owned(), format!("/ecoles/{school}/onde")));
    EmptyState::new("classe", W.no_class_sent_yet(), files)
}

/// The months in which a head opens the year.
const OPENING: RangeInclusive<i8> = 8..=9;

/// The year whose classes are shown: the one under way, or the one before as long as its classes go on alone.
async fn shown(tx: &mut Tx, school: SchoolId, year: SchoolYear) -> db::Result<SchoolYear> {
    if !class::of_school(tx, school, year.0).await?.is_empty() {
        return Ok(year);
    }
    Ok(class::running_before(tx, school, year.0).await?.map_or(year, SchoolYear))
}

/// The pages of the directory about a school; a deputy sets no hours.
fn own_links(viewer: &Viewer, school: SchoolId) -> Vec<LinkButton> {
    let link = |word: &str, page: &str, icon: &str, chapter| {
        LinkButton::secondary(word, format!("/ecoles/{school}/{page}")).icon(icon).under(chapter)
    };
    let hours =
        viewer.may_at(Right::SetHours, school).then(|| link(W.hours_title(), "heures", "sablier", Chapter::Rules));
    let sheets = link(W.team_sheets(), "fiches", "cle", Chapter::Doors);
    [link(W.quality_title(), "qualite", "idee", Chapter::Directory)].into_iter().chain(hours).chain([sheets]).collect()
}

fn about(school: &School, year: SchoolYear, classes: String, pupils: String) -> String {
    let place = match &school.town {
        Some(town) => W.town_and_uai(town, &school.uai),
        None => school.uai.clone(),
    };
    format!("{place} · {} · {classes} · {pupils}", W.school_year(year))
}

fn table(classes: &[ClassCount], teachers: &HashMap<CircleId, Vec<Name>>) -> Table {
    let columns = vec![
        Column::new(W.class()),
        Column::new(W.teachers()),
        Column::numeric(W.pupils()),
        Column::new(W.class_sheets()),
    ];
    let rows = classes.iter().map(|it| {
        let names: Vec<String> = teachers.get(&it.id).into_iter().flatten().map(Name::full).collect();
        let names = if names.is_empty() { W.no_teacher().to_owned() } else { names.join(", ") };
        vec![
            Cell::link(&it.name, format!("/classes/{}", it.id)),
            Cell::text(names),
            Cell::text(it.pupils.to_string()),
            Cell::link(W.sheets_of(&it.name), format!("/classes/{}/fiches", it.id)),
        ]
    });
    Table::new(W.classes_of_year(), columns, rows.collect()).caption_hidden()
}
