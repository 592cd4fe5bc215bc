//! The decision of a council (*délibération*): its counts and its names as they were stated, nothing derived from them.

mod entering;
pub mod form;

use crate::{Agreement, AgreementId, State};
use db::{FromRow, Result, Tx, args};
use serde::{Deserialize, Serialize};

pub use entering::enter;

/// A decision.
#[derive(Debug, Clone, Default, PartialEq, Eq, FromRow)]
pub struct Decision {
    /// The number of the session: « 2022/08 ».
    pub session_number: String,
    /// The number of the decision: « 2022/08-13 ».
    pub number: String,
    /// Its theme.
    pub theme: String,
    /// The day of the session.
    pub held_on: String,
    /// The day its members were called.
    pub convened_on: Option<String>,
    /// Where it was held.
    pub place: String,
    /// Who was in the chair.
    pub chair: String,
    /// Its secretary.
    pub secretary: String,
    /// How many members the council has.
    pub members: Option<i64>,
    /// How many are in office.
    pub in_office: Option<i64>,
    /// How many were there.
    pub present: Option<i64>,
    /// How many were not.
    pub absent: Option<i64>,
    /// How many votes were cast.
    pub votes_cast: Option<i64>,
    /// How many for.
    pub votes_for: Option<i64>,
    /// How many against.
    pub votes_against: Option<i64>,
    /// How many abstained.
    pub abstained: Option<i64>,
    /// Whether it was adopted.
    pub adopted: bool,
    /// Whether it authorises who represents the authority to sign.
    pub authorises: bool,
    /// The amount it says, in cents.
    pub amount_cents: Option<i64>,
    /// The names as JSON: see [`Names`].
    pub names: String,
    /// The day its extract was certified.
    pub certified_on: Option<String>,
    /// The day the prefecture received it.
    pub received_on: Option<String>,
}

/// The names a decision lists. They may disagree with its counts: both are kept (domain.md §1.1).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Names {
    /// Those present.
    pub present: Vec<String>,
    /// Those absent.
    pub absent: Vec<String>,
    /// Those excused.
    pub excused: Vec<String>,
    /// Who gave a proxy, and to whom; an empty second name when it was not said.
    pub proxies: Vec<(String, String)>,
}

/// The decision about a convention, when one was entered. For those who loaded the convention.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, agreement: AgreementId) -> Result<Option<Decision>> {
    tx.first(
        "select session_number, number, theme, held_on, convened_on, place, chair, secretary, members, in_office, \
         present, absent, votes_cast, votes_for, votes_against, abstained, adopted, authorises, amount_cents, names, \
         certified_on, received_on from decision where agreement_id = $1",
        args![agreement],
    )
    .await
}

impl Decision {
    /// Whether it lets whoever represents the authority sign: it was adopted, and says so.
    pub fn lets_sign(&self) -> bool {
        self.adopted && self.authorises
    }

    /// The names it lists; none where they cannot be read.
    pub fn listed(&self) -> Names {
        serde_json::from_str(&self.names).unwrap_or_default()
    }
}

impl Agreement {
    /// Whether a decision about it may be entered or completed: the receipt of the prefecture may come after both signed.
    pub fn takes_decision(&self) -> bool {
        matches!(self.state, State::Proposed | State::SignedByOne) || self.state.covers()
    }
}

/// The word of the form for the outcome.
pub(crate) const fn outcome(adopted: bool) -> &'static str {
    if adopted { "adoptee" } else { "rejetee" }
}
