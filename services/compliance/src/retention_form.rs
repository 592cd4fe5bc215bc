//! The time somebody chooses for a rule.

use crate::W;
use commons::{
    audit::{self, Action},
    retention::{self, Rule},
};
use db::{Error, Result, Tx};
use school::Viewer;
use serde::Deserialize;

/// The form, as typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct RetentionForm {
    /// Which rule.
    pub regle: String,
    /// How many days.
    pub jours: String,
}

impl RetentionForm {
    /// The days typed, within the bounds of the rule.
    ///
    /// # Errors
    /// [`Error::Invalid`] beside the field.
    pub fn check(&self, rule: &Rule) -> Result<i64> {
        let days = self.jours.trim().parse::<i64>().ok();
        let allowed = days.filter(|days| (rule.least_days..=rule.most_days).contains(days));
        allowed.ok_or_else(|| Error::invalid("jours", W.retention_bounds(rule.least_days, rule.most_days)))
    }
}

/// Chooses the time of a rule, and notes what it was.
///
/// # Errors
/// A fault of the database.
pub async fn choose(tx: &mut Tx, viewer: &Viewer, rule: &Rule, days: i64) -> Result<()> {
    let before = retention::schedule(tx, &[*rule]).await?.pop().map_or(rule.default_days, |it| it.1);
    if before == days {
        return Ok(());
    }
    retention::set(tx, rule, days, viewer.account).await?;
    let detail = format!("{} : {before} → {days}", rule.topic);
    audit::write(tx, Some(viewer.account), Action::RetentionChanged, None, Some(&detail)).await
}
