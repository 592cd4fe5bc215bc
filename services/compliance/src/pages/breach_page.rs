//! A breach: its clock, what is known, what was done.

use super::breach::{address, clock_words};
use crate::{
    W,
    breach::{
        DataBreach, DataBreachId, act,
        clock::Clock,
        paper as breach_paper,
        step::{self, Step},
    },
};
use askama::Template;
use db::Moment;
use web::{
    Answer, Path, SignedIn,
    component::{Cell, Column, LinkButton, Notice, Status, StatusKind, Table},
};

#[derive(Template)]
#[template(path = "breach.html")]
struct BreachPage {
    title: String,
    clock: Option<Notice>,
    status: Status,
    facts: Vec<(&'static str, String)>,
    links: Vec<LinkButton>,
    steps: Table,
}

/// `GET /violations/{id}`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<DataBreachId>) -> Answer {
    let mut tx = visit.read().await?;
    let breach = DataBreach::load(&mut tx, &visit.viewer, id).await?;
    let steps = step::of(&mut tx, id).await?;
    let page = page(&breach, &steps, tx.now());
    drop(tx);
    visit.page(&page.title, &page)
}

fn page(breach: &DataBreach, steps: &[Step], now: Moment) -> BreachPage {
    let path = address(breach.id);
    let link =
        |label: &str, place: &str, icon: &str| LinkButton::secondary(label, format!("{path}/{place}")).icon(icon);
    let open = breach.closed_at.is_none();
    let links = [
        (open && breach.notified_at.is_none()).then(|| link(W.notify_title(), "notification", "courrier")),
        (open && breach.told_at.is_none()).then(|| link(W.tell_title(), "personnes", "personnes")),
        open.then(|| link(W.breach_correct(), "modifier", "crayon")),
        Some(link(W.note_title(), "suivi", "ajouter")),
        open.then(|| link(W.close_title(), "cloture", "archive")),
        Some(link(W.breach_print(), "fiche.pdf", "imprimer")),
    ];
    BreachPage {
        title: W.breach_named(breach.number),
        clock: clock(breach, now),
        status: status(breach),
        facts: breach_paper::facts(breach, now),
        links: links.into_iter().flatten().collect(),
        steps: timeline(steps),
    }
}

fn status(breach: &DataBreach) -> Status {
    match breach.closed_at {
        Some(_) => Status::new(StatusKind::Archived, W.breach_closed()),
        None => Status::new(StatusKind::Review, W.breach_open()),
    }
}

fn clock(breach: &DataBreach, now: Moment) -> Option<Notice> {
    let words = clock_words(breach, now);
    match Clock::of(breach, now) {
        Clock::Settled => None,
        Clock::Running { hours, .. } if hours >= 24 => Some(Notice::info(words).title(W.clock_title())),
        Clock::Running { .. } | Clock::Over(_) => Some(Notice::attention(words).title(W.clock_title())),
    }
}

fn timeline(steps: &[Step]) -> Table {
    let columns = vec![
        Column::new(W.step_when()),
        Column::new(W.step_what()),
        Column::new(W.step_who()),
        Column::new(W.step_detail()),
    ];
    let rows = steps.iter().map(|it| {
        vec![
            Cell::text(act::said(it.at)),
            Cell::text(it.verb.word()),
            Cell::text(&it.by_name),
            Cell::text(it.detail.replace('\n', " · ")),
        ]
    });
    Table::new(W.breach_timeline(), columns, rows.collect())
}
