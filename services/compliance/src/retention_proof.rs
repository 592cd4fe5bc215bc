//! The proof of retention: what was erased, what is late.

use crate::schedule::{self, Schedule};
use commons::retention::{self, Run};
use db::{Moment, Result, Tx};

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
        let standings =
            self.schedule.rules().iter().map(|(rule, _)| schedule::standing(rule, self.last_of(rule.topic), self.at));
        let late = standings.filter(|it| matches!(it, schedule::Standing::Late(_)));
        i64::try_from(late.count()).unwrap_or(i64::MAX)
    }
}
