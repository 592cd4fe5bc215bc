//! « Rentrée »: where the coming year of a school stands, its classes and who is in none.

use crate::{
    W,
    turn::{
        Desk, State, Turn, delivered,
        listing::{self, ClassLine},
        proposal, season, seating, undo,
    },
};
use askama::Template;
use db::{Result, Tx};
use school::{SchoolId, SchoolYear, person::Name};
use web::{
    Answer, Path, SignedIn,
    component::{Button, Cell, Column, LinkButton, Notice, Table},
    dates,
};

#[derive(Template)]
#[template(path = "turn.html")]
struct OverviewPage {
    title: String,
    about: String,
    notices: Vec<Notice>,
    begin: Option<Begin>,
    prepared: Option<Prepared>,
    /// Once the year is open: who has no class in it, and where each is given one.
    nowhere: Option<(String, LinkButton)>,
    undo: Option<LinkButton>,
    school: String,
}

/// What begins the preparation.
struct Begin {
    action: String,
    send: Button,
}

/// The draft.
struct Prepared {
    classes: Table,
    /// How many have no class, and where they are given one when there are any.
    nowhere: (String, Option<LinkButton>),
    leaving: (String, LinkButton),
    add: LinkButton,
    open: LinkButton,
}

/// `GET /ecoles/{school}/rentree`
pub(crate) async fn show(mut visit: SignedIn, Path(school): Path<SchoolId>) -> Answer {
    let mut tx = visit.read().await?;
    let desk = Desk::load(&mut tx, &visit.viewer, school).await?;
    let page = page(&mut tx, &desk).await?;
    drop(tx);
    visit.set_wide();
    visit.page(&page.title, &page)
}

/// `POST /ecoles/{school}/rentree`: the draft begins with what is proposed.
pub(crate) async fn begin(mut visit: SignedIn, Path(school): Path<SchoolId>) -> Answer {
    let mut tx = visit.write().await?;
    let desk = Desk::load(&mut tx, &visit.viewer, school).await?;
    let year = season::prepared(tx.now().day()).ok_or(db::Error::Conflict)?;
    if desk.turn.is_none() {
        proposal::propose(&mut tx, &[school], year, Some(visit.viewer.account)).await?;
        tx.commit().await?;
    }
    Ok(visit.done(&desk.path(), &W.begun(SchoolYear(year))))
}

async fn page(tx: &mut Tx, desk: &Desk) -> Result<OverviewPage> {
    let title = desk.year.map_or_else(|| W.title_of_none().to_owned(), |year| W.title(SchoolYear(year)));
    let mut page = OverviewPage {
        title,
        about: desk.school.name.clone(),
        notices: Vec::new(),
        begin: None,
        prepared: None,
        nowhere: None,
        undo: None,
        school: format!("/ecoles/{}", desk.school.id),
    };
    let came = match (desk.year, &desk.turn) {
        (Some(year), None) => delivered(tx, desk.school.id, year).await? > 0,
        (None, _) | (Some(_), Some(_)) => false,
    };
    match (desk.year, &desk.turn) {
        (None, _) => page.notices.push(Notice::info(W.too_early())),
        (Some(_), None) if came => page.notices.push(Notice::info(W.came_by_delivery())),
        (Some(_), None) => {
            let send = Button::primary(W.begin()).icon("classe");
            page.begin = Some(Begin { action: desk.path(), send });
        }
        (Some(_), Some(turn)) if turn.state == State::Draft => {
            page.notices.extend(waiting_notice(turn));
            page.prepared = Some(prepared(tx, desk, turn).await?);
        }
        (Some(_), Some(turn)) => {
            page.notices.push(Notice::success(opened(tx, turn)));
            page.nowhere = unseated(tx, desk, turn).await?;
            let may_undo = undo::deadline(tx, turn).await?.is_some();
            let link = || LinkButton::danger(W.undo(), format!("{}/annulation", desk.path())).icon("annuler");
            page.undo = may_undo.then(link);
        }
    }
    Ok(page)
}

fn waiting_notice(turn: &Turn) -> Option<Notice> {
    let day = turn.opens_on.as_ref()?.date()?;
    Some(Notice::info(W.opens_by_itself(dates::date(day))))
}

fn opened(tx: &Tx, turn: &Turn) -> String {
    let at = turn.opened_at.map_or_else(String::new, |at| dates::past(at, tx.now()));
    W.is_open(SchoolYear(turn.year), at)
}

/// Those without a class, where the opening made classes to seat them in.
async fn unseated(tx: &mut Tx, desk: &Desk, turn: &Turn) -> Result<Option<(String, LinkButton)>> {
    let count = i64::try_from(seating::unseated(tx, turn).await?.len()).unwrap_or(i64::MAX);
    if count == 0 || seating::classes(tx, turn).await?.is_empty() {
        return Ok(None);
    }
    let list = format!("{}/eleves?liste={}", desk.path(), super::pupils::NOWHERE);
    Ok(Some((W.nowhere_count(count), LinkButton::primary(W.see_nowhere(), list))))
}

async fn prepared(tx: &mut Tx, desk: &Desk, turn: &Turn) -> Result<Prepared> {
    let classes = listing::classes(tx, turn).await?;
    let nowhere = i64::try_from(listing::nowhere(tx, turn).await?.len()).unwrap_or(i64::MAX);
    let leaving = i64::try_from(listing::leaving(tx, turn).await?.len()).unwrap_or(i64::MAX);
    let path = desk.path();
    let list = |name: &str| format!("{path}/eleves?liste={name}");
    let place = || LinkButton::secondary(W.see_nowhere(), list(super::pupils::NOWHERE));
    Ok(Prepared {
        classes: table(&path, &classes),
        nowhere: (W.nowhere_count(nowhere), (nowhere > 0).then(place)),
        leaving: (W.leaving_count(leaving), LinkButton::secondary(W.see_leaving(), list(super::pupils::LEAVING))),
        add: LinkButton::secondary(W.add_class(), format!("{path}/classes/nouvelle")).icon("ajouter"),
        open: LinkButton::primary(W.check_and_open(), format!("{path}/ouverture")).icon("fait"),
    })
}

fn table(path: &str, classes: &[ClassLine]) -> Table {
    let columns = vec![
        Column::new(W.class()),
        Column::new(W.levels()),
        Column::new(W.teachers()),
        Column::numeric(W.pupils()),
        Column::new(W.who_goes_there()),
    ];
    let rows = classes.iter().map(|line| {
        let teachers: Vec<String> = line.teachers.iter().map(Name::full).collect();
        let or_none = |text: String| if text.is_empty() { W.none_yet().to_owned() } else { text };
        vec![
            Cell::link(&line.name, format!("{path}/classes/{}", line.id)),
            Cell::text(or_none(line.level_names())),
            Cell::text(or_none(teachers.join(", "))),
            Cell::text(line.pupils.to_string()),
            Cell::link(W.pupils_of(&line.name), format!("{path}/eleves?liste={}", line.id)),
        ]
    });
    Table::new(W.classes(), columns, rows.collect()).caption_hidden()
}
