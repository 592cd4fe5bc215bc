//! « Registre des traitements »: its list, its entries, their versions.

use crate::{
    W, allowed,
    controller::Controller,
    register::{
        Entry, paper as register_paper,
        version::{self, Processing, Version},
    },
    schedule::Schedule,
};
use askama::Template;
use db::{Error, Moment};
use web::{
    Answer, Path, SignedIn,
    component::{Cell, Column, LinkButton, Notice, Table},
    dates,
};

/// The address.
pub(crate) const PATH: &str = "/registre";

#[derive(Template)]
#[template(path = "register.html")]
struct RegisterPage {
    controller: Controller,
    table: Table,
    add: LinkButton,
    links: [LinkButton; 2],
}

#[derive(Template)]
#[template(path = "register_entry.html")]
struct EntryPage {
    title: String,
    state: String,
    outdated: Option<Notice>,
    sections: Vec<(&'static str, Vec<String>)>,
    amend: Option<LinkButton>,
    versions: Vec<Line>,
    back: (&'static str, String),
}

struct Line {
    href: String,
    label: String,
    note: String,
}

/// `GET /registre`
pub(crate) async fn list(mut visit: SignedIn) -> Answer {
    allowed::keeper(&visit.viewer)?;
    let mut tx = visit.read().await?;
    let all = version::all(&mut tx).await?;
    let controller = Controller::load(&mut tx).await?;
    let now = tx.now();
    drop(tx);
    let page = RegisterPage {
        controller,
        table: table(&all, now),
        add: LinkButton::primary(W.register_add(), "/registre/nouveau").icon("ajouter"),
        links: [
            LinkButton::secondary(W.print_pdf(), "/registre.pdf").icon("imprimer"),
            LinkButton::secondary(W.export_csv(), "/registre.csv").icon("telecharger"),
        ],
    };
    visit.page(W.register_title(), &page)
}

fn table(all: &[Processing], now: Moment) -> Table {
    let columns =
        vec![Column::new(W.register_entry()), Column::new(W.register_purposes()), Column::new(W.register_state())];
    let rows = all.iter().map(|it| {
        vec![
            Cell::link(&it.entry.title, address(&it.entry.key)),
            Cell::text(it.entry.purposes.join(" ")),
            Cell::text(state(it, now)),
        ]
    });
    Table::new(W.register_title(), columns, rows.collect()).caption_hidden()
}

/// The address of an entry.
pub(crate) fn address(key: &str) -> String {
    format!("{PATH}/{key}")
}

/// Where an entry comes from, and since when.
fn state(processing: &Processing, now: Moment) -> String {
    let Some(version) = &processing.version else { return W.register_of_product().to_owned() };
    let when = dates::past(version.at, now);
    match (processing.entry.ended, processing.local) {
        (true, _) => W.register_ended(when),
        (false, true) => W.register_of_region(when),
        (false, false) => W.register_amended(when),
    }
}

/// `GET /registre/{entry}`
pub(crate) async fn show(mut visit: SignedIn, Path(key): Path<String>) -> Answer {
    allowed::keeper(&visit.viewer)?;
    let house = visit.site.house.clone();
    let mut tx = visit.read().await?;
    let processing = version::one(&mut tx, &key).await?;
    let versions = version::history(&mut tx, &key).await?;
    let schedule = Schedule::load(&mut tx, &house).await?;
    let now = tx.now();
    drop(tx);
    let page = EntryPage {
        title: register_paper::title(&processing),
        state: state(&processing, now),
        outdated: processing.is_outdated().then(|| Notice::attention(W.register_outdated())),
        sections: processing.entry.sections(&schedule),
        amend: Some(LinkButton::primary(W.register_amend(), format!("{}/modifier", address(&key)))),
        versions: versions.iter().map(|it| line(it, now)).collect(),
        back: (W.register_back(), PATH.to_owned()),
    };
    visit.page(W.register_title(), &page)
}

fn line(version: &Version, now: Moment) -> Line {
    Line {
        href: format!("{}/versions/{}", address(&version.entry), version.number),
        label: W.register_version(version.number, &version.by_name, dates::past(version.at, now)),
        note: version.note.clone(),
    }
}

/// `GET /registre/{entry}/versions/{number}`
pub(crate) async fn past(mut visit: SignedIn, Path((key, number)): Path<(String, String)>) -> Answer {
    allowed::keeper(&visit.viewer)?;
    let number: i64 = number.parse().ok().ok_or(Error::NotFound)?;
    let house = visit.site.house.clone();
    let mut tx = visit.read().await?;
    let versions = version::history(&mut tx, &key).await?;
    let schedule = Schedule::load(&mut tx, &house).await?;
    let now = tx.now();
    drop(tx);
    let version = versions.into_iter().find(|it| it.number == number).ok_or(Error::NotFound)?;
    let entry: Entry = version.entry()?;
    let page = EntryPage {
        title: entry.title.clone(),
        state: W.register_version(version.number, &version.by_name, dates::past(version.at, now)),
        outdated: None,
        sections: entry.sections(&schedule),
        amend: None,
        versions: Vec::new(),
        back: (W.register_back_entry(), address(&key)),
    };
    visit.page(W.register_title(), &page)
}
