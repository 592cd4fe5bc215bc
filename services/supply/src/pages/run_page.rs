//! The page of a run: before it is applied, and after.

use super::run_line;
use crate::{
    W,
    onde::{
        FileRead,
        choices::{IGNORED, NEW},
        plan::{Asked, Plan},
        report::{List, Report},
        run::{Run, Undoing},
    },
};
use askama::Template;
use db::{Moment, Problems};
use web::{
    component::{
        Button, Cell, Checkbox, Choice, Column, ErrorSummary, Hidden, LinkButton, Notice, Opt, SafeHtml, Table,
    },
    summary,
};

/// The field that says that a form holds the answers.
pub(super) const ANSWERED: &str = "repondu";

/// The page.
#[derive(Template)]
#[template(path = "onde_run.html")]
pub(super) struct RunPage {
    title: &'static str,
    about: String,
    school: String,
    address: String,
    summary: Option<ErrorSummary>,
    notices: Vec<Notice>,
    files: Vec<FilePart>,
    choices: Vec<Choice>,
    keys: Vec<Hidden>,
    choose: Button,
    changes: &'static str,
    figures: Vec<(String, usize)>,
    tables: Vec<Table>,
    apply: Option<ApplyPart>,
    undo: Option<LinkButton>,
    /// Why what was done cannot be put back.
    kept: Option<&'static str>,
}

struct FilePart {
    name: String,
    about: String,
    refused: bool,
    columns: Vec<String>,
}

struct ApplyPart {
    seen: Hidden,
    leaving: Option<Checkbox>,
    button: Button,
}

impl RunPage {
    /// Whether something is answered or applied: one form holds both.
    fn has_form(&self) -> bool {
        !self.choices.is_empty() || self.apply.is_some()
    }

    /// Before it is applied.
    pub(super) fn trial(run: &Run, plan: &Plan, now: Moment, problems: &Problems) -> Self {
        let report = Report::of(plan);
        let nothing = changes_nothing(plan, &report);
        let applies = !plan.checks && plan.is_readable() && !nothing;
        let (choices, keys) = choices(plan);
        Self {
            title: title_of(plan),
            changes: if plan.checks { W.onde_differences() } else { W.onde_changes() },
            about: run_line::sent(run, now),
            summary: summary(problems),
            notices: notices(plan, nothing),
            files: plan.files.iter().map(file).collect(),
            choices,
            keys,
            apply: applies.then(|| apply(plan, problems)),
            undo: None,
            ..Self::shown(run, &report)
        }
    }

    /// Once it was applied.
    pub(super) fn applied(run: &Run, undoing: Undoing, now: Moment) -> Self {
        let report = run.report.clone().unwrap_or_default();
        let about = [run_line::files(run), run_line::sent(run, now), run_line::state(run, false, now)];
        let about = about.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" · ");
        let address = format!("/ecoles/{}/onde/{}/annulation", run.school_id, run.id);
        let undo = (undoing == Undoing::Offered).then(|| LinkButton::danger(W.onde_undo(), address).icon("retablir"));
        let changes = if run.undone_at.is_some() { W.onde_were_changed() } else { W.onde_changed() };
        let today = run.undone_at.is_none() && run.applied_at.is_some_and(|at| at.day() == now.day());
        let leaving = (today && report.departures > 0).then(|| Notice::info(W.onde_departures_noted()));
        let notices = leaving.into_iter().collect();
        let kept = why_not(undoing);
        Self { title: title_applied(run), about, changes, notices, undo, kept, ..Self::shown(run, &report) }
    }

    fn shown(run: &Run, report: &Report) -> Self {
        Self {
            title: W.onde_done_title(),
            changes: W.onde_changed(),
            about: String::new(),
            school: format!("/ecoles/{}", run.school_id),
            address: format!("/ecoles/{}/onde/{}", run.school_id, run.id),
            summary: None,
            notices: Vec::new(),
            files: Vec::new(),
            choices: Vec::new(),
            keys: Vec::new(),
            choose: Button::secondary(W.onde_choose())
                .action(format!("/ecoles/{}/onde/{}/choix", run.school_id, run.id)),
            figures: report.figures.clone(),
            tables: report.tables.iter().map(table).collect(),
            apply: None,
            undo: None,
            kept: None,
        }
    }
}

/// Why files applied cannot be put back; nothing when they can, or when there is nothing to put back.
pub(super) fn why_not(undoing: Undoing) -> Option<&'static str> {
    match undoing {
        Undoing::Followed => Some(W.onde_undo_later()),
        Undoing::TooLate => Some(W.onde_undo_too_late()),
        Undoing::Offered | Undoing::Nothing => None,
    }
}

/// What the page of files that wait is called.
pub(super) fn title_of(plan: &Plan) -> &'static str {
    if plan.checks { W.onde_compared_title() } else { W.onde_understood() }
}

/// What the page of files once applied is called.
pub(super) fn title_applied(run: &Run) -> &'static str {
    if run.undone_at.is_some() { W.onde_undone_title() } else { W.onde_done_title() }
}

/// Whether nothing changes, and nothing more would if the head said so.
fn changes_nothing(plan: &Plan, report: &Report) -> bool {
    report.tables.is_empty()
        && !plan.takes_over()
        && plan.arrivals().is_empty()
        && plan.named_groups().all(|it| it.wanted)
}

fn notices(plan: &Plan, nothing: bool) -> Vec<Notice> {
    let checks = plan.checks.then(|| Notice::info(W.onde_only_checked()));
    let lines = if plan.checks { W.onde_unread_lines() } else { W.onde_withheld() };
    let withheld = plan.withheld.then(|| Notice::attention(lines));
    let unread = (!plan.is_readable()).then(|| Notice::attention(W.onde_unread()));
    let count = i64::try_from(plan.ignored).unwrap_or(i64::MAX);
    let ignored = (plan.ignored > 0).then(|| Notice::attention(W.onde_ignored(count)));
    let same = (nothing && plan.is_readable()).then(|| match (plan.checks, plan.ignored) {
        (true, _) => Notice::success(W.onde_same()),
        (false, 0) => Notice::success(W.onde_same()).title(W.onde_nothing()),
        (false, _) => Notice::info(W.onde_nothing()),
    });
    [checks, unread, withheld, ignored, same].into_iter().flatten().collect()
}

fn file(file: &FileRead) -> FilePart {
    let used = (!file.used.is_empty()).then(|| W.columns_used(file.used.join(", ")));
    let passed = (!file.passed.is_empty()).then(|| W.columns_passed(file.passed.join(", ")));
    FilePart {
        name: run_line::name(&file.name),
        about: file.about.clone(),
        refused: file.refused,
        columns: [used, passed].into_iter().flatten().collect(),
    }
}

/// What the head answers: columns to ignore, arrivals, classes, groups; with the keys of the classes and of the groups.
fn choices(plan: &Plan) -> (Vec<Choice>, Vec<Hidden>) {
    let mut choices = Vec::new();
    let mut unknown: Vec<&String> = plan.files.iter().flat_map(|it| &it.unknown).collect();
    unknown.sort();
    unknown.dedup();
    if !unknown.is_empty() {
        let options = unknown.into_iter().map(|it| Opt::new(it, it)).collect();
        choices.push(Choice::checkboxes("ignorer", W.columns_to_ignore(), options).hint(W.columns_to_ignore_hint()));
    }
    let arrivals = plan.arrivals();
    if !plan.checks && !arrivals.is_empty() {
        let options = arrivals.iter().map(|it| {
            let hint = W.arrival_from(&it.from);
            Opt::new(it.person.to_string(), &it.name).hint(hint).checked(it.said)
        });
        choices.push(Choice::checkboxes("arrive", W.arrivals(), options.collect()).hint(W.arrivals_hint()));
    }
    let classes = plan.asked();
    let rooms = plan.rooms();
    let of_class = |(rank, class): (usize, &Asked)| {
        let mut options = vec![Opt::new("", found(class)).checked(class.chosen.is_none())];
        options.extend(rooms.iter().map(|(id, name)| {
            let id = id.to_string();
            let chosen = class.chosen.as_deref() == Some(id.as_str());
            Opt::new(id, name).checked(chosen)
        }));
        let new = if plan.checks { W.class_of_none_chosen() } else { W.class_new() };
        let new = Some((NEW, new)).filter(|_| !class.is_new);
        for (value, label) in new.into_iter().chain([(IGNORED, W.class_ignored())]) {
            options.push(Opt::new(value, label).checked(class.chosen.as_deref() == Some(value)));
        }
        Choice::select(format!("classe_{rank}"), W.class_of_files(&class.label, class.pupils), options)
    };
    choices.extend(classes.iter().enumerate().map(of_class));
    let keys = classes.iter().enumerate().map(|(rank, it)| Hidden::new(format!("cle_{rank}"), &it.key));
    choices.extend(groups(plan));
    let asked = plan.named_groups().map(|it| Hidden::new("regroupement_vu", &it.key));
    let answered = Hidden::new(ANSWERED, "oui");
    (choices, keys.chain(asked).chain([answered]).collect())
}

/// Which groups of the files are groups of the school; nothing to answer when they name none.
fn groups(plan: &Plan) -> Option<Choice> {
    let options = plan.named_groups().map(|group| {
        let pupils = i64::try_from(group.pupils.len()).unwrap_or(i64::MAX);
        let hint = if group.circle.is_some() { W.group_open(pupils) } else { W.group_not_open(pupils) };
        Opt::new(&group.key, &group.name).hint(hint).checked(group.wanted)
    });
    let options: Vec<Opt> = options.collect();
    if options.is_empty() {
        return None;
    }
    Some(Choice::checkboxes("regroupement", W.groups_wanted(), options).hint(W.groups_wanted_hint()))
}

fn apply(plan: &Plan, problems: &Problems) -> ApplyPart {
    let count = i64::try_from(plan.leaving()).unwrap_or(i64::MAX);
    let leaving = || Checkbox::new("depart", W.onde_leaving(count)).error(problems.of("depart"));
    ApplyPart {
        seen: Hidden::new("vu", plan.digest()),
        leaving: plan.empties().then(leaving),
        button: Button::primary(W.onde_apply()).icon("fait"),
    }
}

fn table(list: &List) -> Table {
    let columns = list.columns.iter().map(Column::new).collect();
    let rows = list.rows.iter().map(|row| {
        let cells = list.columns.iter().zip(row).map(|(column, text)| cell(column, text));
        cells.collect::<Vec<_>>()
    });
    Table::new(W.list_counted(&list.title, list.rows.len()), columns, rows.collect())
}

/// A text of a list; the name of a file is shown as everywhere, for whoever sent it chose it.
fn cell(column: &str, text: &str) -> Cell {
    match column == W.column_file() {
        true => Cell::html(SafeHtml::of(&run_line::Names::one(text))),
        false => Cell::text(text),
    }
}

/// What the house takes a class for. The label over the list names the class already: said twice, it is cut on a phone.
fn found(class: &Asked) -> String {
    match class.found.as_deref() {
        None => W.class_by_itself().to_owned(),
        Some(name) if name == class.label => W.class_found_same().to_owned(),
        Some(name) => W.class_found(name),
    }
}
