//! The schedule of retention as people read it: how long each kind of data is kept, and whether that is executed.

use crate::W;
use commons::{
    House,
    retention::{self, Rule, Run},
};
use db::{Moment, Result, Tx};

/// A night missed, and the day after it.
const LATE_SECONDS: i64 = 36 * 3600;

/// The times in force.
#[derive(Debug, Clone, Default)]
pub struct Schedule(Vec<(Rule, i64)>);

impl Schedule {
    /// Reads the times in force.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn load(tx: &mut Tx, house: &House) -> Result<Self> {
        Ok(Self(retention::schedule(tx, house.rules.all()).await?))
    }

    /// The rules with their days, in the order of the services.
    pub fn rules(&self) -> &[(Rule, i64)] {
        &self.0
    }

    /// « Sessions terminées : 1 jour », for a topic some service declares.
    pub fn line(&self, topic: &str) -> Option<String> {
        let (rule, days) = self.0.iter().find(|(rule, _)| rule.topic == topic)?;
        Some(W.schedule_line((rule.label)(), duration(*days)))
    }

    /// All of them.
    pub fn lines(&self) -> Vec<String> {
        self.0.iter().filter_map(|(rule, _)| self.line(rule.topic)).collect()
    }
}

/// What no rule erases, and why: said on the page, on paper and in the notice.
pub fn without_term() -> [&'static str; 6] {
    [
        W.without_classes(),
        W.without_messages(),
        W.without_protection(),
        W.without_town(),
        W.without_agreements(),
        W.without_registers(),
    ]
}

/// « 1 an », « 6 mois », « 45 jours ».
pub fn duration(days: i64) -> String {
    match days {
        days if days > 0 && days % 365 == 0 => W.years(days / 365),
        days if days >= 60 && days % 30 == 0 => W.months(days / 30),
        days => W.days(days),
    }
}

/// How a rule is executed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// No night has passed yet.
    NotYet,
    /// All that was past its time is gone.
    Done,
    /// So many are left by one night: the next goes on.
    GoesOn(i64),
    /// So many rows are past their time night after night, or the night has not come for too long.
    Late(i64),
}

/// How a rule stands after its last night; `again` when the night before left something too. What one night leaves is not late:
/// a house that has just begun has years to erase, and a journal that is not sealed yet.
pub fn standing(run: Option<&Run>, again: bool, now: Moment) -> Standing {
    let Some(run) = run else { return Standing::NotYet };
    let left = run.left_over.unwrap_or(0);
    let missed = run.at.plus_seconds(LATE_SECONDS) < now || run.left_over.is_none();
    match (missed, left) {
        (true, left) => Standing::Late(left),
        (false, left) if left > 0 && again => Standing::Late(left),
        (false, left) if left > 0 => Standing::GoesOn(left),
        (false, _) => Standing::Done,
    }
}

/// The words of a standing.
pub fn words(standing: Standing) -> String {
    match standing {
        Standing::NotYet => W.standing_not_yet().to_owned(),
        Standing::Done => W.standing_done().to_owned(),
        Standing::GoesOn(left) => W.standing_goes_on(left),
        Standing::Late(left) => W.standing_late(left),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_said_as_people_count_them() {
        for (days, said) in [(1, W.days(1)), (45, W.days(45)), (180, W.months(6)), (365, W.years(1)), (730, W.years(2))]
        {
            assert_eq!(duration(days), said, "{days}");
        }
    }
}
