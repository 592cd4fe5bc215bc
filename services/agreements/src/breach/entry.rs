//! Entering what a party did about a breach: the rows, the state of the convention, what happened to it, in one transaction.

use crate::{
    Agreement, State, W,
    agreement::Party,
    breach::{Breach, BreachId, Case, Outcome},
    breach_form::{Act, Entry},
    deadline,
    step::{self, Verb},
};
use commons::{
    audit::{self, Action},
    paper::{self, Judged},
};
use db::{Day, Error, Result, Tx, args};
use jiff::civil::Date;
use school::AccountId;
use web::dates;

/// Enters what was judged, with the scans that came with it.
///
/// # Errors
/// [`Error::Conflict`] when somebody changed the convention meanwhile.
pub async fn enter(tx: &mut Tx, case: &Case, act: Act, entry: &Entry, scans: &[Judged], by: AccountId) -> Result<()> {
    let agreement = &case.agreement;
    let breach = match (entry, &case.breach) {
        (Entry::Notice { by: party, on, received, grievances }, _) => {
            give_notice(tx, agreement, *party, *on, *received, grievances, by).await?
        }
        (_, None) => return Err(Error::NotFound),
        (entry, Some(breach)) => {
            go_on(tx, agreement, breach, entry, by).await?;
            breach.id
        }
    };
    for scan in scans {
        paper::keep(tx, breach.0, act.slug(), scan, Some(by)).await?;
    }
    let subject = Some(agreement.id.to_string());
    audit::write(tx, Some(by), Action::BreachEntered, subject, Some(act.slug())).await
}

async fn give_notice(
    tx: &mut Tx,
    agreement: &Agreement,
    party: Party,
    on: Date,
    received: Option<Date>,
    grievances: &str,
    by: AccountId,
) -> Result<BreachId> {
    let (id, now): (BreachId, _) = (tx.id(), tx.now());
    agreement.turn(tx, State::Notice).await?;
    tx.change(
        "insert into breach (id, agreement_id, by_party, grievances, notice_on, notice_received_on, entered_at, \
         entered_by) values ($1, $2, $3, $4, $5, $6, $7, $8)",
        args![id, agreement.id, party, grievances, Day::from(on), received.map(Day::from), now, by],
    )
    .await?;
    let detail = W.breach_step_notice(party.as_str(), dates::date(on));
    step::record(tx, agreement.id, Verb::NoticeGiven, &detail, Some(by)).await?;
    Ok(id)
}

async fn go_on(tx: &mut Tx, agreement: &Agreement, breach: &Breach, entry: &Entry, by: AccountId) -> Result<()> {
    match entry {
        Entry::Notice { .. } => Ok(()),
        Entry::Receipt(on) => {
            tx.change("update breach set notice_received_on = $2 where id = $1", args![breach.id, Day::from(*on)]).await
        }
        Entry::Conciliation(on, outcome) => conciliate(tx, agreement, breach, *on, *outcome, by).await,
        Entry::Settlement(on) => {
            settle(tx, agreement, breach, *on).await?;
            step::record(tx, agreement.id, Verb::Settled, &dates::date(*on), Some(by)).await
        }
        Entry::Termination(on, reasons) => terminate(tx, agreement, breach, *on, reasons, by).await,
        Entry::Court(on) => go_to_court(tx, agreement, breach, *on, by).await,
    }
}

async fn conciliate(
    tx: &mut Tx,
    agreement: &Agreement,
    breach: &Breach,
    on: Date,
    outcome: Option<Outcome>,
    by: AccountId,
) -> Result<()> {
    tx.change(
        "update breach set conciliation_on = $2, conciliation_outcome = $3 where id = $1",
        args![breach.id, Day::from(on), outcome.map(Outcome::as_str)],
    )
    .await?;
    let detail = W.breach_step_conciliation(outcome.map_or("planned", Outcome::as_str), dates::date(on));
    step::record(tx, agreement.id, Verb::Conciliated, &detail, Some(by)).await?;
    match outcome {
        Some(Outcome::Agreed) => {
            settle(tx, agreement, breach, on).await?;
            step::record(tx, agreement.id, Verb::Settled, &dates::date(on), Some(by)).await
        }
        Some(Outcome::Failed) | None => agreement.turn(tx, State::Conciliation).await,
    }
}

/// The convention goes on.
async fn settle(tx: &mut Tx, agreement: &Agreement, breach: &Breach, on: Date) -> Result<()> {
    agreement.turn(tx, State::Active).await?;
    tx.change("update breach set settled_on = $2 where id = $1", args![breach.id, Day::from(on)]).await
}

/// The convention ends fifteen days after the letter; the night of that day turns its state.
async fn terminate(
    tx: &mut Tx,
    agreement: &Agreement,
    breach: &Breach,
    on: Date,
    reasons: &str,
    by: AccountId,
) -> Result<()> {
    agreement.turn(tx, State::TerminationNotice).await?;
    let ends = deadline::takes_effect(on);
    tx.change(
        "update breach set termination_on = $2, termination_reasons = $3 where id = $1",
        args![breach.id, Day::from(on), reasons],
    )
    .await?;
    tx.change(
        "update agreement set ended_on = $2, reason = $3 where id = $1",
        args![agreement.id, Day::from(ends), reasons],
    )
    .await?;
    let detail = W.breach_step_termination(dates::date(on), dates::date(ends));
    step::record(tx, agreement.id, Verb::TerminationSent, &detail, Some(by)).await
}

async fn go_to_court(tx: &mut Tx, agreement: &Agreement, breach: &Breach, on: Date, by: AccountId) -> Result<()> {
    let changed = tx
        .changed_rows(
            "update breach set court_on = $2 where id = $1 and court_on is null",
            args![breach.id, Day::from(on)],
        )
        .await?;
    if changed != 1 {
        return Err(Error::Conflict);
    }
    step::record(tx, agreement.id, Verb::WentToCourt, &dates::date(on), Some(by)).await
}
