//! « Violations de données »: the notebook.

use crate::{
    W, allowed,
    breach::{DataBreach, DataBreachId, act, clock::Clock, paper as breach_paper},
};
use askama::Template;
use db::Moment;
use web::{
    Answer, SignedIn,
    component::{Cell, Column, EmptyState, LinkButton, Table},
};

/// The address.
pub(crate) const PATH: &str = "/violations";

#[derive(Template)]
#[template(path = "breaches.html")]
struct BreachesPage {
    table: Option<Table>,
    empty: Option<EmptyState>,
    enter: LinkButton,
    export: LinkButton,
}

/// `GET /violations`
pub(crate) async fn list(mut visit: SignedIn) -> Answer {
    let viewer = visit.viewer.clone();
    allowed::keeper(&viewer)?;
    let mut tx = visit.read().await?;
    let breaches = DataBreach::all(&mut tx, &viewer).await?;
    let now = tx.now();
    drop(tx);
    let page = BreachesPage {
        table: (!breaches.is_empty()).then(|| table(&breaches, now)),
        empty: breaches.is_empty().then(|| EmptyState::new("termine", W.breach_none(), None)),
        enter: LinkButton::primary(W.breach_enter(), "/violations/nouvelle").icon("ajouter"),
        export: LinkButton::secondary(W.export_csv(), "/violations.csv").icon("telecharger"),
    };
    visit.page(W.breach_title(), &page)
}

fn table(breaches: &[DataBreach], now: Moment) -> Table {
    let columns = vec![
        Column::new(W.breach_number()),
        Column::new(W.breach_discovered()),
        Column::new(W.breach_risk()),
        Column::new(W.breach_state()),
    ];
    let rows = breaches.iter().map(|it| {
        vec![
            Cell::link(W.breach_named(it.number), address(it.id)),
            Cell::text(act::said(it.discovered_at)),
            Cell::text(breach_paper::risk_word(it.risk)),
            Cell::text(clock_words(it, now)),
        ]
    });
    Table::new(W.breach_title(), columns, rows.collect()).caption_hidden()
}

/// The address of a breach.
pub(crate) fn address(id: DataBreachId) -> String {
    format!("{PATH}/{id}")
}

/// Where it stands, in words: the hours left first.
pub(crate) fn clock_words(breach: &DataBreach, now: Moment) -> String {
    match (breach.closed_at.is_some(), Clock::of(breach, now)) {
        (true, _) => W.breach_closed().to_owned(),
        (false, Clock::Running { hours, minutes }) => W.clock_left(hours, minutes),
        (false, Clock::Over(hours)) => W.clock_over(hours),
        (false, Clock::Settled) if breach.notified_at.is_some() => W.clock_notified().to_owned(),
        (false, Clock::Settled) => W.clock_reasoned().to_owned(),
    }
}
