//! A convention that is not to be: refused by its authority, cancelled by the académie; and taken up again.

use crate::{
    Agreement, State, enrolment,
    step::{self, Verb},
};
use commons::audit::{self, Action};
use db::{Error, Result, Tx, args};
use school::{SchoolId, Viewer};
use web::reason;

impl Agreement {
    /// Whether its authority may still refuse it: it was proposed, and did not sign.
    pub fn may_be_refused(&self) -> bool {
        matches!(self.state, State::Proposed | State::SignedByOne) && self.authority_signed_on.is_none()
    }

    /// Whether the académie may cancel it: both did not sign.
    pub fn may_be_cancelled(&self) -> bool {
        matches!(self.state, State::Draft | State::Proposed | State::SignedByOne | State::Refused)
    }

    /// The day a party ended it, when that is before its term.
    pub fn ended_early(&self) -> Option<&str> {
        self.ended_on.as_deref().filter(|ended| *ended < self.ends_on.as_str())
    }

    /// Whether the académie may prepare it again: nobody signed, or it is not to be.
    pub fn may_be_prepared_again(&self) -> bool {
        matches!(self.state, State::Proposed | State::Refused | State::Cancelled)
    }
}

/// Notes that the authority refuses it.
///
/// # Errors
/// [`Error::Invalid`] without a reason; [`Error::Conflict`] when it is too late.
pub async fn refuse(tx: &mut Tx, viewer: &Viewer, agreement: &Agreement, typed: &str) -> Result<()> {
    let reason = reason::check(typed)?;
    if !agreement.may_be_refused() {
        return Err(Error::Conflict);
    }
    close(tx, viewer, agreement, State::Refused, reason).await
}

/// Cancels it; its schools are free for another convention.
///
/// # Errors
/// [`Error::Invalid`] without a reason; [`Error::Conflict`] when both signed.
pub async fn cancel(tx: &mut Tx, viewer: &Viewer, agreement: &Agreement, typed: &str) -> Result<()> {
    let reason = reason::check(typed)?;
    if !agreement.may_be_cancelled() {
        return Err(Error::Conflict);
    }
    close(tx, viewer, agreement, State::Cancelled, reason).await?;
    let now = tx.now();
    let freed: Vec<SchoolId> = tx
        .column(
            "update enrolment set withdrawn_at = $2 where agreement_id = $1 and withdrawn_at is null returning school_id",
            args![agreement.id, now],
        )
        .await?;
    tracing::debug!(schools = freed.len(), "schools of a cancelled convention are free");
    enrolment::recount(tx, agreement.id).await
}

async fn close(tx: &mut Tx, viewer: &Viewer, agreement: &Agreement, state: State, reason: &str) -> Result<()> {
    let (verb, action) = if state == State::Cancelled {
        (Verb::Cancelled, Action::AgreementCancelled)
    } else {
        (Verb::Refused, Action::AgreementRefused)
    };
    agreement.turn(tx, state).await?;
    tx.change("update agreement set reason = $2 where id = $1", args![agreement.id, reason]).await?;
    step::record(tx, agreement.id, verb, reason, Some(viewer.account)).await?;
    audit::write(tx, Some(viewer.account), action, Some(agreement.id.to_string()), Some(reason)).await
}

/// Prepares it again: what was frozen thaws, and what was decided or signed about a convention that was not to be goes.
///
/// # Errors
/// [`Error::Conflict`] when somebody signed it.
pub async fn prepare_again(tx: &mut Tx, viewer: &Viewer, agreement: &Agreement) -> Result<()> {
    if !agreement.may_be_prepared_again() {
        return Err(Error::Conflict);
    }
    agreement.turn(tx, State::Draft).await?;
    if agreement.state != State::Proposed {
        tx.change("delete from decision where agreement_id = $1", args![agreement.id]).await?;
        tx.change("delete from signature where agreement_id = $1", args![agreement.id]).await?;
    }
    tx.change(
        "update agreement set parties = null, proposed_on = null, academy_signed_on = null, authority_signed_on = null, \
         reason = null where id = $1",
        args![agreement.id],
    )
    .await?;
    step::record(tx, agreement.id, Verb::Prepared, "", Some(viewer.account)).await?;
    let subject = Some(agreement.id.to_string());
    audit::write(tx, Some(viewer.account), Action::AgreementPreparedAgain, subject, Some(agreement.state.as_str()))
        .await
}
