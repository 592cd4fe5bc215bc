//! The parts of the board: its filters, what the states come to, the conventions of a page and what may be done to them.

use super::{academy_name, agreement, board_filter::address, status::status};
use crate::{
    Campaign, State, W,
    board::{Filter, Pending, Row, Tally},
    campaign::year_name,
    day,
    money::euros,
};
use askama::{Template, filters::HtmlSafe};
use db::{Problems, Result, Tx};
use school::Territory;
use web::{
    component::{Button, Cell, Checkbox, Choice, Column, Opt, SafeHtml, Status, Table},
    place_name,
};

/// The field that says a convention was ticked.
pub(super) const TICKED: &str = "convention-";
/// What the button that reminds sends.
pub(super) const REMIND: &str = "relancer";
/// What the button that proposes sends.
const PROPOSE: &str = "proposer";
/// What the button that proposes every draft sends.
pub(super) const ALL: &str = "tout";
/// The box for every line of the page.
pub(super) const WHOLE: &str = "page-entiere";
/// The box that says one means it.
pub(super) const SURE: &str = "certain";

/// The lists one narrows the board by.
pub(super) async fn choices(tx: &mut Tx, filter: &Filter) -> Result<Vec<Choice>> {
    let mut choices = vec![year(tx, filter).await?, state(filter), pending(filter)];
    if filter.managed().len() > 1 {
        choices.push(academy(tx, filter).await?);
    }
    choices.push(department(tx, filter).await?);
    Ok(choices)
}

async fn year(tx: &mut Tx, filter: &Filter) -> Result<Choice> {
    let mut years: Vec<i64> = Campaign::all(tx).await?.iter().map(|it| it.year).collect();
    if !years.contains(&filter.year) {
        years.insert(0, filter.year);
    }
    let option = |year: i64| Opt::new(year.to_string(), year_name(year)).checked(year == filter.year);
    Ok(Choice::select("annee", W.agreement_year(), years.into_iter().map(option).collect()))
}

fn state(filter: &Filter) -> Choice {
    let all = Opt::new("", W.board_any_state()).checked(filter.state.is_none());
    let one = |it: &State| Opt::new(it.as_str(), W.agreement_state(it.as_str())).checked(filter.state == Some(*it));
    Choice::select("etat", W.campaign_state(), std::iter::once(all).chain(State::ALL.iter().map(one)).collect())
}

fn pending(filter: &Filter) -> Choice {
    let all = Opt::new("", W.board_any_pending()).checked(filter.pending.is_none());
    let one = |it: &Pending| Opt::new(it.as_str(), W.board_pending(it.as_str())).checked(filter.pending == Some(*it));
    let options = std::iter::once(all).chain(Pending::ALL.iter().map(one)).collect();
    Choice::select("attente", W.office_to_look_at(), options)
}

async fn academy(tx: &mut Tx, filter: &Filter) -> Result<Choice> {
    let mut options = vec![Opt::new("", W.board_any_academy()).checked(filter.academy.is_empty())];
    for code in filter.managed() {
        options.push(Opt::new(code, academy_name(tx, code).await?).checked(*code == filter.academy));
    }
    Ok(Choice::select("academie", W.agreement_academy(), options))
}

async fn department(tx: &mut Tx, filter: &Filter) -> Result<Choice> {
    let mut options = vec![Opt::new("", W.office_departments_all()).checked(filter.department.is_empty())];
    for code in filter.departments(tx).await? {
        let name = place_name(tx, &Territory::Department(code.clone())).await?;
        let checked = code == filter.department;
        options.push(Opt::new(code, name).checked(checked));
    }
    Ok(Choice::select("departement", W.office_department(), options))
}

/// What the conventions of each state come to, and all together; a state leads to its conventions.
pub(super) fn tallies(filter: &Filter, tallies: &[Tally]) -> Table {
    let columns = vec![
        Column::new(W.campaign_state()),
        Column::numeric(W.board_agreements()),
        Column::numeric(W.office_schools()),
        Column::numeric(W.document_amount()),
    ];
    let figures = |agreements: i64, schools: i64, total: i64| {
        [Cell::text(agreements.to_string()), Cell::text(schools.to_string()), Cell::text(euros(total))]
    };
    let row = |it: &Tally| {
        let first = Cell::link(W.agreement_state(it.state.as_str()), address(&filter.narrowed(Some(it.state))));
        [first].into_iter().chain(figures(it.agreements, it.schools, it.total_cents)).collect::<Vec<Cell>>()
    };
    let add = |of: fn(&Tally) -> i64| tallies.iter().map(of).sum::<i64>();
    let all = figures(add(|it| it.agreements), add(|it| it.schools), add(|it| it.total_cents));
    let last: Vec<Cell> =
        [Cell::link(W.document_total(), address(&filter.narrowed(None)))].into_iter().chain(all).collect();
    Table::new(W.campaign_tally(), columns, tallies.iter().map(row).chain([last]).collect()).caption_hidden()
}

/// Where a convention stands and what is awaited, in one cell: the table fits beside the navigation of a tablet.
#[derive(Template)]
#[template(path = "board_standing.html")]
struct Standing {
    status: Status,
    awaited: String,
}

impl HtmlSafe for Standing {}

/// The conventions of a page. Those something may be done to have a box to tick.
pub(super) fn rows(rows: &[Row], ticked: &[String]) -> Table {
    let columns = vec![
        Column::new(W.board_agreement()),
        Column::new(W.agreement_authority()),
        Column::numeric(W.office_schools()),
        Column::numeric(W.document_amount()),
        Column::new(W.board_state_awaited()),
    ];
    let row = |it: &Row| {
        vec![
            first(it, ticked),
            Cell::link(&it.authority, agreement::address(it.id)),
            Cell::text(it.schools.to_string()),
            Cell::text(euros(it.total_cents())),
            Cell::html(SafeHtml::of(&Standing { status: status(it.state), awaited: awaited(it) })),
        ]
    };
    Table::new(W.board_list(), columns, rows.iter().map(row).collect()).caption_hidden()
}

fn first(row: &Row, ticked: &[String]) -> Cell {
    if row.state != State::Draft && !row.awaits_authority() {
        return Cell::text(&row.number);
    }
    let checked = ticked.contains(&row.id.to_string());
    Cell::html(SafeHtml::of(&Checkbox::new(format!("{TICKED}{}", row.id), &row.number).checked(checked)))
}

/// « Collectivité : délibérer, depuis le 3 octobre 2026. Relancée le 20 octobre 2026. »
fn awaited(row: &Row) -> String {
    let what = W.board_step(row.step());
    if what.is_empty() {
        return what;
    }
    let told = W.board_since(what, day::written(&row.since()));
    match row.reminded_on.as_deref().filter(|_| row.awaits_authority()) {
        Some(on) => W.board_since_reminded(told, day::written(on)),
        None => told,
    }
}

/// What may be done to those ticked on this page.
pub(super) fn acts(rows: &[Row]) -> Vec<Button> {
    let propose = Button::primary(W.board_propose()).icon("a-envoyer").name_value("acte", PROPOSE);
    let remind = Button::secondary(W.board_remind()).icon("courrier").name_value("acte", REMIND);
    let all =
        [(rows.iter().any(|it| it.state == State::Draft), propose), (rows.iter().any(Row::awaits_authority), remind)];
    all.into_iter().filter(|(may, _)| *may).map(|(_, button)| button).collect()
}

/// Proposing every draft of a filter by académie and département, when there are several.
pub(super) fn all(filter: &Filter, tallies: &[Tally], problems: &Problems) -> Option<(Checkbox, Button)> {
    let drafts = tallies.iter().find(|it| it.state == State::Draft).map_or(0, |it| it.agreements);
    let shown = filter.is_plain() && filter.state.is_none_or(|it| it == State::Draft) && drafts > 1;
    shown.then(|| {
        let sure = Checkbox::new(SURE, W.board_all_sure()).required().error(problems.of(SURE));
        (sure, Button::secondary(W.board_all(drafts.to_string())).icon("a-envoyer").name_value("acte", ALL))
    })
}
