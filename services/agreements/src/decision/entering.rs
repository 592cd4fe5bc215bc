//! Entering the decision of a council, and what follows from it.

use super::{Decision, outcome};
use crate::{
    Agreement, W, day, ending,
    step::{self, Verb},
};
use commons::audit::{self, Action};
use db::{Error, Result, Tx, args};
use school::Viewer;

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
    if decision.adopted { Ok(()) } else { ending::refuse(tx, viewer, agreement, &detail).await }
}

async fn keep(tx: &mut Tx, viewer: &Viewer, agreement: &Agreement, decision: &Decision) -> Result<()> {
    let now = tx.now();
    tx.change(
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
