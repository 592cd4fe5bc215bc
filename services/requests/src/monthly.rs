//! The table of a month, for the council of a school or of a commune: how many requests, where they stand, how long they
//! took. Counts alone: nothing that was typed about anybody.

use crate::{W, clock, reach::Reach, request::State};
use db::{FromRow, Moment, Result, Tx, Uuid, args};
use jiff::civil::Date;
use school::SchoolId;

pub use crate::month::Month;

#[derive(FromRow)]
struct Row {
    procedure: String,
    label: String,
    school_id: SchoolId,
    school_name: String,
    state: State,
    due_on: String,
    deadline: Option<String>,
    created_at: Moment,
    done_at: Option<Moment>,
}

/// Requests counted together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What they have in common.
    pub label: String,
    /// How many there are.
    pub all: i64,
    /// How many stand where, in the order of [`State::ALL`].
    pub states: Vec<i64>,
    /// After how many days they were done, on average; none when none was.
    pub mean_days: Option<i64>,
    /// How many were done after the end of their delay, or are awaited since.
    pub late: i64,
}

/// The table of a month.
#[derive(Debug, Clone)]
pub struct Monthly {
    /// The month.
    pub month: Month,
    /// Whose table it is.
    pub place: String,
    /// All requests of the month.
    pub whole: Group,
    /// By kind.
    pub kinds: Vec<Group>,
    /// By school; empty for one alone.
    pub schools: Vec<Group>,
}

macro_rules! of_month {
    ($reach:literal) => {
        concat!(
            "select r.procedure, r.label, r.school_id, s.name as school_name, r.state, r.due_on, r.deadline, ",
            "r.created_at, r.done_at from town_request r join school s on s.id = r.school_id where ",
            $reach,
            " and r.created_at >= $2 and r.created_at < $3 and (not $4 or r.school_id = $5) order by r.created_at, r.id"
        )
    };
}

/// Counts what was asked in a month, all of a reach or one school of it.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, reach: &Reach, month: Month, school: Option<SchoolId>, place: String) -> Result<Monthly> {
    let today = tx.now().day();
    let (from, until) = month.instants();
    let statement = match reach {
        Reach::Schools(_) => of_month!("r.school_id in (select unhex(value) from json_each($1))"),
        Reach::Scopes(_) => of_month!("r.scope in (select value from json_each($1))"),
    };
    let one = school.unwrap_or(SchoolId(Uuid::nil()));
    let rows: Vec<Row> = tx.all(statement, args![reach.bound(), from, until, school.is_some(), one]).await?;
    let everything: Vec<&Row> = rows.iter().collect();
    let kinds = groups(&rows, |row| row.procedure.clone(), |row| row.label.clone(), today);
    let schools = groups(&rows, |row| row.school_id.to_string(), |row| row.school_name.clone(), today);
    Ok(Monthly {
        month,
        place,
        whole: Group::of(W.whole().to_owned(), &everything, today),
        kinds,
        schools: if schools.len() > 1 { schools } else { Vec::new() },
    })
}

/// The rows parted by a key, each part under the label of its last row, by label.
fn groups(rows: &[Row], key: fn(&Row) -> String, label: fn(&Row) -> String, today: Date) -> Vec<Group> {
    let mut keys: Vec<String> = rows.iter().map(key).collect();
    keys.sort();
    keys.dedup();
    let part = |wanted: &String| {
        let those: Vec<&Row> = rows.iter().filter(|row| key(row) == *wanted).collect();
        Group::of(those.last().map(|row| label(row)).unwrap_or_default(), &those, today)
    };
    let mut groups: Vec<Group> = keys.iter().map(part).collect();
    groups.sort_by_key(|group| db::fold(&group.label));
    groups
}

impl Row {
    fn is_late(&self, today: Date) -> bool {
        let end = match self.state {
            State::Done => clock::read(&self.due_on),
            State::Received | State::InProgress | State::Planned => self.deadline.as_deref().and_then(clock::read),
            State::Waiting | State::Refused => None,
        };
        end.is_some_and(|end| end < self.done_at.map_or(today, Moment::day))
    }

    fn days(&self) -> Option<i64> {
        self.done_at.map(|done| clock::days_between(self.created_at.day(), done.day()))
    }
}

impl Group {
    fn of(label: String, rows: &[&Row], today: Date) -> Self {
        let count = |wanted: &dyn Fn(&Row) -> bool| number(rows.iter().filter(|row| wanted(row)).count());
        let days: Vec<i64> = rows.iter().filter_map(|row| row.days()).collect();
        Self {
            label,
            all: number(rows.len()),
            states: State::ALL.iter().map(|state| count(&|row: &Row| row.state == *state)).collect(),
            mean_days: mean(&days),
            late: count(&|row: &Row| row.is_late(today)),
        }
    }

    /// The average delay in words; a dash when nothing was done.
    pub fn mean_words(&self) -> String {
        self.mean_days.map_or_else(|| W.no_delay().to_owned(), |days| W.in_days(days))
    }

    /// A row of the table, after its label.
    pub fn cells(&self) -> Vec<String> {
        let counts = [self.all].into_iter().chain(self.states.iter().copied()).map(|n| n.to_string());
        counts.chain([self.mean_words(), self.late.to_string()]).collect()
    }
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// The average of some counts, to the nearest.
fn mean(values: &[i64]) -> Option<i64> {
    let count = number(values.len());
    (count > 0).then(|| (values.iter().sum::<i64>() + count / 2) / count)
}

/// The heads of the columns, after the first.
pub fn heads() -> Vec<&'static str> {
    let states = State::ALL.iter().map(|state| state.word());
    [W.total()].into_iter().chain(states).chain([W.mean_delay(), W.late()]).collect()
}

#[cfg(test)]
mod tests {
    use super::mean;

    #[test]
    fn the_average_is_to_the_nearest() {
        assert_eq!((mean(&[]), mean(&[3]), mean(&[1, 2]), mean(&[1, 1, 2])), (None, Some(3), Some(2), Some(1)));
    }
}
