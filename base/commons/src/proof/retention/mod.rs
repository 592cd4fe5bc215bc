//! How long data is kept: rules each service declares, times the région may choose within bounds, and their execution each
//! night with its proof (domain.md §6.3).
//!
//! A rule says what is past its time and erases it in batches, each a transaction of its own: nobody waits behind a long
//! deletion. What could not be erased is counted and shown: late is said, never hidden.

pub mod base;
mod proof;
mod rule;
mod run;

use db::{FromRow, Result, Tx, args};
use school::AccountId;

pub use proof::{Run, erased_since, history, last_runs};
pub use rule::{BATCH, Count, Erase, Rule, Rules, Work};
pub use run::run;

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
    tx.change(
        "insert into retention_setting (topic, days, set_at, set_by) values ($1, $2, $3, $4) \
         on conflict (topic) do update set days = excluded.days, set_at = excluded.set_at, set_by = excluded.set_by",
        args![rule.topic, days.clamp(rule.least_days, rule.most_days), now, by],
    )
    .await
}
