//! What an authority owes for a convention: an *état des sommes à titrer*, a line per school.
//!
//! The lines are frozen when the statement is made; the total is always their sum, kept nowhere. There is no proration, and
//! what was received is never given back (convention, articles 4 and 11).

use crate::{
    AgreementId, W,
    step::{self, Verb},
    sum_form::Change,
    sum_state::SumState,
};
use commons::audit::{self, Action};
use db::{Day, Error, FromRow, Moment, Result, Tx, args, id};
use jiff::civil::Date;
use school::AccountId;

pub use super::{
    line::{SumLine, lines_for, total},
    making::{create, forget},
};

id! {
    /// A statement of what is due.
    SumId
}

/// A statement of what is due.
#[derive(Debug, Clone, FromRow)]
pub struct SumDue {
    /// The statement.
    pub id: SumId,
    /// Its convention.
    pub agreement_id: AgreementId,
    /// Where its titre stands.
    pub state: SumState,
    /// The day it was sent to those who have titres issued.
    pub requested_on: Option<Day>,
    /// The number of the titre.
    pub titre_number: Option<String>,
    /// The day the titre was issued.
    pub issued_on: Option<Day>,
    /// The day the authority received it.
    pub notified_on: Option<Day>,
    /// The day it was contested.
    pub contested_on: Option<Day>,
    /// The day it was paid, let go or cancelled.
    pub settled_on: Option<Day>,
    /// What is to be known about it.
    pub note: String,
    /// Since when it is.
    pub created_at: Moment,
    /// Its lines, by national code.
    #[sqlx(skip)]
    pub lines: Vec<SumLine>,
}

impl SumDue {
    /// What is due, in cents.
    pub fn total(&self) -> i64 {
        total(&self.lines)
    }

    /// The last day of what happened to it.
    pub fn last_day(&self) -> Option<Date> {
        let days = [&self.requested_on, &self.issued_on, &self.notified_on, &self.contested_on, &self.settled_on];
        days.into_iter().flatten().filter_map(Day::date).max()
    }

    /// Has its titre go on to another state.
    ///
    /// # Errors
    /// [`Error::Conflict`] when somebody changed it meanwhile.
    pub async fn change(&self, tx: &mut Tx, change: &Change, by: AccountId) -> Result<()> {
        let next = self.clone().after(change);
        let now = tx.now();
        let changed = tx
            .changed_rows(
                "update sum_due set state = $3, requested_on = $4, titre_number = $5, issued_on = $6, notified_on = $7, \
                 contested_on = $8, settled_on = $9, note = $10, changed_at = $11 where id = $1 and state = $2",
                args![
                    self.id,
                    self.state,
                    next.state,
                    next.requested_on,
                    next.titre_number,
                    next.issued_on,
                    next.notified_on,
                    next.contested_on,
                    next.settled_on,
                    &next.note,
                    now
                ],
            )
            .await?;
        if changed != 1 {
            return Err(Error::Conflict);
        }
        let verb = if change.to == SumState::Requested { Verb::SumRequested } else { Verb::SumChanged };
        let detail = W.sum_step(change.to.word(), web::dates::date(change.on));
        step::record(tx, self.agreement_id, verb, &detail, Some(by)).await?;
        follow(tx, self.agreement_id, change.to, by).await
    }

    fn after(mut self, change: &Change) -> Self {
        let on = Some(Day::from(change.on));
        self.state = change.to;
        if !change.note.is_empty() {
            self.note.clone_from(&change.note);
        }
        match change.to {
            SumState::ToIssue => {}
            SumState::Requested => self.requested_on = on,
            SumState::Issued => {
                self.issued_on = on;
                self.titre_number = Some(change.titre.clone());
            }
            SumState::Notified => self.notified_on = on,
            SumState::Contested => self.contested_on = on,
            SumState::Paid | SumState::Remitted | SumState::Cancelled => self.settled_on = on,
        }
        self
    }
}

async fn follow(tx: &mut Tx, agreement: AgreementId, state: SumState, by: AccountId) -> Result<()> {
    let subject = Some(agreement.to_string());
    audit::write(tx, Some(by), Action::SumFollowed, subject, Some(state.as_str())).await
}

/// The statement of a convention, when it was made. For those who loaded the convention.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, agreement: AgreementId) -> Result<Option<SumDue>> {
    let found: Option<SumDue> = tx
        .first(
            "select id, agreement_id, state, requested_on, titre_number, issued_on, notified_on, contested_on, \
             settled_on, note, created_at from sum_due where agreement_id = $1",
            args![agreement],
        )
        .await?;
    let Some(mut sum) = found else { return Ok(None) };
    sum.lines =
        tx.all("select uai, label, amount_cents from sum_line where sum_id = $1 order by uai", args![sum.id]).await?;
    Ok(Some(sum))
}

/// Whether the schools of a convention may no longer change: a statement says what is due for them. Cancelling it opens the
/// list again.
///
/// # Errors
/// A fault of the database.
pub async fn is_billed(tx: &mut Tx, agreement: AgreementId) -> Result<bool> {
    let statement = "select count(*) as n from sum_due where agreement_id = $1 and state <> 'cancelled'";
    Ok(tx.count(statement, args![agreement]).await? > 0)
}
