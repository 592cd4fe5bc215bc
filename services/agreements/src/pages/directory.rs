//! « Annuaire ouvert »: the open directory of schools, sent, looked at, then applied.

use super::office_tabs;
use crate::{
    W,
    agreement::academies,
    open_directory::{
        comparison,
        reading::{self, MOST_BYTES},
        report::{Remark, Report, Shortened},
        trial::{self, Trial, TrialId},
    },
};
use askama::Template;
use axum::extract::{FromRequest, Request};
use db::{Error, Moment, Problems, Result};
use school::{Right, Viewer, viewer::or_not_found};
use web::{
    Answer, Path, SignedIn, Upload, Uploaded,
    component::{Button, Cell, Column, ErrorSummary, Table, Tabs},
    dates, summary,
};

const PATH: &str = "/conventions/annuaire";

#[derive(Template)]
#[template(path = "directory.html")]
struct DirectoryPage {
    tabs: Tabs,
    summary: Option<ErrorSummary>,
    file_error: Option<String>,
    send: Button,
}

#[derive(Template)]
#[template(path = "directory_trial.html")]
struct TrialPage {
    tabs: Tabs,
    about: String,
    said: String,
    figures: Vec<(&'static str, i64)>,
    tables: Vec<Table>,
    lists: Vec<List>,
    address: String,
    apply: Option<Button>,
}

/// A list under its title.
struct List {
    title: String,
    lines: Vec<String>,
    rest: Option<String>,
}

/// `GET /conventions/annuaire`
pub(crate) async fn show(visit: SignedIn) -> Answer {
    or_not_found(visit.viewer.may_over(Right::ManageAgreements))?;
    let page = blank(&visit.viewer, &Problems::default());
    visit.page(W.directory_title(), &page)
}

/// `POST /conventions/annuaire`
pub(crate) async fn send(mut visit: SignedIn, request: Request) -> Answer {
    or_not_found(visit.viewer.may_over(Right::ManageAgreements))?;
    // Forty megabytes are read only from whoever may send them.
    let upload = Upload::from_request(request, &visit.site).await?;
    match understand(&mut visit, &upload).await {
        Ok(id) => Ok(visit.done(&format!("{PATH}/{id}"), W.directory_read())),
        Err(Error::Invalid(problems)) => {
            let page = blank(&visit.viewer, &problems);
            visit.again(W.directory_title(), &page)
        }
        Err(other) => Err(other.into()),
    }
}

async fn understand(visit: &mut SignedIn, upload: &Upload) -> Result<TrialId> {
    let file = sent(upload)?;
    let reading = reading::read(&file.bytes[..]).await?;
    let mut tx = visit.write().await?;
    let academies = academies(&mut tx, &visit.viewer).await?;
    let understood = comparison::compare(&mut tx, reading, Some(&academies)).await?;
    let id = trial::keep(&mut tx, &visit.viewer, &file.name, &understood).await?;
    tx.commit().await?;
    Ok(id)
}

fn sent(upload: &Upload) -> Result<&Uploaded> {
    let file = upload.files.iter().find(|it| it.field == "fichier");
    let file = file.ok_or_else(|| Error::invalid("fichier", W.directory_no_file()))?;
    let weight = u64::try_from(file.bytes.len()).unwrap_or(u64::MAX);
    if weight >= MOST_BYTES { Err(Error::invalid("fichier", W.directory_too_large())) } else { Ok(file) }
}

/// `GET /conventions/annuaire/{trial}`
pub(crate) async fn look(mut visit: SignedIn, Path(id): Path<TrialId>) -> Answer {
    or_not_found(visit.viewer.may_over(Right::ManageAgreements))?;
    let mut tx = visit.read().await?;
    let trial = trial::load(&mut tx, &visit.viewer, id).await?;
    let now = tx.now();
    drop(tx);
    let page = looked_at(&visit.viewer, &trial, now);
    visit.set_wide();
    visit.page(W.directory_trial_title(), &page)
}

/// `POST /conventions/annuaire/{trial}`
pub(crate) async fn apply(mut visit: SignedIn, Path(id): Path<TrialId>) -> Answer {
    or_not_found(visit.viewer.may_over(Right::ManageAgreements))?;
    let mut tx = visit.write().await?;
    let report = trial::apply(&mut tx, &visit.viewer, id).await?;
    tx.commit().await?;
    Ok(visit.done(&format!("{PATH}/{id}"), &applied(&report)))
}

fn applied(report: &Report) -> String {
    format!("{} {}", W.directory_founded(report.founded), W.directory_paid(report.paid))
}

fn blank(viewer: &Viewer, problems: &Problems) -> DirectoryPage {
    DirectoryPage {
        tabs: office_tabs(viewer, PATH),
        summary: summary(problems),
        file_error: problems.of("fichier"),
        send: Button::primary(W.directory_send()).icon("importer"),
    }
}

fn looked_at(viewer: &Viewer, trial: &Trial, now: Moment) -> TrialPage {
    let report = &trial.report;
    let said = match trial.applied_at {
        Some(_) => applied(report),
        None => format!("{} {}", W.directory_would_found(report.communes.count), W.directory_would_pay(report.payers)),
    };
    TrialPage {
        tabs: office_tabs(viewer, PATH),
        about: W.directory_trial_about(&trial.file, dates::past(trial.made_at, now)),
        said,
        figures: figures(report),
        tables: tables(report),
        lists: lists(report),
        address: format!("{PATH}/{}", trial.id),
        apply: trial.applied_at.is_none().then(|| Button::primary(W.directory_apply())),
    }
}

fn figures(report: &Report) -> Vec<(&'static str, i64)> {
    vec![
        (W.directory_lines(), report.lines),
        (W.directory_known(), report.known),
        (W.directory_private(), report.private),
        (W.directory_unknown(), report.unknown.count),
        (W.directory_elsewhere(), report.elsewhere),
        (W.directory_closed(), report.closed),
        (W.directory_repeated(), report.repeated),
        (W.directory_others(), report.others),
        (W.directory_refused(), report.refused.count),
    ]
}

fn tables(report: &Report) -> Vec<Table> {
    let remarks = |title: String, list: &Shortened<Remark>| {
        let columns = vec![
            Column::numeric(W.directory_line()),
            Column::new(W.directory_code()),
            Column::new(W.directory_remark()),
        ];
        let row = |it: &Remark| vec![Cell::text(it.line.to_string()), Cell::text(&it.uai), Cell::text(&it.text)];
        (!list.shown.is_empty()).then(|| Table::new(title, columns, list.shown.iter().map(row).collect()))
    };
    let columns =
        vec![Column::new(W.directory_code()), Column::new(W.directory_here()), Column::new(W.directory_there())];
    let differences: Vec<Vec<Cell>> = report
        .differences
        .shown
        .iter()
        .map(|it| vec![Cell::text(&it.uai), Cell::text(&it.here), Cell::text(&it.there)])
        .collect();
    let title = W.directory_differences(report.differences.count);
    let differences = (!differences.is_empty()).then(|| Table::new(title, columns, differences));
    let refused = remarks(W.directory_refused_lines(report.refused.count), &report.refused);
    let doubtful = remarks(W.directory_doubtful_lines(report.doubtful.count), &report.doubtful);
    [refused, doubtful, differences].into_iter().flatten().collect()
}

fn lists(report: &Report) -> Vec<List> {
    let list = |title: String, it: &Shortened<String>| {
        let left = it.count - i64::try_from(it.shown.len()).unwrap_or(it.count);
        let rest = (left > 0).then(|| W.directory_rest(left));
        (it.count > 0).then(|| List { title, lines: it.shown.clone(), rest })
    };
    let communes = list(W.directory_communes(report.communes.count), &report.communes);
    let unknown = list(W.directory_unknown_schools(report.unknown.count), &report.unknown);
    let groupings = list(W.directory_groupings(report.groupings.count), &report.groupings);
    [communes, unknown, groupings].into_iter().flatten().collect()
}
