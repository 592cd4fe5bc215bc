//! What happened to a convention, told to those who follow it.

use crate::AgreementId;
use db::{FromRow, Moment, Result, Tx, Uuid, args};
use school::{AccountId, text_enum};
use std::cmp::Reverse;

text_enum! {
    /// What happened.
    Verb {
        /// It was prepared.
        Prepared = "prepared",
        /// A school was put on it.
        SchoolAdded = "school-added",
        /// A school was taken off it.
        SchoolRemoved = "school-removed",
        /// It was proposed to the authority.
        Proposed = "proposed",
        /// The council's decision was entered.
        Decided = "decided",
        /// A party signed.
        Signed = "signed",
        /// It was refused.
        Refused = "refused",
        /// It was cancelled.
        Cancelled = "cancelled",
        /// Formal notice was given.
        NoticeGiven = "notice-given",
        /// Conciliation: a meeting, or its outcome.
        Conciliated = "conciliated",
        /// The parties agreed again.
        Settled = "settled",
        /// A party ends it.
        TerminationSent = "termination-sent",
        /// It ended.
        Ended = "ended",
        /// It went to court.
        WentToCourt = "went-to-court",
        /// The sum due was requested.
        SumRequested = "sum-requested",
        /// The state of the titre changed.
        SumChanged = "sum-changed",
        /// A reminder left.
        Reminded = "reminded",
        /// A paper was added.
        PaperAdded = "paper-added",
        /// Its next year was prepared.
        Renewed = "renewed",
        /// A signature noted by mistake was taken back.
        SignatureTakenBack = "signature-taken-back",
    }
}

/// A step.
#[derive(Debug, Clone, FromRow)]
pub struct Step {
    /// What happened.
    pub verb: Verb,
    /// With which words: a date, a school, a reason.
    pub detail: String,
    /// When.
    pub at: Moment,
    /// Who did it; the house itself for none.
    pub who: Option<String>,
}

/// Notes what happened, on the line after the change it is about.
///
/// # Errors
/// A fault of the database.
pub async fn record(
    tx: &mut Tx,
    agreement: AgreementId,
    verb: Verb,
    detail: &str,
    by: Option<AccountId>,
) -> Result<()> {
    let (id, now): (Uuid, _) = (tx.id(), tx.now());
    tx.change(
        "insert into agreement_step (id, agreement_id, verb, detail, at, account_id) values ($1, $2, $3, $4, $5, $6)",
        args![id, agreement, verb, detail, now, by],
    )
    .await
}

/// What happened to a convention, the latest first. For those who loaded it.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, agreement: AgreementId) -> Result<Vec<Step>> {
    let mut steps: Vec<Step> = tx
        .all(
            "select s.verb, s.detail, s.at, \
             coalesce(a.name, (select min(p.first_name || ' ' || p.last_name) from account_person h \
                 join person p on p.id = h.person_id where h.account_id = a.id), a.login) as who \
             from agreement_step s left join account a on a.id = s.account_id \
             where s.agreement_id = $1 order by s.at desc, s.id desc",
            args![agreement],
        )
        .await?;
    // What one act writes has one hour: it is told in the order things happen to a convention.
    steps.sort_by_key(|it| Reverse((it.at.0, it.verb)));
    Ok(steps)
}
