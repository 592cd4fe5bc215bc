//! The titres of the demonstration: what communes owe for their conventions, followed until it is paid, contested or let go.

use super::office::Office;
use agreements::{Agreement, AgreementId, sum_due, sum_form::Change, sum_state::SumState};
use db::{Error, Result, Tx};
use jiff::civil::Date;
use school::Viewer;

/// Has some titres go on to another state on a day.
pub(super) async fn follow(
    office: &Office<'_>,
    day: Date,
    steps: impl Iterator<Item = (AgreementId, SumState)>,
) -> Result<()> {
    let (mut tx, viewer) = office.open(day).await?;
    for (id, to) in steps {
        change(&mut tx, &viewer, id, to).await?;
    }
    tx.commit().await
}

async fn change(tx: &mut Tx, viewer: &Viewer, id: AgreementId, to: SumState) -> Result<()> {
    let agreement = Agreement::managed(tx, viewer, id).await?;
    let sum = sum_due::of(tx, id).await?.ok_or(Error::NotFound)?;
    let titre = if to == SumState::Issued { format!("T {}", agreement.number) } else { String::new() };
    let note = match to {
        SumState::Contested => "La commune demande pourquoi une école fermée en août est comptée.",
        SumState::Remitted => "Remise accordée : les travaux de l’école ont empêché son raccordement toute l’année.",
        SumState::ToIssue
        | SumState::Requested
        | SumState::Issued
        | SumState::Notified
        | SumState::Paid
        | SumState::Cancelled => "",
    };
    let change = Change { to, on: tx.now().day(), titre, note: note.to_owned() };
    sum.change(tx, &change, viewer.account).await
}
