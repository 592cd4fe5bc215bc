//! « Registre des traitements »: its list.

use crate::{
    W, allowed,
    controller::Controller,
    register::version::{self, Processing},
};
use askama::Template;
use db::Moment;
use web::{
    Answer, SignedIn,
    component::{Cell, Column, LinkButton, Table},
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
pub(super) fn state(processing: &Processing, now: Moment) -> String {
    let Some(version) = &processing.version else { return W.register_of_product().to_owned() };
    let when = dates::past(version.at, now);
    match (processing.entry.ended, processing.local) {
        (true, _) => W.register_ended(when),
        (false, true) => W.register_of_region(when),
        (false, false) => W.register_amended(when),
    }
}
