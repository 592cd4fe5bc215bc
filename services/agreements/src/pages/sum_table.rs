//! The tables of sums due.

use super::sum;
use crate::{
    W,
    money::euros,
    sum_due::SumLine,
    sum_list::{Row, Tally},
    sum_state::SumState,
};
use web::component::{Cell, Checkbox, Column, SafeHtml, Table};

/// The lines of a statement, and what they come to.
pub(super) fn lines(lines: &[SumLine], total: i64) -> Table {
    let columns = vec![Column::new(W.sum_uai()), Column::new(W.sum_school()), Column::numeric(W.sum_amount())];
    let row =
        |line: &SumLine| vec![Cell::text(&line.uai), Cell::text(&line.label), Cell::text(euros(line.amount_cents))];
    let count = i64::try_from(lines.len()).unwrap_or(i64::MAX);
    let last = vec![Cell::text(W.sum_all()), Cell::text(W.sum_schools(count)), Cell::text(euros(total))];
    Table::new(W.sum_lines(), columns, lines.iter().map(row).chain([last]).collect())
}

/// What the sums of each state come to, and all together.
pub(super) fn tallies(tallies: &[Tally]) -> Table {
    let columns = vec![
        Column::new(W.sum_state_title()),
        Column::numeric(W.sum_statements()),
        Column::numeric(W.sum_schools_title()),
        Column::numeric(W.sum_amount()),
    ];
    let row = |title: String, sums: i64, lines: i64, total: i64| {
        vec![Cell::text(title), Cell::text(sums.to_string()), Cell::text(lines.to_string()), Cell::text(euros(total))]
    };
    let add = |of: fn(&Tally) -> i64| tallies.iter().map(of).sum::<i64>();
    let all = row(W.sum_all().to_owned(), add(|it| it.sums), add(|it| it.lines), add(|it| it.total_cents));
    let rows = tallies.iter().map(|it| row(it.state.word(), it.sums, it.lines, it.total_cents));
    Table::new(W.sum_by_state(), columns, rows.chain([all]).collect()).caption_hidden()
}

/// The field that says a sum was sent.
pub(super) const TICKED: &str = "somme-";

/// A page of the list. Those that may be sent have a box to tick.
pub(super) fn rows(rows: &[Row], ticked: &[String]) -> Table {
    let columns = vec![
        Column::new(W.sum_agreement()),
        Column::new(W.sum_authority()),
        Column::new(W.sum_state_title()),
        Column::new(W.sum_number()),
        Column::numeric(W.sum_schools_title()),
        Column::numeric(W.sum_amount()),
    ];
    let row = |row: &Row| {
        vec![
            first(row, ticked),
            Cell::link(&row.authority, sum::address(row.agreement_id)),
            Cell::html(SafeHtml::of(&sum::status(row.state))),
            Cell::text(row.titre_number.clone().unwrap_or_default()),
            Cell::text(row.schools.to_string()),
            Cell::text(euros(row.total_cents)),
        ]
    };
    Table::new(W.sum_list(), columns, rows.iter().map(row).collect()).caption_hidden()
}

fn first(row: &Row, ticked: &[String]) -> Cell {
    if row.state != SumState::ToIssue {
        return Cell::text(&row.number);
    }
    let name = format!("{TICKED}{}", row.id);
    let checked = ticked.contains(&row.id.to_string());
    Cell::html(SafeHtml::of(&Checkbox::new(name, &row.number).checked(checked)))
}
