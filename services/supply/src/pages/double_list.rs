//! `/ecoles/{school}/doublons` and `/annuaire/doublons`: the pairs that wait for somebody.

use super::{double_part::row, row_part::RowPart, transfer_over};
use crate::{
    W,
    double::{
        State,
        listing::{self, Line, PAGE},
    },
};
use askama::Template;
use db::Moment;
use school::{School, SchoolId};
use serde::Deserialize;
use web::{
    Answer, Path, Query, SignedIn,
    component::{EmptyState, LinkButton, Pager, Tab, Tabs},
};

/// The list of the académie.
pub(crate) const PATH: &str = "/annuaire/doublons";
/// The word in addresses for the pairs that became one.
const MERGED: &str = "reunies";

#[derive(Template)]
#[template(path = "double_list.html")]
struct ListPage {
    place: Option<String>,
    tabs: Option<Tabs>,
    waiting: Vec<RowPart>,
    decided: Vec<RowPart>,
    empty: EmptyState,
    pager: Option<Pager>,
    /// What else is settled over an académie.
    transfers: Option<LinkButton>,
    back: Option<String>,
}

/// What an address asks for.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Wanted {
    #[serde(default)]
    etat: String,
    #[serde(default)]
    page: String,
}

fn rows(lines: &[Line], now: Moment) -> Vec<RowPart> {
    lines.iter().map(|it| row(it, now)).collect()
}

/// `GET /ecoles/{school}/doublons`
pub(crate) async fn of_school(mut visit: SignedIn, Path(id): Path<SchoolId>) -> Answer {
    let mut tx = visit.read().await?;
    let lines = listing::of_school(&mut tx, &visit.viewer, id).await?;
    let school = School::load(&mut tx, id).await?;
    let now = tx.now();
    drop(tx);
    let (waiting, decided): (Vec<Line>, Vec<Line>) =
        lines.into_iter().partition(|it| it.double.state == State::Proposed);
    let page = ListPage {
        place: Some(school.name),
        tabs: None,
        waiting: rows(&waiting, now),
        decided: rows(&decided, now),
        empty: EmptyState::new("termine", W.no_double(), None),
        pager: None,
        transfers: None,
        back: Some(format!("/ecoles/{id}")),
    };
    visit.page(W.doubles(), &page)
}

/// `GET /annuaire/doublons`
pub(crate) async fn over(mut visit: SignedIn, Query(wanted): Query<Wanted>) -> Answer {
    let state = if wanted.etat == MERGED { State::Merged } else { State::Proposed };
    let page = wanted.page.parse::<i64>().ok().filter(|page| (1..=100_000).contains(page)).unwrap_or(1);
    let mut tx = visit.read().await?;
    let count = listing::count_over(&mut tx, &visit.viewer, state).await?;
    let lines = listing::over(&mut tx, &visit.viewer, state, page).await?;
    let now = tx.now();
    drop(tx);
    let merged = format!("{PATH}?etat={MERGED}");
    let base = if state == State::Merged { merged.as_str() } else { PATH };
    let pages = u64::try_from((count + PAGE - 1) / PAGE).unwrap_or(1);
    let pager = Pager::new(base, u64::try_from(page).unwrap_or(1), pages, W.double_pages())
        .steps(W.double_page_before(), W.double_page_after());
    let tabs = vec![
        Tab::new(W.doubles_waiting(), PATH, state == State::Proposed),
        Tab::new(W.doubles_merged(), merged.as_str(), state == State::Merged),
    ];
    let none = if state == State::Merged { W.no_merge() } else { W.no_double() };
    let page = ListPage {
        place: None,
        tabs: Some(Tabs::new(W.doubles_which(), tabs)),
        waiting: rows(&lines, now),
        decided: Vec::new(),
        empty: EmptyState::new("termine", none, None),
        pager: Some(pager),
        transfers: Some(LinkButton::secondary(W.transfers_contested(), transfer_over::PATH).icon("sortir")),
        back: None,
    };
    visit.page(W.doubles(), &page)
}
