//! Proposing a convention to its authority: what it says is frozen from then on.

use crate::{
    Agreement, Campaign, State, W, enrolling, enrolment,
    parties::Parties,
    step::{self, Verb},
    template,
};
use commons::audit::{self, Action};
use db::{Error, Result, Tx, args};
use school::Viewer;

/// Proposes a convention: its parties as they are called today, the articles in force, the tariff of its campaign. Proposing
/// a school its authority asked for confirms it.
///
/// # Errors
/// [`Error::Invalid`] when no school is on it; [`Error::Conflict`] when it was proposed already.
pub async fn propose(tx: &mut Tx, viewer: &Viewer, agreement: &Agreement) -> Result<()> {
    if agreement.state != State::Draft {
        return Err(Error::Conflict);
    }
    if enrolment::of(tx, agreement.id).await?.is_empty() {
        return Err(Error::invalid("ecoles", W.propose_no_school()));
    }
    enrolling::confirm(tx, agreement).await?;
    let template = template::in_force(tx).await?;
    let campaign = Campaign::find(tx, agreement.year).await?;
    let price = campaign.map_or(agreement.price_cents, |it| it.price_cents);
    let parties = Parties::today(tx, agreement).await?.frozen()?;
    let today = tx.now().day().to_string();
    agreement.turn(tx, State::Proposed).await?;
    tx.change(
        "update agreement set parties = $2, template = $3, price_cents = $4, proposed_on = $5 where id = $1",
        args![agreement.id, parties, template.version.version, price, &today],
    )
    .await?;
    step::record(tx, agreement.id, Verb::Proposed, &today, Some(viewer.account)).await?;
    let subject = Some(agreement.id.to_string());
    audit::write(tx, Some(viewer.account), Action::AgreementProposed, subject, Some(&agreement.number)).await
}
