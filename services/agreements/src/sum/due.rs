//! What an authority owes for a convention: an *état des sommes à titrer*, a line per school.
//!
//! The lines are frozen when the statement is made; the total is always their sum, kept nowhere. There is no proration, and
//! what was received is never given back (convention, articles 4 and 11).

use crate::{
    Agreement, AgreementId, W,
    enrolment::{self, Enrolled},
    money::euros,
    step::{self, Verb},
    sum_form::Change,
    sum_state::SumState,
};
use commons::audit::{self, Action};
use db::{Day, Error, FromRow, Moment, Result, Tx, args, id};
use jiff::civil::Date;
use school::AccountId;
use std::collections::BTreeMap;

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
    #[sqlx(try_from = "String")]
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

/// A line: what is due for a school.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct SumLine {
    /// The national code of the school.
    pub uai: String,
    /// The line of the annex: « 0310001H - MONTAUBRAC - 31 - E.P.PU LES TILLEULS ».
    pub label: String,
    /// What is due for it, in cents.
    pub amount_cents: i64,
}

/// What lines come to, in cents.
pub fn total(lines: &[SumLine]) -> i64 {
    lines.iter().map(|line| line.amount_cents).sum()
}

/// A line per school, each once, by national code: `(uai, label)`.
pub fn lines_for(schools: impl IntoIterator<Item = (String, String)>, price_cents: i64) -> Vec<SumLine> {
    let once: BTreeMap<String, String> = schools.into_iter().collect();
    once.into_iter().map(|(uai, label)| SumLine { uai, label, amount_cents: price_cents }).collect()
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
            .run(
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
    tx.run(lines, args![agreement]).await?;
    tx.run("delete from sum_due where agreement_id = $1", args![agreement]).await.map(drop)
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
        tx.run(
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
    tx.run(
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
    tx.run("delete from sum_line where sum_id = $1", args![cancelled.id]).await?;
    let changed = tx
        .run(
            "update sum_due set state = $2, requested_on = null, titre_number = null, issued_on = null, \
             notified_on = null, contested_on = null, settled_on = null, note = '', created_at = $3, changed_at = $3 \
             where id = $1 and state = 'cancelled'",
            args![cancelled.id, SumState::ToIssue, now],
        )
        .await?;
    if changed == 1 { Ok(cancelled.id) } else { Err(Error::Conflict) }
}

#[cfg(test)]
mod tests {
    use super::{lines_for, total};
    use proptest::prelude::*;

    fn any_schools() -> impl Strategy<Value = Vec<(String, String)>> {
        prop::collection::vec(("[0-9]{7}[A-Z]", "[A-Z .'-]{0,40}"), 0..60)
    }

    proptest! {
        #[test]
        fn the_total_is_the_sum_of_the_lines_and_as_many_times_the_price(schools in any_schools(), price in 0_i64..100_000) {
            let lines = lines_for(schools.clone(), price);
            let mut codes: Vec<&str> = schools.iter().map(|it| it.0.as_str()).collect();
            codes.sort_unstable();
            codes.dedup();
            prop_assert_eq!(lines.iter().map(|it| it.uai.as_str()).collect::<Vec<_>>(), codes, "each school once, by code");
            prop_assert_eq!(total(&lines), price * i64::try_from(lines.len()).unwrap_or(0));
        }
    }
}
