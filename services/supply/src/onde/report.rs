//! What a plan says, for the page that shows it and for what is kept of it once it was applied.

use super::{
    adult::AdultPlan,
    known::Person,
    plan::Plan,
    pupil::{Change, PupilPlan, State},
    remark::Said,
};
use crate::{W, correction::Field};
use serde::{Deserialize, Serialize};

/// Figures and tables.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// How many of each.
    pub figures: Vec<(String, usize)>,
    /// Who.
    pub tables: Vec<List>,
    /// How many departures are noted.
    #[serde(default)]
    pub departures: usize,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct List {
    /// Its title.
    pub title: String,
    /// Its columns.
    pub columns: Vec<String>,
    /// Its rows, a text per column.
    pub rows: Vec<Vec<String>>,
}

impl List {
    fn new(title: &str, columns: &[&str], rows: impl Iterator<Item = Vec<String>>) -> Self {
        let columns = columns.iter().map(|it| (*it).to_owned()).collect();
        Self { title: title.to_owned(), columns, rows: rows.collect() }
    }
}

impl Report {
    /// What a plan says.
    pub fn of(plan: &Plan) -> Self {
        let tables = [
            said(plan, true),
            said(plan, false),
            pupils(plan, State::New, either(plan, W.list_not_in_directory(), W.list_new())),
            moved(plan),
            changed(plan),
            pupils(plan, State::Back, either(plan, W.list_left_in_directory(), W.list_back())),
            arrived(plan),
            gone(plan),
            new_adults(plan),
            changed_adults(plan),
            ended(plan),
            new_teachers(plan),
            groups(plan),
        ];
        Self {
            figures: figures(plan),
            tables: tables.into_iter().filter(|it| !it.rows.is_empty()).collect(),
            departures: if plan.checks { 0 } else { plan.leaving() },
        }
    }
}

/// What is compared has words of its own: nothing is going to change.
fn either(plan: &Plan, compared: &'static str, applied: &'static str) -> &'static str {
    if plan.checks { compared } else { applied }
}

fn figures(plan: &Plan) -> Vec<(String, usize)> {
    let count = |state: State| plan.pupils.iter().filter(|it| it.state == state).count();
    let all = [
        (either(plan, W.list_not_in_directory(), W.figure_new()), count(State::New)),
        (either(plan, W.list_other_class(), W.figure_moved()), count(State::Moved)),
        (either(plan, W.figure_differing(), W.figure_changed()), count(State::Changed)),
        (either(plan, W.list_left_in_directory(), W.figure_back()), count(State::Back)),
        (either(plan, W.list_elsewhere(), W.figure_proposed()), count(State::Proposed)),
        (W.figure_arrives(), count(State::Arrives)),
        (either(plan, W.list_not_in_onde(), W.figure_gone()), plan.leaving()),
        (either(plan, W.figure_agreeing(), W.figure_same()), count(State::Same)),
        (
            either(plan, W.figure_adults_unknown(), W.figure_adults_new()),
            plan.adults.iter().filter(|it| it.is_new()).count(),
        ),
        (
            either(plan, W.list_adults_differing(), W.figure_adults_changed()),
            plan.adults.iter().filter(|it| !it.is_new() && !it.changes.is_empty()).count(),
        ),
        (
            either(plan, W.figure_links_lacking(), W.figure_links()),
            plan.adults.iter().map(AdultPlan::links).sum::<usize>(),
        ),
        (either(plan, W.list_links_unknown(), W.figure_links_ended()), plan.ended.len()),
        (
            either(plan, W.list_teachers_unknown(), W.figure_teachers_new()),
            plan.teachers.iter().filter(|it| it.is_new()).count(),
        ),
        (W.figure_classes_new(), plan.new_classes()),
        (W.figure_groups(), plan.named_groups().filter(|it| it.wanted).count()),
        (W.figure_ignored(), plan.ignored),
        (W.figure_left_out(), plan.said.iter().filter(|it| it.left_out).count()),
    ];
    all.into_iter().filter(|it| it.1 > 0).map(|(label, figure)| (label.to_owned(), figure)).collect()
}

fn said(plan: &Plan, left_out: bool) -> List {
    let title = if left_out { W.list_left_out() } else { W.list_doubtful() };
    let columns =
        [W.column_line(), W.column_who(), W.column_remark(), W.column_column(), W.column_value(), W.column_file()];
    let row = |it: &Said| {
        vec![
            W.line_numbered(it.line),
            it.who.clone().unwrap_or_default(),
            it.text.clone(),
            it.column.clone().unwrap_or_default(),
            it.value.clone().unwrap_or_default(),
            it.file.clone(),
        ]
    };
    List::new(title, &columns, plan.said.iter().filter(|it| it.left_out == left_out).map(row))
}

fn of_state(plan: &Plan, state: State) -> impl Iterator<Item = &PupilPlan> {
    plan.pupils.iter().filter(move |it| it.state == state)
}

fn pupils(plan: &Plan, state: State, title: &str) -> List {
    let columns = [W.column_pupil(), W.column_birth_day(), W.column_class()];
    let row = |it: &PupilPlan| vec![it.listed(), day(it.birth_day()), class_after(plan, it)];
    List::new(title, &columns, of_state(plan, state).map(row))
}

fn moved(plan: &Plan) -> List {
    let before = either(plan, W.column_class_directory(), W.column_class_before());
    let after = either(plan, W.column_class_onde(), W.column_class_after());
    let columns = [W.column_pupil(), before, after];
    let row = |it: &PupilPlan| vec![it.listed(), it.classes_before.join(", "), class_after(plan, it)];
    List::new(either(plan, W.list_other_class(), W.list_moved()), &columns, of_state(plan, State::Moved).map(row))
}

/// Those whose class changes are told of what else does too.
fn changed(plan: &Plan) -> List {
    let known = plan.pupils.iter().filter(|it| it.is_taken() && it.from.is_none() && !it.changes.is_empty());
    List::new(
        either(plan, W.list_differing(), W.list_changed()),
        &[W.column_pupil(), W.column_changes()],
        known.map(|it| vec![it.listed(), worded(&it.changes)]),
    )
}

fn arrived(plan: &Plan) -> List {
    let columns = [W.column_pupil(), W.column_from(), W.column_class()];
    let row = |it: &PupilPlan| vec![it.listed(), it.from.clone().unwrap_or_default(), class_after(plan, it)];
    let (title, state) = match plan.checks {
        true => (W.list_elsewhere(), State::Proposed),
        false => (W.list_arrives(), State::Arrives),
    };
    List::new(title, &columns, of_state(plan, state).map(row))
}

fn gone(plan: &Plan) -> List {
    let title = either(plan, W.list_not_in_onde(), W.list_gone());
    let class = |id| plan.known.classes_of(id).iter().map(|it| it.name.clone()).collect::<Vec<_>>().join(", ");
    let rows = plan.gone.iter().map(|it| vec![it.listed(), day(it.birth_day.as_deref()), class(it.id)]);
    List::new(title, &[W.column_pupil(), W.column_birth_day(), W.column_class()], rows)
}

fn new_adults(plan: &Plan) -> List {
    let title = either(plan, W.list_adults_not_in_directory(), W.list_adults_new());
    let linked = plan.adults.iter().filter(|it| it.is_new() || it.links() > 0);
    let rows = linked.map(|it| vec![it.listed(), children(plan, it)]);
    List::new(title, &[W.column_adult(), W.column_children()], rows)
}

fn children(plan: &Plan, adult: &AdultPlan) -> String {
    let names = adult.children.iter().filter_map(|child| plan.child_name(*child));
    names.collect::<Vec<_>>().join(", ")
}

fn changed_adults(plan: &Plan) -> List {
    let changed = plan.adults.iter().filter(|it| !it.is_new() && !it.changes.is_empty());
    List::new(
        either(plan, W.list_adults_differing(), W.list_adults_changed()),
        &[W.column_adult(), W.column_changes()],
        changed.map(|it| vec![it.listed(), worded(&it.changes)]),
    )
}

fn ended(plan: &Plan) -> List {
    let rows = plan.ended.iter().map(|it| vec![it.names.0.clone(), it.names.1.clone()]);
    let title = either(plan, W.list_links_unknown(), W.list_links_ended());
    List::new(title, &[W.column_adult(), W.column_pupil()], rows)
}

fn new_teachers(plan: &Plan) -> List {
    let rows = plan.teachers.iter().filter(|it| it.is_new()).map(|it| vec![it.listed()]);
    let title = either(plan, W.list_teachers_unknown(), W.list_teachers_new());
    List::new(title, &[W.column_teacher()], rows)
}

/// The groups somebody joins or leaves, and those the head ends.
fn groups(plan: &Plan) -> List {
    let changed = plan.groups.iter().filter(|it| !it.joining.is_empty() || !it.leaving.is_empty() || it.ends());
    let rows = changed.map(|it| {
        let joining = it.joining.iter().map(|rank| plan.pupils[*rank].listed());
        let known = it.leaving.iter().filter_map(|id| plan.known.pupils.iter().find(|person| person.id == *id));
        let leaving = known.map(Person::listed);
        let name = if it.ends() { W.group_ends(&it.name) } else { it.name.clone() };
        vec![name, joining.collect::<Vec<_>>().join(", "), leaving.collect::<Vec<_>>().join(", ")]
    });
    List::new(W.list_groups(), &[W.column_group(), W.column_joining(), W.column_leaving()], rows)
}

fn class_after(plan: &Plan, pupil: &PupilPlan) -> String {
    plan.class_name(pupil).unwrap_or_else(|| pupil.classes_before.join(", "))
}

/// « Prénom : Zoe → Zoé ».
fn worded(changes: &[Change]) -> String {
    let texts = changes.iter().map(|it| match it.field {
        // How people are reached is not for a list: a child who is proposed has parents whom another school knows.
        Field::Contact | Field::Email => it.field.label().to_owned(),
        Field::BirthDay => W.change(it.field.label(), shown(&day(Some(&it.before))), shown(&day(Some(&it.after)))),
        Field::Level => {
            let level = super::class::level_label;
            W.change(it.field.label(), shown(level(&it.before)), shown(level(&it.after)))
        }
        Field::LastName
        | Field::FirstName
        | Field::Ine
        | Field::Civility
        | Field::Class
        | Field::Family
        | Field::Presence
        | Field::Other => W.change(it.field.label(), shown(&it.before), shown(&it.after)),
    });
    texts.collect::<Vec<_>>().join(" ; ")
}

fn shown(text: &str) -> &str {
    if text.is_empty() { W.nothing() } else { text }
}

/// A day as people write it.
fn day(iso: Option<&str>) -> String {
    let date = iso.and_then(|it| it.parse::<jiff::civil::Date>().ok());
    date.map(web::dates::date).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_somebody_is_reached_is_not_in_a_list() {
        let change = |field| Change { field, before: "a@example.org".to_owned(), after: "b@example.org".to_owned() };
        let said = worded(&[change(Field::Email), change(Field::Contact)]);
        assert!(!said.is_empty() && !said.contains('@'), "{said}");
        assert!(worded(&[change(Field::LastName)]).contains("a@example.org"));
    }
}
