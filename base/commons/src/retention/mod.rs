//! How long data is kept: rules each service declares, times the région may choose within bounds, and their execution each
//! night with its proof (domain.md §6.3).
//!
//! A rule says what is past its time and erases it in batches, each a transaction of its own: nobody waits behind a long
//! deletion. What could not be erased is counted and shown: late is said, never hidden.

pub mod base;
mod run;

use crate::House;
use db::{FromRow, Moment, Result, Tx, args};
use school::AccountId;
use std::{
    future::Future,
    pin::Pin,
    sync::{Arc, OnceLock},
};

pub use run::{Run, erased_since, history, last_runs, run};

/// The most rows one statement erases.
pub const BATCH: i64 = 5_000;

/// A number answered in time.
pub type Counted<'a> = Pin<Box<dyn Future<Output = Result<i64>> + Send + 'a>>;

/// How many rows are older than an instant.
pub type Count = for<'a> fn(&'a mut Tx, Moment) -> Counted<'a>;

/// Erases some rows older than an instant, [`BATCH`] at most; tells how many, none when nothing is left that it can erase.
pub type Erase = for<'a> fn(&'a House, &'a mut Tx, Moment) -> Counted<'a>;

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
    /// A statement that counts as `n`: erasing is not this house's to do by itself.
    CountOnly(&'static str),
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

#[derive(FromRow)]
struct Setting {
    topic: String,
    days: i64,
}

/// How many days each rule keeps its data, in the order of the rules.
///
/// # Errors
/// A fault of the database.
pub async fn schedule(tx: &mut Tx, rules: &[Rule]) -> Result<Vec<(Rule, i64)>> {
    let settings: Vec<Setting> = tx.all("select topic, days from retention_setting", &[]).await?;
    let days = |rule: &Rule| {
        let set = settings.iter().find(|it| it.topic == rule.topic).map(|it| it.days);
        // Bounds may have narrowed since it was chosen.
        set.map_or(rule.default_days, |days| days.clamp(rule.least_days, rule.most_days))
    };
    Ok(rules.iter().map(|rule| (*rule, days(rule))).collect())
}

/// Chooses for how many days a rule keeps its data. Whoever asks has checked the bounds.
///
/// # Errors
/// A fault of the database.
pub async fn set(tx: &mut Tx, rule: &Rule, days: i64, by: AccountId) -> Result<()> {
    let now = tx.now();
    tx.run(
        "insert into retention_setting (topic, days, set_at, set_by) values ($1, $2, $3, $4) \
         on conflict (topic) do update set days = excluded.days, set_at = excluded.set_at, set_by = excluded.set_by",
        args![rule.topic, days.clamp(rule.least_days, rule.most_days), now, by],
    )
    .await
    .map(drop)
}
