//! A group of requests in figures: how many, of which kind, how soon answered, how found.

use crate::{
    W,
    request::{HelpKind, Rating, State},
};
use db::{FromRow, Moment};

/// A request, as it is counted.
#[derive(FromRow)]
pub(crate) struct Row {
    pub(crate) kind: HelpKind,
    pub(crate) state: State,
    pub(crate) department: Option<String>,
    pub(crate) district: Option<String>,
    pub(crate) rating: Option<String>,
    pub(crate) created_at: Moment,
    pub(crate) first_answer_at: Option<Moment>,
}

/// A group of requests: all of them, a circonscription, a département.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What it is.
    pub label: String,
    /// How many there are.
    pub all: i64,
    /// How many of them are incidents.
    pub incidents: i64,
    /// How many are still open.
    pub open: i64,
    /// The median delay before the first answer, in minutes; none when nothing was answered.
    pub delay: Option<i64>,
    /// How many authors said it helped, in part, or not.
    pub ratings: [i64; 3],
}

impl Group {
    pub(crate) fn of(label: String, rows: &[&Row]) -> Self {
        let count = |wanted: &dyn Fn(&Row) -> bool| number(rows.iter().filter(|row| wanted(row)).count());
        let rated = |rating: Rating| count(&|row: &Row| row.rating.as_deref() == Some(rating.as_str()));
        let delays = rows.iter().filter_map(|row| Some((row.first_answer_at?.0 - row.created_at.0) / 60_000)).collect();
        Self {
            label,
            all: number(rows.len()),
            incidents: count(&|row: &Row| row.kind == HelpKind::Incident),
            open: count(&|row: &Row| row.state.is_open()),
            delay: median(delays),
            ratings: [rated(Rating::Good), rated(Rating::Fair), rated(Rating::Poor)],
        }
    }

    /// « 35 min », « 4 h », « 3 jours », or that nothing was answered.
    pub fn delay_words(&self) -> String {
        match self.delay {
            None => W.delay_none().to_owned(),
            Some(minutes @ ..120) => W.delay_minutes(minutes),
            Some(minutes @ 120..2880) => W.delay_hours(minutes / 60),
            Some(minutes) => W.delay_days(minutes / 1440),
        }
    }
}

pub(crate) fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// The middle of some values, the lower of two.
fn median(mut values: Vec<i64>) -> Option<i64> {
    values.sort_unstable();
    values.get(values.len().saturating_sub(1) / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::median;

    #[test]
    fn the_median_is_a_value_that_was_there() {
        for (values, expected) in
            [(vec![], None), (vec![5], Some(5)), (vec![9, 1], Some(1)), (vec![3, 1, 100], Some(3))]
        {
            assert_eq!(median(values), expected);
        }
    }
}
