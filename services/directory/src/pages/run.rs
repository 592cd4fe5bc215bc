//! One import: its figures, its schools, its lines, and the same as files.

use super::run_tables;
use crate::{
    W,
    import::Outcome,
    import_run::{self, Run, RunId, Slice},
    run_file,
    scope::Scope,
};
use askama::Template;
use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use db::{Result, Tx};
use school::Viewer;
use serde::Deserialize;
use web::{
    Answer, Path, Query, SignedIn,
    component::{Field, LinkButton, Notice, Pager, Tab, Table, Tabs},
};

#[derive(Template)]
#[template(path = "run.html")]
struct RunPage {
    title: String,
    outcome: Notice,
    reasons: Vec<String>,
    figures: Table,
    tabs: Tabs,
    address: String,
    filter: Field,
    side: Side,
    pager: Pager,
    json: LinkButton,
    lines_file: LinkButton,
    schools_file: LinkButton,
}

/// The list under the figures.
struct Side {
    title: &'static str,
    empty: &'static str,
    table: Option<Table>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Wanted {
    #[serde(default)]
    page: u32,
    #[serde(default)]
    uai: String,
}

impl Wanted {
    /// The school asked for; whatever is no code is no filter.
    fn school(&self) -> Option<String> {
        let code = self.uai.trim().to_uppercase();
        (!code.is_empty() && code.len() <= 8 && code.chars().all(|it| it.is_ascii_alphanumeric())).then_some(code)
    }
}

/// `GET /annuaire/imports/{run}`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<RunId>, Query(wanted): Query<Wanted>) -> Answer {
    let mut tx = visit.read().await?;
    let run = load(&mut tx, &visit.viewer, id).await?;
    let uai = wanted.school();
    let rows = import_run::schools(&mut tx, run.id, uai.as_deref(), Slice::page(wanted.page)).await?;
    let count = import_run::count_schools(&mut tx, run.id, uai.as_deref()).await?;
    drop(tx);
    let table = (!rows.is_empty()).then(|| run_tables::schools(&run, &rows));
    let empty = match run.outcome {
        Outcome::Applied => W.no_school_changed(),
        Outcome::Stopped | Outcome::DryRun => W.no_school_would_change(),
        Outcome::Refused => W.refused_not_read(),
    };
    let side = Side { title: W.by_school(), empty, table };
    answer(visit, &run, &wanted, "", side, count)
}

/// `GET /annuaire/imports/{run}/lignes`
pub(crate) async fn lines(mut visit: SignedIn, Path(id): Path<RunId>, Query(wanted): Query<Wanted>) -> Answer {
    let mut tx = visit.read().await?;
    let run = load(&mut tx, &visit.viewer, id).await?;
    let uai = wanted.school();
    let rows = import_run::lines(&mut tx, run.id, uai.as_deref(), Slice::page(wanted.page)).await?;
    let count = import_run::count_lines(&mut tx, run.id, uai.as_deref()).await?;
    drop(tx);
    let table = (!rows.is_empty()).then(|| run_tables::lines(&rows));
    let empty = if run.outcome == Outcome::Refused { W.refused_not_read() } else { W.no_lines() };
    answer(visit, &run, &wanted, "/lignes", Side { title: W.lines_title(), empty, table }, count)
}

/// `GET /annuaire/imports/{run}/rapport.json`
pub(crate) async fn json(mut visit: SignedIn, Path(id): Path<RunId>) -> Answer {
    let mut tx = visit.read().await?;
    let run = load(&mut tx, &visit.viewer, id).await?;
    let schools = import_run::schools(&mut tx, run.id, None, Slice::ALL).await?;
    let lines = import_run::lines(&mut tx, run.id, None, Slice::ALL).await?;
    Ok(file(&run, "rapport", "json", "application/json", run_file::json(&run, &schools, &lines)?))
}

/// `GET /annuaire/imports/{run}/rapport.csv`
pub(crate) async fn lines_csv(mut visit: SignedIn, Path(id): Path<RunId>, Query(wanted): Query<Wanted>) -> Answer {
    let mut tx = visit.read().await?;
    let run = load(&mut tx, &visit.viewer, id).await?;
    let lines = import_run::lines(&mut tx, run.id, wanted.school().as_deref(), Slice::ALL).await?;
    Ok(file(&run, "rapport", "csv", "text/csv; charset=utf-8", run_file::lines_csv(&lines)?))
}

/// `GET /annuaire/imports/{run}/ecoles.csv`
pub(crate) async fn schools_csv(mut visit: SignedIn, Path(id): Path<RunId>, Query(wanted): Query<Wanted>) -> Answer {
    let mut tx = visit.read().await?;
    let run = load(&mut tx, &visit.viewer, id).await?;
    let schools = import_run::schools(&mut tx, run.id, wanted.school().as_deref(), Slice::ALL).await?;
    Ok(file(&run, "ecoles", "csv", "text/csv; charset=utf-8", run_file::schools_csv(&schools)?))
}

async fn load(tx: &mut Tx, viewer: &Viewer, id: RunId) -> Result<Run> {
    let scope = Scope::of(viewer)?;
    import_run::load(tx, &scope, id).await
}

fn file(run: &Run, name: &str, extension: &str, mime: &'static str, body: String) -> Response {
    // The day comes from the delivery: nothing but what a day is made of goes into a header.
    let day: String = run.delivered_on.chars().filter(|it| it.is_ascii_digit() || *it == '-').collect();
    let disposition = format!("attachment; filename=\"{name}-{}-{day}.{extension}\"", run.academy);
    ([(header::CONTENT_TYPE, mime.to_owned()), (header::CONTENT_DISPOSITION, disposition)], body).into_response()
}

fn answer(mut visit: SignedIn, run: &Run, wanted: &Wanted, end: &str, side: Side, rows: i64) -> Answer {
    let base = format!("/annuaire/imports/{}", run.id);
    let school = wanted.school().unwrap_or_default();
    let query = if school.is_empty() { String::new() } else { format!("?uai={school}") };
    let here = format!("{base}{end}{query}");
    let tab = |label, other: &str| Tab::new(label, format!("{base}{other}{query}"), other == end);
    let page = RunPage {
        title: W.import_of(&run.academy_name),
        outcome: notice(run),
        reasons: run.figures.reasons.clone(),
        figures: run_tables::figures(&run.figures.counts),
        tabs: Tabs::new(W.sides_of_import(), vec![tab(W.by_school(), ""), tab(W.lines_title(), "/lignes")]),
        address: format!("{base}{end}"),
        filter: Field::search("uai", W.filter_by_uai()).hint(W.uai_hint()).value(school).maxlength(8).spellcheck_off(),
        side,
        pager: Pager::new(here, u64::from(wanted.page.max(1)), Slice::pages(rows), W.pages_of_list())
            .steps(W.previous_page(), W.next_page()),
        json: LinkButton::secondary(W.download_json(), format!("{base}/rapport.json")).icon("telecharger"),
        lines_file: LinkButton::secondary(W.download_lines(), format!("{base}/rapport.csv{query}")).icon("telecharger"),
        schools_file: LinkButton::secondary(W.download_schools(), format!("{base}/ecoles.csv{query}"))
            .icon("telecharger"),
    };
    visit.set_wide();
    visit.page(&page.title, &page)
}

fn notice(run: &Run) -> Notice {
    let delivery = run_tables::delivery(run);
    let notice = match run.outcome {
        Outcome::Applied => Notice::success(W.applied_means()),
        Outcome::Stopped => Notice::attention(W.stopped_means()),
        Outcome::Refused => Notice::problem(W.refused_means()),
        Outcome::DryRun if run.figures.reasons.is_empty() => Notice::info(W.dry_run_means()),
        Outcome::DryRun => Notice::attention(W.doubtful_trial_means()),
    };
    notice.title(W.outcome_of_delivery(delivery, run_tables::outcome(run.outcome)))
}
