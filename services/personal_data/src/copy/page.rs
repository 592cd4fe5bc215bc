//! The page of a copy: everything in it, readable without any program but a browser, and without this house.

use super::gather::Content;
use crate::W;
use askama::Template;
use db::{Error, Moment, Result};
use web::{component::SafeHtml, dates, personal::Datum};

#[derive(Template)]
#[template(path = "copy.html")]
struct CopyPage {
    title: String,
    lead: String,
    style: SafeHtml,
    sections: Vec<Section>,
    has_files: bool,
}

struct Section {
    id: String,
    title: String,
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
    json: String,
}

/// Ours: nothing of anybody is in it.
const STYLE: &str = "body{font:1.05rem/1.5 system-ui,sans-serif;color:#1f2a44;background:#fbfaf7;max-width:70rem;\
margin:0 auto;padding:1.5rem}table{border-collapse:collapse;width:100%}th,td{border:1px solid #8a8f9c;padding:.4rem .6rem;\
text-align:left;vertical-align:top;white-space:pre-line}caption{text-align:left;font-weight:700;padding:.4rem 0}\
section{margin-top:2rem;overflow-x:auto}a{color:#1d4fa3}";

pub(super) fn html(content: &Content) -> Result<String> {
    let section = |part: &web::personal::Part| Section {
        id: part.name.clone(),
        title: part.title.clone(),
        columns: part.columns.clone(),
        rows: part.rows.iter().map(|row| row.iter().map(said).collect()).collect(),
        json: format!("donnees/{}.json", part.name),
    };
    let page = CopyPage {
        title: W.copy_title(&content.name),
        lead: W.copy_lead(dates::date(content.at.day())),
        style: SafeHtml(STYLE.to_owned()),
        sections: content.parts.iter().map(section).collect(),
        has_files: !content.files.is_empty(),
    };
    page.render().map_err(Error::fault)
}

fn said(value: &Datum) -> String {
    match value {
        Datum::Text(text) => text.clone(),
        Datum::At(at) => whole(*at),
        Datum::Nothing => String::new(),
    }
}

/// An instant, whenever the copy is read.
fn whole(at: Moment) -> String {
    let local = at.timestamp().to_zoned_datetime(db::PARIS.clone());
    W.date_and_hour(dates::date(local.date()), dates::hour(local.time()))
}
