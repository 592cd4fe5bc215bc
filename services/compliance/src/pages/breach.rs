//! « Violations de données »: the notebook, a breach; on paper and as a table.

use crate::{
    W, allowed,
    breach::{
        DataBreach, DataBreachId, act,
        clock::Clock,
        paper as breach_paper,
        step::{self, Step},
    },
    controller::Controller,
};
use askama::Template;
use db::{Error, Moment};
use web::{
    Answer, Path, SignedIn,
    component::{Cell, Column, EmptyState, LinkButton, Notice, Status, StatusKind, Table},
    paper,
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

/// `GET /violations/{id}`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<DataBreachId>) -> Answer {
    let viewer = visit.viewer.clone();
    let mut tx = visit.read().await?;
    let breach = DataBreach::load(&mut tx, &viewer, id).await?;
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
        facts: breach_paper::facts(breach),
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

/// `GET /violations/{id}/fiche.pdf`
pub(crate) async fn print(mut visit: SignedIn, Path(id): Path<DataBreachId>) -> Answer {
    let viewer = visit.viewer.clone();
    let mut tx = visit.read().await?;
    let breach = DataBreach::load(&mut tx, &viewer, id).await?;
    let steps = step::of(&mut tx, id).await?;
    let controller = Controller::load(&mut tx).await?;
    let document = breach_paper::document(&breach, &steps, &controller, tx.now());
    drop(tx);
    let bytes = pdf::document(&document).map_err(Error::fault)?;
    Ok(paper::made(bytes, "application/pdf", &W.breach_file(breach.number)))
}

/// `GET /violations.csv`
pub(crate) async fn csv(mut visit: SignedIn) -> Answer {
    let viewer = visit.viewer.clone();
    let mut tx = visit.read().await?;
    let breaches = DataBreach::all(&mut tx, &viewer).await?;
    drop(tx);
    Ok(paper::made(breach_paper::csv(&breaches)?, "text/csv", W.breach_file_csv()))
}
