//! « Rentrée des écoles »: how far the schools of an académie are, and opening the year for those that have not done it.

use crate::{
    W,
    turn::{
        season,
        sweep::{self, Progress, Sweep},
    },
};
use askama::Template;
use db::{Error, Moment, Result, Tx};
use school::{Right, SchoolYear, Territory, Viewer, viewer::or_not_found};
use serde::Deserialize;
use web::{
    Answer, Form, SignedIn,
    component::{Button, Cell, Column, Hidden, Notice, Table},
    dates,
};

/// Its address.
pub(crate) const PATH: &str = "/annuaire/rentree";

#[derive(Template)]
#[template(path = "turn_academy.html")]
struct AcademyPage {
    title: String,
    early: Option<Notice>,
    academies: Vec<Part>,
}

/// An académie.
struct Part {
    name: String,
    figures: Table,
    last: Option<String>,
    open: Option<(Hidden, Button)>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    academie: String,
}

/// `GET /annuaire/rentree`
pub(crate) async fn show(mut visit: SignedIn) -> Answer {
    or_not_found(visit.viewer.may_over(Right::TurnYear))?;
    let mut tx = visit.read().await?;
    let page = page(&mut tx, &visit.viewer).await?;
    drop(tx);
    let title = page.title.clone();
    visit.page(&title, &page)
}

/// `POST /annuaire/rentree`
pub(crate) async fn order(mut visit: SignedIn, Form(asked): Form<Asked>) -> Answer {
    let viewer = visit.viewer.clone();
    or_not_found(viewer.may_over(Right::TurnYear))?;
    let mut tx = visit.write().await?;
    let academies = academies(&mut tx, &viewer).await?;
    or_not_found(academies.contains(&asked.academie))?;
    let today = tx.now().day();
    let year = season::prepared(today).filter(|year| season::may_open(today, *year)).ok_or(Error::Forbidden)?;
    sweep::order(&mut tx, &asked.academie, year, viewer.account).await?;
    tx.commit().await?;
    Ok(visit.done(PATH, W.sweep_ordered()))
}

/// The académies somebody turns the year of.
async fn academies(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<String>> {
    let known: Vec<(String,)> = tx.all("select code from academy order by code", &[]).await?;
    let territories: Vec<Territory> = viewer.territories(Right::TurnYear).collect();
    let is_ones = |code: &String| {
        territories.contains(&Territory::Region) || territories.contains(&Territory::Academy(code.clone()))
    };
    Ok(known.into_iter().map(|row| row.0).filter(is_ones).collect())
}

async fn page(tx: &mut Tx, viewer: &Viewer) -> Result<AcademyPage> {
    let today = tx.now().day();
    let year = season::prepared(today).unwrap_or_else(|| SchoolYear::of(today).0);
    let mut parts = Vec::new();
    for code in academies(tx, viewer).await? {
        let progress = sweep::progress(tx, &code, year).await?;
        let last = sweep::last(tx, &code, year).await?;
        let runs = last.as_ref().is_some_and(|it| it.finished_at.is_none());
        let opens = season::may_open(today, year) && progress.waiting > 0 && !runs;
        parts.push(Part {
            name: web::place_name(tx, &Territory::Academy(code.clone())).await?,
            figures: figures(&progress),
            last: last.map(|it| said(&it, tx.now())),
            open: opens.then(|| (Hidden::new("academie", &code), Button::secondary(W.sweep(progress.waiting)))),
        });
    }
    Ok(AcademyPage {
        title: W.academy_title(SchoolYear(year)),
        early: (!season::may_open(today, year)).then(|| Notice::info(W.sweep_season())),
        academies: parts,
    })
}

fn figures(it: &Progress) -> Table {
    let rows = [
        (W.schools_in_all(), it.schools),
        (W.schools_prepared(), it.prepared),
        (W.schools_opened(), it.opened),
        (W.schools_delivered(), it.delivered),
        (W.schools_waiting(), it.waiting),
    ];
    let rows = rows.into_iter().map(|(label, count)| vec![Cell::text(label), Cell::text(count.to_string())]);
    Table::new(W.progress(), vec![Column::new(W.stage()), Column::numeric(W.schools())], rows.collect())
        .caption_hidden()
}

fn said(sweep: &Sweep, now: Moment) -> String {
    let done = sweep.tally;
    let counts = W.sweep_counts(done.schools, done.proposed, done.classes, done.pupils);
    match sweep.finished_at {
        Some(at) => W.sweep_done(dates::past(at, now), counts),
        None => W.sweep_runs(dates::past(sweep.asked_at, now), counts),
    }
}
