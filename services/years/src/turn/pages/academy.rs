//! « Rentrée des écoles »: how far the schools of an académie are, opening the year for those that have not done it, and what came
//! of it.

use crate::{
    W,
    turn::{
        season,
        sweep::{
            self, Progress, Sweep,
            aside::{self, Aside, Reason},
            progress::Stage,
        },
    },
};
use askama::Template;
use db::{Error, Moment, Result, Tx};
use school::{Right, SchoolYear, Territory, Viewer, viewer::or_not_found};
use serde::Deserialize;
use web::{
    Answer, Form, SignedIn,
    component::{Cell, Column, LinkButton, Notice, Table},
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
    open: Option<LinkButton>,
    sweeps: Vec<Report>,
}

/// What came of an opening.
struct Report {
    said: Vec<String>,
    aside: Vec<(String, String)>,
    undo: Option<LinkButton>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    pub(super) academie: String,
}

/// `GET /annuaire/rentree`
pub(crate) async fn show(mut visit: SignedIn) -> Answer {
    or_not_found(visit.viewer.may_over(Right::TurnYear))?;
    let mut tx = visit.read().await?;
    let page = page(&mut tx, &visit.viewer).await?;
    drop(tx);
    visit.page(&page.title, &page)
}

/// `POST /annuaire/rentree`
pub(crate) async fn order(mut visit: SignedIn, Form(asked): Form<Asked>) -> Answer {
    let viewer = visit.viewer.clone();
    or_not_found(viewer.may_over(Right::TurnYear))?;
    let mut tx = visit.write().await?;
    or_not_found(academies(&mut tx, &viewer).await?.contains(&asked.academie))?;
    let today = tx.now().day();
    let year = season::prepared(today).filter(|year| season::may_open(today, *year)).ok_or(Error::Forbidden)?;
    sweep::order(&mut tx, &asked.academie, year, viewer.account).await?;
    tx.commit().await?;
    Ok(visit.done(PATH, W.sweep_ordered()))
}

/// The académies somebody turns the year of.
pub(super) async fn academies(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<String>> {
    let known: Vec<String> = tx.column("select code from academy order by code", &[]).await?;
    let territories: Vec<Territory> = viewer.territories(Right::TurnYear).collect();
    let is_ones = |code: &String| {
        territories.contains(&Territory::Region) || territories.contains(&Territory::Academy(code.clone()))
    };
    Ok(known.into_iter().filter(is_ones).collect())
}

/// The year an académie looks at on a day: the one that is prepared, or the one under way.
pub(super) fn year_of(now: Moment) -> i64 {
    season::prepared(now.day()).unwrap_or_else(|| SchoolYear::of(now.day()).0)
}

async fn page(tx: &mut Tx, viewer: &Viewer) -> Result<AcademyPage> {
    let (now, year) = (tx.now(), year_of(tx.now()));
    let may_open = season::may_open(now.day(), year);
    let mut parts = Vec::new();
    for code in academies(tx, viewer).await? {
        let progress = sweep::progress(tx, &code, year).await?;
        let sweeps = sweep::all(tx, &code, year).await?;
        let runs = sweeps.iter().any(|it| it.is_under_way(now));
        let waiting = progress.waiting();
        let opens = may_open && waiting > 0 && !runs;
        let mut reports = Vec::new();
        for it in &sweeps {
            reports.push(report(it, &aside::of(tx, it).await?, now));
        }
        parts.push(Part {
            name: web::place_name(tx, &Territory::Academy(code.clone())).await?,
            figures: figures(&progress, &code),
            open: opens.then(|| LinkButton::secondary(W.sweep(waiting), super::sweep_opening::address(&code))),
            sweeps: reports,
        });
    }
    Ok(AcademyPage {
        title: W.academy_title(SchoolYear(year)),
        early: (!may_open).then(|| Notice::info(W.sweep_season())),
        academies: parts,
    })
}

fn figures(it: &Progress, academy: &str) -> Table {
    let all = std::iter::once((Cell::text(W.schools_in_all()), it.with_classes()));
    let stages = Stage::ALL.iter().map(|stage| {
        let count = it.of(*stage);
        let cell = match count {
            0 => Cell::text(label(*stage)),
            _ => Cell::link(label(*stage), super::schools::address(academy, *stage)),
        };
        (cell, count)
    });
    let rows = all.chain(stages).map(|(cell, count)| vec![cell, Cell::text(count.to_string())]);
    Table::new(W.progress(), vec![Column::new(W.stage()), Column::numeric(W.schools())], rows.collect())
        .caption_hidden()
}

/// What schools that stand at one place do.
pub(super) fn label(stage: Stage) -> &'static str {
    match stage {
        Stage::Nothing => W.schools_nothing(),
        Stage::Prepared => W.schools_prepared(),
        Stage::Planned => W.schools_planned(),
        Stage::Opened => W.schools_opened(),
        Stage::Delivered => W.schools_delivered(),
        Stage::Empty => W.schools_empty(),
    }
}

fn report(it: &Sweep, left: &[Aside], now: Moment) -> Report {
    let undo = it
        .deadline(now)
        .map(|_| LinkButton::danger(W.sweep_undo(), format!("{PATH}/{}/annulation", it.id)).icon("annuler"));
    Report { said: said(it, now), aside: left.iter().map(line).collect(), undo }
}

fn said(it: &Sweep, now: Moment) -> Vec<String> {
    let done = it.tally;
    let counts = W.sweep_counts(done.schools, done.proposed, done.classes, done.pupils);
    let mut said = vec![match it.finished_at {
        Some(at) => W.sweep_done(dates::past(at, now), counts),
        None => W.sweep_runs(dates::past(it.asked_at, now), counts),
    }];
    // Once it is taken back these have their class of before.
    if done.nowhere > 0 && it.undo_asked_at.is_none() {
        said.push(W.sweep_nowhere(done.nowhere));
    }
    match (it.undone_at, it.undo_asked_at) {
        (Some(at), _) => said.push(W.sweep_undone(it.undone, dates::past(at, now))),
        (None, Some(at)) => said.push(W.sweep_undo_runs(dates::past(at, now))),
        (None, None) => {}
    }
    said
}

/// A school left aside, with the address where it is opened by itself.
fn line(it: &Aside) -> (String, String) {
    let name = named(&it.name, it.town.as_deref());
    let said = match it.reason {
        Reason::Failed => W.aside_failed(name),
        Reason::Kept => W.aside_kept(name),
        Reason::Undone => W.aside_undone(name),
    };
    (said, crate::turn::path(it.school_id))
}

/// « Jules-Verne · Sainte-Foy ».
pub(super) fn named(name: &str, town: Option<&str>) -> String {
    town.map_or_else(|| name.to_owned(), |town| W.school_of_town(name, town))
}
