//! The notebook of breaches of personal data (RGPD, articles 33 and 34): what happened, to whom, what was done, who was told.
//!
//! From the discovery on the CNIL is notified within 72 hours, unless there is no risk for people, which is reasoned. A
//! breach is never removed; each change is a row of its timeline ([`step`]).

pub mod act;
mod act_form;
pub mod clock;
mod entry;
pub mod form;
mod kind;
pub mod paper;
pub mod reminder;
pub mod step;

use crate::allowed;
use db::{Error, FromRow, Moment, Result, Tx, args, id};
use school::Viewer;

pub use kind::{Nature, Risk};

id! {
    /// A breach of personal data.
    DataBreachId
}

/// A breach.
#[derive(Debug, Clone, FromRow)]
pub struct DataBreach {
    /// The breach.
    pub id: DataBreachId,
    /// Its number in the notebook.
    pub number: i64,
    /// When it was discovered: the clock runs from here.
    pub discovered_at: Moment,
    /// When it happened, as far as it is known.
    pub happened: String,
    /// What was harmed, as words of [`Nature`] with spaces between.
    natures: String,
    /// What happened.
    pub story: String,
    /// Which people.
    pub people: String,
    /// How many, about.
    pub people_count: Option<i64>,
    /// Which data.
    pub data: String,
    /// How many records, about.
    pub records_count: Option<i64>,
    /// What is likely to follow.
    pub consequences: String,
    /// What was done, and will be.
    pub measures: String,
    /// What it may do to people.
    pub risk: Risk,
    /// When the CNIL was notified.
    pub notified_at: Option<Moment>,
    /// Under which reference.
    pub reference: Option<String>,
    /// Why later than 72 hours.
    pub late_reason: Option<String>,
    /// Why it was not notified.
    pub unnotified_reason: Option<String>,
    /// When people were told.
    pub told_at: Option<Moment>,
    /// How.
    pub told_how: Option<String>,
    /// Why they were not.
    pub untold_reason: Option<String>,
    /// When it was closed.
    pub closed_at: Option<Moment>,
    /// When it was entered.
    pub entered_at: Moment,
    /// Raised by each change: a form says which one it was filled in from.
    pub edition: i64,
}

/// One list of columns for the ways breaches are found.
macro_rules! select_breaches {
    ($condition:literal) => {
        concat!(
            "select id, number, discovered_at, happened, natures, story, people, people_count, data, records_count, ",
            "consequences, measures, risk, notified_at, reference, late_reason, unnotified_reason, told_at, told_how, ",
            "untold_reason, closed_at, entered_at, edition from data_breach ",
            $condition
        )
    };
}
pub(crate) use select_breaches;

impl DataBreach {
    /// A breach, for those who keep the notebook.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none, and for everybody else.
    pub async fn load(tx: &mut Tx, viewer: &Viewer, id: DataBreachId) -> Result<Self> {
        allowed::keeper(viewer)?;
        tx.one(select_breaches!("where id = $1"), args![id]).await
    }

    /// All of them, the latest first, for those who keep the notebook.
    ///
    /// # Errors
    /// [`Error::NotFound`] for everybody else.
    pub async fn all(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Self>> {
        allowed::keeper(viewer)?;
        tx.all(select_breaches!("order by number desc"), &[]).await
    }

    /// Those that are not closed, the oldest first.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn open(tx: &mut Tx) -> Result<Vec<Self>> {
        tx.all(select_breaches!("where closed_at is null order by discovered_at, id"), &[]).await
    }

    /// What was harmed.
    pub fn natures(&self) -> Vec<Nature> {
        self.natures.split(' ').filter_map(|word| Nature::try_from(word.to_owned()).ok()).collect()
    }

    /// Whether the CNIL was notified, or it was said why not.
    pub fn is_notification_settled(&self) -> bool {
        self.notified_at.is_some() || self.unnotified_reason.is_some()
    }

    /// Whether people were told, it was said why not, or nothing asks for it.
    pub fn is_telling_settled(&self) -> bool {
        self.risk != Risk::High || self.told_at.is_some() || self.untold_reason.is_some()
    }

    /// Refuses what comes after the closing.
    ///
    /// # Errors
    /// [`Error::Conflict`] once closed.
    pub fn still_open(&self) -> Result<()> {
        if self.closed_at.is_some() { Err(Error::Conflict) } else { Ok(()) }
    }
}
