//! The proof of retention: what was erased, what is late.

use crate::schedule::{self, Schedule, Standing};
use commons::retention::{self, Rule, Run};
use db::{Moment, Result, Tx};
use jiff::civil::Date;

/// How far back the nights are listed, in days.
pub const LISTED_DAYS: i64 = 90;
/// How far back what was erased is summed.
pub const SUMMED_DAYS: i64 = 365;

/// What the page and the paper show.
#[derive(Debug)]
pub struct Proof {
    /// The times in force.
    pub schedule: Schedule,
    /// The last night of each rule.
    pub last: Vec<Run>,
    /// What each erased in a year.
    pub erased: Vec<(String, i64)>,
    /// The nights that did something.
    pub nights: Vec<Run>,
    /// When it was read.
    pub at: Moment,
}

impl Proof {
    /// Reads it.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn load(tx: &mut Tx, schedule: Schedule) -> Result<Self> {
        let at = tx.now();
        Ok(Self {
            schedule,
            last: retention::last_runs(tx).await?,
            erased: retention::erased_since(tx, at.plus_days(-SUMMED_DAYS)).await?,
            nights: retention::history(tx, at.plus_days(-LISTED_DAYS)).await?,
            at,
        })
    }

    /// The last night of a topic.
    pub fn last_of(&self, topic: &str) -> Option<&Run> {
        self.last.iter().find(|run| run.topic == topic)
    }

    /// How a rule stands.
    pub fn standing(&self, rule: &Rule) -> Standing {
        let last = self.last_of(rule.topic);
        schedule::standing(last, last.is_some_and(|run| self.left_before(run)), self.at)
    }

    /// Whether the night before one left something of the same topic.
    fn left_before(&self, run: &Run) -> bool {
        let before = run.day.parse::<Date>().ok().and_then(|day| day.yesterday().ok()).map(|day| day.to_string());
        let left = |it: &&Run| it.topic == run.topic && it.left_over.unwrap_or(0) > 0;
        self.nights.iter().filter(left).any(|it| Some(&it.day) == before.as_ref())
    }

    /// What a topic erased in a year.
    pub fn erased_of(&self, topic: &str) -> i64 {
        self.erased.iter().find(|(it, _)| it == topic).map_or(0, |(_, count)| *count)
    }

    /// The label of a topic; its name when no service declares it any more.
    pub fn label(&self, topic: &str) -> String {
        let known = self.schedule.rules().iter().find(|(rule, _)| rule.topic == topic);
        known.map_or_else(|| topic.to_owned(), |(rule, _)| (rule.label)().to_owned())
    }

    /// How many rules are late.
    pub fn late(&self) -> i64 {
        let standings = self.schedule.rules().iter().map(|(rule, _)| self.standing(rule));
        let late = standings.filter(|it| matches!(it, Standing::Late(_)));
        i64::try_from(late.count()).unwrap_or(i64::MAX)
    }
}
