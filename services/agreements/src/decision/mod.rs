//! The decision of a council (*délibération*): its counts and its names as they were stated, nothing derived from them.

pub mod form;

use crate::{
    Agreement, AgreementId, State, W, day,
    step::{self, Verb},
};
use commons::audit::{self, Action};
use db::{Error, FromRow, Result, Tx, args};
use school::Viewer;
use serde::{Deserialize, Serialize};

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

/// Enters a decision, or completes the one entered. A rejected one means that the authority refuses the convention.
///
/// # Errors
/// [`Error::Conflict`] when the convention takes none; [`Error::Invalid`] when the authority signed by this decision, and
/// what is typed would not authorise it any more.
pub async fn enter(tx: &mut Tx, viewer: &Viewer, agreement: &Agreement, decision: &Decision) -> Result<()> {
    if !agreement.takes_decision() {
        return Err(Error::Conflict);
    }
    if let Some(signed_on) = &agreement.authority_signed_on {
        let authorises = decision.adopted && decision.authorises && decision.held_on <= *signed_on;
        if !authorises {
            return Err(Error::invalid("issue", W.decision_signed_by_it(day::written(signed_on))));
        }
    }
    keep(tx, viewer, agreement, decision).await?;
    let detail = W.step_decided_detail(outcome(decision.adopted), day::written(&decision.held_on));
    step::record(tx, agreement.id, Verb::Decided, &detail, Some(viewer.account)).await?;
    let subject = Some(agreement.id.to_string());
    audit::write(tx, Some(viewer.account), Action::DecisionEntered, subject, Some(&decision.number)).await?;
    if decision.adopted { Ok(()) } else { crate::ending::refuse(tx, viewer, agreement, &detail).await }
}

/// The word of the form for the outcome.
pub(crate) const fn outcome(adopted: bool) -> &'static str {
    if adopted { "adoptee" } else { "rejetee" }
}

async fn keep(tx: &mut Tx, viewer: &Viewer, agreement: &Agreement, decision: &Decision) -> Result<()> {
    let now = tx.now();
    tx.run(
        KEEP,
        args![
            agreement.id,
            &decision.session_number,
            &decision.number,
            &decision.theme,
            &decision.held_on,
            decision.convened_on.as_deref(),
            &decision.place,
            &decision.chair,
            &decision.secretary,
            decision.members,
            decision.in_office,
            decision.present,
            decision.absent,
            decision.votes_cast,
            decision.votes_for,
            decision.votes_against,
            decision.abstained,
            decision.adopted,
            decision.authorises,
            decision.amount_cents,
            &decision.names,
            decision.certified_on.as_deref(),
            decision.received_on.as_deref(),
            now,
            viewer.account
        ],
    )
    .await
    .map(drop)
}

const KEEP: &str = "\
insert into decision (agreement_id, session_number, number, theme, held_on, convened_on, place, chair, secretary, members, \
    in_office, present, absent, votes_cast, votes_for, votes_against, abstained, adopted, authorises, amount_cents, names, \
    certified_on, received_on, entered_at, entered_by) \
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25) \
on conflict (agreement_id) do update set session_number = excluded.session_number, number = excluded.number, \
    theme = excluded.theme, held_on = excluded.held_on, convened_on = excluded.convened_on, place = excluded.place, \
    chair = excluded.chair, secretary = excluded.secretary, members = excluded.members, in_office = excluded.in_office, \
    present = excluded.present, absent = excluded.absent, votes_cast = excluded.votes_cast, \
    votes_for = excluded.votes_for, votes_against = excluded.votes_against, abstained = excluded.abstained, \
    adopted = excluded.adopted, authorises = excluded.authorises, amount_cents = excluded.amount_cents, \
    names = excluded.names, certified_on = excluded.certified_on, received_on = excluded.received_on, \
    entered_at = excluded.entered_at, entered_by = excluded.entered_by";
