//! « Alimenter avec ONDE »: files are chosen, and those given before are listed.

use super::{run_line, run_page::why_not};
use crate::{
    W,
    onde::{
        refusals,
        run::{self, Files, Run, RunId, Undoing},
    },
};
use askama::Template;
use axum::extract::{FromRequest, Request};
use db::{Error, Moment, Problems, Result, Tx};
use school::{School, SchoolId, Viewer};
use web::{
    Answer, Path, SignedIn, Upload,
    component::{Button, Cell, Column, ErrorSummary, Notice, SafeHtml, Table},
    dates, summary,
};

/// More bytes than a school ever sends.
const MOST_BYTES: usize = 10 * 1024 * 1024;

#[derive(Template)]
#[template(path = "onde_files.html")]
struct FilesPage {
    title: &'static str,
    school: String,
    address: String,
    summary: Option<ErrorSummary>,
    error: Option<String>,
    checks: Option<Notice>,
    send: Button,
    runs: Option<Table>,
}

/// `GET /ecoles/{school}/onde`
pub(crate) async fn show(mut visit: SignedIn, Path(school): Path<SchoolId>) -> Answer {
    let mut tx = visit.read().await?;
    let page = page(&mut tx, &visit.viewer, school, &Problems::default()).await?;
    drop(tx);
    visit.page(page.title, &page)
}

/// `POST /ecoles/{school}/onde`
pub(crate) async fn send(mut visit: SignedIn, Path(school): Path<SchoolId>, request: Request) -> Answer {
    run::require(&visit.viewer, school)?;
    // Files are read only from whoever may send them.
    let upload = Upload::from_request(request, &visit.site).await?;
    let sent = upload.files.iter().filter(|it| it.field == "fichiers");
    let files: Files = sent.map(|it| (it.name.clone(), it.bytes.to_vec())).collect();
    match keep(&mut visit, school, &files).await {
        Ok((id, said)) => Ok(visit.done(&format!("/ecoles/{school}/onde/{id}"), said)),
        Err(Error::Invalid(problems)) => {
            let mut tx = visit.read().await?;
            let page = page(&mut tx, &visit.viewer, school, &problems).await?;
            drop(tx);
            visit.again(page.title, &page)
        }
        Err(other) => Err(other.into()),
    }
}

/// Keeps the files; answers what is said of it.
async fn keep(visit: &mut SignedIn, school: SchoolId, files: &Files) -> Result<(RunId, &'static str)> {
    let weight: usize = files.iter().map(|it| it.1.len()).sum();
    let mut problems = Problems::default();
    problems.require(!files.is_empty(), "fichiers", W.onde_no_file());
    problems.require(weight <= MOST_BYTES, "fichiers", W.onde_too_large());
    problems.or(())?;
    let mut problems = Problems::default();
    refusals(files).into_iter().for_each(|text| problems.add("fichiers", text));
    problems.or(())?;
    let mut tx = visit.write().await?;
    let id = Run::create(&mut tx, &visit.viewer, school, files).await?;
    let checks = School::is_delivered(&mut tx, school).await?;
    tx.commit().await?;
    Ok((id, if checks { W.onde_read_compared() } else { W.onde_read() }))
}

async fn page(tx: &mut Tx, viewer: &Viewer, id: SchoolId, problems: &Problems) -> Result<FilesPage> {
    let runs = Run::list(tx, viewer, id).await?;
    let checks = School::is_delivered(tx, id).await?;
    let school = School::load(tx, id).await?;
    let errors = problems.all().iter().map(|it| it.1.as_str()).collect::<Vec<_>>().join(" ");
    Ok(FilesPage {
        title: if checks { W.onde_check_title() } else { W.onde_title() },
        school: school.name,
        address: format!("/ecoles/{id}"),
        summary: summary(problems),
        error: (!errors.is_empty()).then_some(errors),
        checks: checks.then(|| Notice::info(W.onde_only_checked())),
        send: Button::primary(W.onde_send()).icon("importer"),
        runs: (!runs.is_empty()).then(|| table(&runs, id, checks, tx.now())),
    })
}

fn table(runs: &[Run], school: SchoolId, checks: bool, now: Moment) -> Table {
    let labels = [W.column_at(), W.column_files(), W.column_sender(), W.column_state(), W.column_undo()];
    let columns = Vec::from(labels.map(Column::new));
    let rows = runs.iter().map(|run| {
        let href = format!("/ecoles/{school}/onde/{}", run.id);
        let is_followed = runs.iter().any(|it| it.undone_at.is_none() && it.applied_at > run.applied_at);
        let undoing = run.undoing(is_followed, now);
        let undo = match undoing {
            Undoing::Offered => Cell::link(W.onde_undo(), format!("{href}/annulation")),
            Undoing::Followed | Undoing::TooLate | Undoing::Nothing => Cell::text(why_not(undoing).unwrap_or_default()),
        };
        vec![
            Cell::link(dates::past(run.made_at, now), href),
            Cell::html(SafeHtml::of(&run_line::Names::of(run))),
            Cell::text(run.sent_name.clone().unwrap_or_default()),
            Cell::text(run_line::state(run, checks, now)),
            undo,
        ]
    });
    Table::new(W.onde_runs(), columns, rows.collect()).caption_hidden()
}
