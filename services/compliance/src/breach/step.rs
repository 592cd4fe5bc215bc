//! The timeline of a breach: rows are added, never changed, never removed.

use super::DataBreachId;
use crate::W;
use commons::audit::{self, Action};
use db::{FromRow, Moment, Result, Tx, Uuid, args};
use school::{Viewer, text_enum};

text_enum! {
    /// What happened to a breach.
    Verb {
        /// It was entered.
        Entered = "entered",
        /// What is known of it was written again.
        Corrected = "corrected",
        /// Something was added.
        Noted = "noted",
        /// The CNIL was notified.
        Notified = "notified",
        /// It was said why the CNIL is not notified.
        NotNotified = "not-notified",
        /// People were told.
        Told = "told",
        /// It was said why people are not told.
        NotTold = "not-told",
        /// A reminder left 24 hours after the discovery.
        RemindedDay = "reminded-24",
        /// A reminder left 60 hours after the discovery.
        RemindedLast = "reminded-60",
        /// It was closed.
        Closed = "closed",
    }
}

/// A row of the timeline.
#[derive(Debug, Clone, FromRow)]
pub struct Step {
    /// What happened.
    pub verb: Verb,
    /// In words.
    pub detail: String,
    /// By whom; empty for the house.
    pub by_name: String,
    /// When.
    pub at: Moment,
}

impl Verb {
    /// Its word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Entered => W.step_entered(),
            Self::Corrected => W.step_corrected(),
            Self::Noted => W.step_noted(),
            Self::Notified => W.step_notified(),
            Self::NotNotified => W.step_not_notified(),
            Self::Told => W.step_told(),
            Self::NotTold => W.step_not_told(),
            Self::RemindedDay => W.step_reminded_day(),
            Self::RemindedLast => W.step_reminded_last(),
            Self::Closed => W.step_closed(),
        }
    }
}

/// Adds a row; somebody's act goes to the journal of sensitive actions too.
///
/// # Errors
/// A fault of the database.
pub async fn record(tx: &mut Tx, breach: DataBreachId, verb: Verb, detail: &str, by: Option<&Viewer>) -> Result<()> {
    let (id, now): (Uuid, _) = (tx.id(), tx.now());
    let name = by.map(Viewer::name).unwrap_or_default();
    tx.change(
        "insert into data_breach_step (id, breach_id, verb, detail, account_id, by_name, at) \
         values ($1, $2, $3, $4, $5, $6, $7)",
        args![id, breach, verb, detail, by.map(|it| it.account), name, now],
    )
    .await?;
    let Some(viewer) = by else { return Ok(()) };
    let action = if verb == Verb::Entered { Action::DataBreachEntered } else { Action::DataBreachFollowed };
    audit::write(tx, Some(viewer.account), action, Some(breach.to_string()), Some(verb.as_str())).await
}

/// The timeline of a breach, the oldest first. For those who loaded it.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, breach: DataBreachId) -> Result<Vec<Step>> {
    tx.all("select verb, detail, by_name, at from data_breach_step where breach_id = $1 order by at, id", args![breach])
        .await
}

/// Whether something happened to it already.
///
/// # Errors
/// A fault of the database.
pub async fn has(tx: &mut Tx, breach: DataBreachId, verb: Verb) -> Result<bool> {
    let count = tx
        .count("select count(*) as n from data_breach_step where breach_id = $1 and verb = $2", args![breach, verb])
        .await?;
    Ok(count > 0)
}
