//! The pages.

pub(crate) mod after;
pub(crate) mod copy;
pub(crate) mod death;
pub(crate) mod death_page;
pub(crate) mod desk;
pub(crate) mod desk_decision;
mod desk_facts;
pub(crate) mod desk_letter;
pub(crate) mod desk_limit;
mod desk_page;
pub(crate) mod desk_request;
pub(crate) mod desk_step;
mod file_field;
pub(crate) mod home;
pub(crate) mod request;
pub(crate) mod request_page;
pub(crate) mod seen;

use crate::{
    W,
    kept::IDENTITY,
    request::{Kind, Request, State, letter},
};
use axum::response::Response;
use commons::paper::Paper;
use db::{Error, Moment, Result, Tx};
use school::Viewer;
use web::{
    component::{Cell, Column, Opt, Status, StatusKind, Table},
    dates, is_pupil, paper,
    personal::{Datum, Part},
};

/// How many columns of a part a page shows: where the directory is put right is the same on each row, and said once.
fn columns_shown(part: &Part) -> usize {
    if part.name == IDENTITY { part.columns.len().saturating_sub(1) } else { part.columns.len() }
}

/// What is said once under a table, instead of in a column of it.
fn said_once(part: &Part) -> Vec<String> {
    let mut said: Vec<String> = Vec::new();
    for row in &part.rows {
        for value in row.iter().skip(columns_shown(part)) {
            match value {
                Datum::Text(text) if !said.contains(text) => said.push(text.clone()),
                Datum::Text(_) | Datum::At(_) | Datum::Nothing => {}
            }
        }
    }
    said
}

/// A table of what is kept about somebody, as a page shows it: the same part is shown for each child.
fn table(part: &Part, about: &str, now: Moment) -> Table {
    let shown = columns_shown(part);
    let columns = part.columns.iter().take(shown).map(Column::new).collect();
    let cells = |row: &Vec<Datum>| row.iter().take(shown).map(|value| Cell::text(said(value, now))).collect();
    let rows = part.rows.iter().map(cells).collect();
    Table::new(format!("{} · {about}", part.title), columns, rows).caption_hidden()
}

fn said(value: &Datum, now: Moment) -> String {
    match value {
        Datum::Text(text) => text.clone(),
        Datum::At(at) => dates::past(*at, now),
        Datum::Nothing => W.nothing().to_owned(),
    }
}

/// The state of a request, in a word and a colour.
fn status(state: State) -> Status {
    let kind = match state {
        State::Received => StatusKind::Draft,
        State::IdentityChecked | State::InProgress => StatusKind::Review,
        State::Extended => StatusKind::Scheduled,
        State::Answered => StatusKind::Published,
        State::Refused => StatusKind::Withdrawn,
    };
    Status::new(kind, W.request_state(state.as_str()))
}

/// The rights to choose among, as a pupil reads them: a sentence each.
fn rights_for_child(kinds: &[Kind], chosen: &str) -> Vec<Opt> {
    let option = |kind: &Kind| {
        let word = kind.as_str();
        Opt::new(word, W.right_for_child(word)).checked(chosen == word)
    };
    kinds.iter().map(option).collect()
}

/// What a request is called by whoever filed it.
fn right_of(viewer: &Viewer, kind: Kind) -> String {
    if is_pupil(viewer) { W.right_for_child(kind.as_str()) } else { W.right(kind.as_str()) }
}

/// The rights to choose among.
fn rights(kinds: &[Kind], chosen: &str) -> Vec<Opt> {
    let option = |kind: &Kind| {
        let word = kind.as_str();
        Opt::new(word, W.right(word)).hint(W.right_meaning(word)).checked(chosen == word)
    };
    kinds.iter().map(option).collect()
}

/// A paper, and where it is read.
struct PaperLink {
    label: String,
    href: String,
}

/// The papers of something under an address.
fn paper_links(papers: &[Paper], base: &str) -> Vec<PaperLink> {
    papers.iter().map(|it| PaperLink { label: paper::label(it), href: format!("{base}/pieces/{}", it.id) }).collect()
}

/// The letter of a request that is over.
async fn letter_of(tx: &mut Tx, request: &Request) -> Result<Response> {
    let document = letter::document(tx, request).await?;
    let bytes = pdf::document(&document).map_err(Error::fault)?;
    Ok(paper::made(bytes, "application/pdf", &format!("reponse-{}.pdf", request.reference)))
}

/// A text as paragraphs.
fn paragraphs(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}
