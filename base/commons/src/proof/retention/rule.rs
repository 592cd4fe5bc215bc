//! What a rule is, and all those the services declare.

use crate::House;
use db::{Moment, Soon, Tx};
use std::sync::{Arc, OnceLock};

/// The most rows one statement erases.
pub const BATCH: i64 = 5_000;

/// How many rows are older than an instant.
pub type Count = for<'a> fn(&'a mut Tx, Moment) -> Soon<'a, i64>;

/// Erases some rows older than an instant, [`BATCH`] at most; tells how many, none when nothing is left that it can erase.
pub type Erase = for<'a> fn(&'a House, &'a mut Tx, Moment) -> Soon<'a, i64>;

/// How a rule counts and erases.
#[derive(Clone, Copy, Debug)]
pub enum Work {
    /// Two statements. `$1` is the instant; `$2`, in the second only, how many rows at most.
    Rows {
        /// Counts as `n`.
        count: &'static str,
        /// Erases.
        erase: &'static str,
    },
    /// What statements cannot say.
    Own {
        /// Counts.
        count: Count,
        /// Erases.
        erase: Erase,
    },
}

/// How long one kind of data is kept.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Its name, in the tables of settings and of proofs.
    pub topic: &'static str,
    /// What is kept, in the words of its service.
    pub label: fn() -> &'static str,
    /// From when time is counted, and why so long.
    pub why: fn() -> &'static str,
    /// How many days, unless the région chose otherwise.
    pub default_days: i64,
    /// The fewest days it may choose.
    pub least_days: i64,
    /// The most.
    pub most_days: i64,
    /// How it is done.
    pub work: Work,
}

/// The rules of all services, told once when the site opens. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Rules(Arc<OnceLock<Vec<Rule>>>);

impl Rules {
    /// Tells the rules. The first time counts: they do not change while the house is open.
    pub fn declare(&self, rules: Vec<Rule>) {
        // Told again, they are the same.
        let _ = self.0.set(rules);
    }

    /// All rules.
    pub fn all(&self) -> &[Rule] {
        self.0.get().map(Vec::as_slice).unwrap_or_default()
    }

    /// The rule of a topic.
    pub fn find(&self, topic: &str) -> Option<&Rule> {
        self.all().iter().find(|rule| rule.topic == topic)
    }
}
