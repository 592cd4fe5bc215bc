//! The tables of imports: runs, figures, schools, lines.

use crate::{
    W,
    import::{Counts, Outcome, Tally},
    import_run::{Line, Run, SchoolTally},
    record,
};
use db::Moment;
use web::{
    component::{Cell, Column, Table},
    dates,
};

/// The imports done, a row each.
pub(super) fn runs(runs: &[Run], now: Moment) -> Table {
    let columns = vec![
        Column::new(W.when()),
        Column::new(W.academy()),
        Column::new(W.delivery()),
        Column::new(W.outcome()),
        Column::numeric(W.pupils_created()),
        Column::numeric(W.pupils_changed()),
        Column::numeric(W.pupils_gone()),
        Column::numeric(W.records_rejected()),
    ];
    Table::new(W.imports_done(), columns, runs.iter().map(|run| row_of_run(run, now)).collect()).caption_hidden()
}

fn row_of_run(run: &Run, now: Moment) -> Vec<Cell> {
    let pupils = run.figures.counts.pupils;
    vec![
        Cell::link(dates::past(run.finished_at, now), format!("/annuaire/imports/{}", run.id)),
        Cell::text(&run.academy_name),
        Cell::text(delivery(run)),
        Cell::text(outcome(run.outcome)),
        figure(pupils.created),
        figure(pupils.changed + pupils.moved),
        figure(pupils.disappeared),
        figure(rejected(&run.figures.counts)),
    ]
}

fn rejected(counts: &Counts) -> i64 {
    tallies(counts).iter().map(|(_, tally)| tally.rejected).sum()
}

/// « Complète, du 1er septembre 2026 ».
pub(super) fn delivery(run: &Run) -> String {
    let day = run.delivered_on.parse().map_or_else(|_| run.delivered_on.clone(), dates::date);
    match run.kind.as_str() {
        "Complet" => W.full_of(day),
        _ => W.delta_of(day),
    }
}

/// How an import ended, in a word.
pub(super) fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Applied => W.outcome_applied(),
        Outcome::Stopped => W.outcome_stopped(),
        Outcome::Refused => W.outcome_refused(),
        Outcome::DryRun => W.outcome_dry_run(),
    }
}

fn tallies(counts: &Counts) -> [(&'static str, Tally); 6] {
    [
        (W.schools(), counts.schools),
        (W.classes(), counts.classes),
        (W.pupils(), counts.pupils),
        (W.guardians(), counts.guardians),
        (W.staff(), counts.staff),
        (W.links(), counts.links),
    ]
}

/// The figures of an import per kind of record.
pub(super) fn figures(counts: &Counts) -> Table {
    let words =
        [W.created(), W.changed(), W.moved(), W.disappeared(), W.returned(), W.unchanged(), W.rejected_figure()];
    let columns = std::iter::once(Column::new(W.records())).chain(words.map(Column::numeric)).collect();
    let rows = tallies(counts).into_iter().map(|(name, it)| {
        let figures = [it.created, it.changed, it.moved, it.disappeared, it.returned, it.unchanged, it.rejected];
        std::iter::once(Cell::text(name)).chain(figures.map(figure)).collect()
    });
    Table::new(W.figures(), columns, rows.collect())
}

/// What changed in each school; a school leads to its lines.
pub(super) fn schools(run: &Run, schools: &[SchoolTally]) -> Table {
    let words = [W.created(), W.changed(), W.moved(), W.disappeared(), W.returned()];
    let columns =
        [Column::new(W.school()), Column::new(W.records())].into_iter().chain(words.map(Column::numeric)).collect();
    let rows = schools.iter().map(|it| {
        let school = Cell::link(school_label(it), format!("/annuaire/imports/{}/lignes?uai={}", run.id, it.uai));
        let figures = [it.created, it.changed, it.moved, it.disappeared, it.returned];
        [school, Cell::text(record::word(&it.kind))].into_iter().chain(figures.map(figure)).collect()
    });
    Table::new(W.by_school(), columns, rows.collect()).caption_hidden()
}

fn school_label(it: &SchoolTally) -> String {
    if it.name.is_empty() { it.uai.clone() } else { W.school_and_code(&it.name, &it.uai) }
}

/// The lines that were not taken as they were.
pub(super) fn lines(lines: &[Line]) -> Table {
    let columns =
        [W.reason(), W.record(), W.attribute(), W.value(), W.what_happened(), W.school(), W.file()].map(Column::new);
    let rows = lines.iter().map(row_of_line).collect();
    Table::new(W.lines_title(), columns.into(), rows).caption_hidden()
}

fn row_of_line(line: &Line) -> Vec<Cell> {
    let kind = line.entity.as_deref().map(record::word).unwrap_or_default();
    let number = line.record.map(|it| it.to_string()).unwrap_or_default();
    vec![
        Cell::text(&line.message),
        Cell::text(format!("{kind} {number}").trim()),
        Cell::text(line.attribute.clone().unwrap_or_default()),
        Cell::text(line.value.clone().unwrap_or_default()),
        Cell::text(if line.rejected { W.rejected() } else { W.kept() }),
        Cell::text(line.uai.clone().unwrap_or_default()),
        Cell::text(&line.file),
    ]
}

fn figure(number: i64) -> Cell {
    Cell::text(number.to_string())
}
