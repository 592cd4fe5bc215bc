//! The desk: what waits, what is over.

use super::status;
use crate::{
    W,
    request::{
        Request, deadline,
        desk::{self, PATH},
    },
};
use askama::Template;
use jiff::civil::Date;
use school::viewer::or_not_found;
use web::{
    Answer, SignedIn,
    component::{Cell, Column, EmptyState, LinkButton, SafeHtml, Table},
    dates,
};

#[derive(Template)]
#[template(path = "desk.html")]
struct DeskPage {
    enter: LinkButton,
    deaths: LinkButton,
    open: Option<Table>,
    nothing: EmptyState,
    over: Option<Table>,
}

/// `GET /demandes-de-droits`
pub(crate) async fn show(mut visit: SignedIn) -> Answer {
    or_not_found(desk::answers(&visit.viewer))?;
    let mut tx = visit.read().await?;
    let open = desk::open(&mut tx, &visit.viewer).await?;
    let over = desk::over(&mut tx, &visit.viewer).await?;
    let today = tx.now().day();
    drop(tx);
    let page = DeskPage {
        enter: LinkButton::primary(W.letter_enter(), format!("{PATH}/nouvelle")).icon("ajouter"),
        deaths: LinkButton::secondary(W.deaths_title(), format!("{PATH}/deces")),
        open: table(W.desk_open(), &open, today),
        nothing: EmptyState::new("termine", W.desk_nothing(), None),
        over: table(W.desk_over(), &over, today),
    };
    visit.set_wide();
    visit.page(W.desk(), &page)
}

fn table(caption: &str, requests: &[Request], today: Date) -> Option<Table> {
    let columns = [
        W.column_reference(),
        W.column_right(),
        W.column_about(),
        W.column_received(),
        W.column_due(),
        W.column_state(),
    ];
    let row = |it: &Request| {
        vec![
            Cell::link(&it.reference, it.desk_path()),
            Cell::text(W.right(it.kind.as_str())),
            Cell::text(&it.subject_name),
            Cell::text(it.received_on.date().map(dates::date).unwrap_or_default()),
            Cell::text(due(it, today)),
            Cell::html(SafeHtml::of(&status(it.state))),
        ]
    };
    (!requests.is_empty()).then(|| {
        Table::new(caption, columns.map(Column::new).into(), requests.iter().map(row).collect()).caption_hidden()
    })
}

/// The last day, and how many are left.
pub(super) fn due(request: &Request, today: Date) -> String {
    let Some(due) = request.due_on.date() else { return String::new() };
    let day = dates::date(due);
    match deadline::left(today, due) {
        _ if request.state.is_over() => day,
        left if left < 0 => W.due_late(day, -left),
        left => W.due_in(day, left),
    }
}
