//! Making the statement of a convention, again once it was cancelled; forgetting it when a signature was noted by mistake.

use super::due::{SumDue, SumId, of};
use crate::{
    Agreement, AgreementId, W,
    enrolment::{self, Enrolled},
    money::euros,
    step::{self, Verb},
    sum_due::{lines_for, total},
    sum_state::SumState,
};
use db::{Error, Result, Tx, args};
use school::AccountId;

/// Forgets the statement of a convention nobody was asked to pay yet: a signature was noted by mistake.
///
/// # Errors
/// [`Error::Conflict`] when it was sent to those who issue the titre.
pub async fn forget(tx: &mut Tx, agreement: AgreementId) -> Result<()> {
    let sent = "select count(*) as n from sum_due where agreement_id = $1 and requested_on is not null";
    if tx.count(sent, args![agreement]).await? > 0 {
        return Err(Error::Conflict);
    }
    let lines = "delete from sum_line where sum_id in (select id from sum_due where agreement_id = $1)";
    tx.change(lines, args![agreement]).await?;
    tx.change("delete from sum_due where agreement_id = $1", args![agreement]).await
}

/// Makes the statement of a convention from the schools on it: what it comes to is settled from then on. The one there is
/// stays as it is, unless it was cancelled.
///
/// # Errors
/// [`Error::Invalid`] beside `somme` when no school is on the convention, or it is not signed by both; [`Error::Conflict`]
/// when somebody made it meanwhile.
pub async fn create(tx: &mut Tx, agreement: &Agreement, by: Option<AccountId>) -> Result<SumDue> {
    let known = of(tx, agreement.id).await?;
    if let Some(known) = known.as_ref().filter(|it| it.state != SumState::Cancelled) {
        return Ok(known.clone());
    }
    if agreement.effective_on.is_none() {
        return Err(Error::invalid("somme", W.sum_before_signature()));
    }
    let schools = enrolment::of(tx, agreement.id).await?;
    let lines = lines_for(schools.into_iter().map(named), agreement.price_cents);
    if lines.is_empty() {
        return Err(Error::invalid("somme", W.sum_without_school()));
    }
    let id = match known {
        Some(cancelled) => begin_again(tx, &cancelled).await?,
        None => begin(tx, agreement).await?,
    };
    for line in &lines {
        tx.change(
            "insert into sum_line (sum_id, uai, label, amount_cents) values ($1, $2, $3, $4)",
            args![id, &line.uai, &line.label, line.amount_cents],
        )
        .await?;
    }
    step::record(tx, agreement.id, Verb::SumChanged, &W.sum_made(euros(total(&lines))), by).await?;
    of(tx, agreement.id).await?.ok_or(Error::NotFound)
}

fn named(school: Enrolled) -> (String, String) {
    let label = enrolment::label(&school);
    (school.uai, label)
}

async fn begin(tx: &mut Tx, agreement: &Agreement) -> Result<SumId> {
    let (id, now): (SumId, _) = (tx.id(), tx.now());
    tx.change(
        "insert into sum_due (id, agreement_id, year, academy, state, note, created_at, changed_at) \
         values ($1, $2, $3, $4, $5, '', $6, $6)",
        args![id, agreement.id, agreement.year, &agreement.academy, SumState::ToIssue, now],
    )
    .await?;
    Ok(id)
}

/// What the cancelled one said stays in what happened to the convention.
async fn begin_again(tx: &mut Tx, cancelled: &SumDue) -> Result<SumId> {
    let now = tx.now();
    tx.change("delete from sum_line where sum_id = $1", args![cancelled.id]).await?;
    let changed = tx
        .changed_rows(
            "update sum_due set state = $2, requested_on = null, titre_number = null, issued_on = null, \
             notified_on = null, contested_on = null, settled_on = null, note = '', created_at = $3, changed_at = $3 \
             where id = $1 and state = 'cancelled'",
            args![cancelled.id, SumState::ToIssue, now],
        )
        .await?;
    if changed == 1 { Ok(cancelled.id) } else { Err(Error::Conflict) }
}
