//! A breach of a convention (article 11): formal notice, conciliation within a month, termination, court.
//!
//! Days are those the parties state; deadlines are worked out from them ([`deadline`]). What was received is never given
//! back, whatever happens here.

mod act;
pub mod entry;
pub mod form;
pub mod letter;
pub mod reminder;

use crate::{Agreement, AgreementId, State, agreement::Party, deadline};
use db::{Day, FromRow, Moment, Result, Tx, args, id};
use jiff::civil::Date;
use school::text_enum;

id! {
    /// A breach.
    BreachId
}

text_enum! {
    /// What conciliation came to.
    Outcome {
        /// The parties agree again.
        Agreed = "agreed",
        /// They do not.
        Failed = "failed",
    }
}

/// A breach.
#[derive(Debug, Clone, FromRow)]
pub struct Breach {
    /// The breach.
    pub id: BreachId,
    /// The convention.
    pub agreement_id: AgreementId,
    /// Who gave formal notice.
    pub by_party: Party,
    /// What is held against the other party.
    pub grievances: String,
    /// The day of the registered letter.
    pub notice_on: Day,
    /// The day it was received.
    pub notice_received_on: Option<Day>,
    /// The day of the meeting of conciliation, held or to come.
    pub conciliation_on: Option<Day>,
    /// What it came to, as stored.
    pub conciliation_outcome: Option<String>,
    /// The day the parties agreed again.
    pub settled_on: Option<Day>,
    /// The day of the letter of termination.
    pub termination_on: Option<Day>,
    /// Its reasons.
    pub termination_reasons: Option<String>,
    /// The day the court was asked.
    pub court_on: Option<Day>,
    /// When it was entered.
    pub entered_at: Moment,
    /// The deadline somebody was reminded of last.
    pub reminded_on: Option<Day>,
}

/// What is awaited in a breach, with its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deadline {
    /// Conciliation is to be held by then.
    Conciliation(Date),
    /// The termination takes effect then.
    Effect(Date),
    /// The court may be asked from then on.
    Court(Date),
}

impl Deadline {
    /// Its day.
    pub const fn day(self) -> Date {
        match self {
            Self::Conciliation(day) | Self::Effect(day) | Self::Court(day) => day,
        }
    }
}

/// One list of columns for the ways breaches are found.
macro_rules! select_breach {
    ($rest:literal) => {
        concat!(
            "select id, agreement_id, by_party, grievances, notice_on, notice_received_on, conciliation_on, ",
            "conciliation_outcome, settled_on, termination_on, termination_reasons, court_on, entered_at, reminded_on ",
            "from breach ",
            $rest
        )
    };
}

/// The breaches of a convention, the latest first. For those who loaded it.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, agreement: AgreementId) -> Result<Vec<Breach>> {
    tx.all(select_breach!("where agreement_id = $1 order by entered_at desc, id desc"), args![agreement]).await
}

/// The latest breach of a convention. For those who loaded it.
///
/// # Errors
/// A fault of the database.
pub async fn latest(tx: &mut Tx, agreement: AgreementId) -> Result<Option<Breach>> {
    tx.first(select_breach!("where agreement_id = $1 order by entered_at desc, id desc limit 1"), args![agreement])
        .await
}

/// The breaches in which a day may still be awaited, for the house itself.
///
/// # Errors
/// A fault of the database.
pub async fn running(tx: &mut Tx) -> Result<Vec<Breach>> {
    tx.all(select_breach!("where settled_on is null and court_on is null order by entered_at, id"), &[]).await
}

impl Breach {
    /// The day of the registered letter.
    pub fn notice(&self) -> Date {
        self.notice_on.date().unwrap_or(Date::MIN)
    }

    /// The day of the letter of termination.
    pub fn termination(&self) -> Option<Date> {
        self.termination_on.as_ref().and_then(Day::date)
    }

    /// What conciliation came to.
    pub fn outcome(&self) -> Option<Outcome> {
        self.conciliation_outcome.clone().and_then(|it| Outcome::try_from(it).ok())
    }

    /// Whether the parties may still agree again: nobody ended the convention, nothing is settled.
    pub fn is_open(&self) -> bool {
        self.settled_on.is_none() && self.termination_on.is_none()
    }

    /// The first day a letter of termination may be sent: at once when conciliation failed, once its month is over else.
    pub fn may_end_from(&self) -> Date {
        let met = self.conciliation_on.as_ref().and_then(Day::date);
        match (self.outcome(), met) {
            (Some(Outcome::Failed), Some(met)) => met,
            _ => deadline::conciliation(self.notice()).tomorrow().unwrap_or(Date::MAX),
        }
    }

    /// All that is awaited, in the order of days.
    pub fn deadlines(&self) -> Vec<Deadline> {
        if self.settled_on.is_some() {
            return Vec::new();
        }
        match self.termination() {
            Some(letter) => {
                let court = self.court_on.is_none().then(|| Deadline::Court(deadline::court(letter)));
                [Some(Deadline::Effect(deadline::takes_effect(letter))), court].into_iter().flatten().collect()
            }
            None if self.outcome().is_none() => vec![Deadline::Conciliation(deadline::conciliation(self.notice()))],
            None => Vec::new(),
        }
    }

    /// The next day awaited, today included.
    pub fn next(&self, today: Date) -> Option<Deadline> {
        self.deadlines().into_iter().find(|it| it.day() >= today)
    }

    /// Whether conciliation is awaited: by whom, the page says.
    pub fn awaits_conciliation(&self, state: State) -> bool {
        matches!(state, State::Notice | State::Conciliation) && self.is_open() && self.outcome().is_none()
    }
}

/// A convention with its latest breach, as what is entered about it is judged.
#[derive(Debug, Clone)]
pub struct Case {
    /// The convention.
    pub agreement: Agreement,
    /// Its latest breach.
    pub breach: Option<Breach>,
}

impl Case {
    /// The breach in which the parties may still agree again.
    pub fn open(&self) -> Option<&Breach> {
        let in_breach = matches!(self.agreement.state, State::Notice | State::Conciliation);
        self.breach.as_ref().filter(|it| in_breach && it.is_open())
    }

    /// The breach by which the convention ends, or ended.
    pub fn ended(&self) -> Option<&Breach> {
        self.breach.as_ref().filter(|it| it.termination_on.is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use db::Uuid;
    use jiff::civil::date;

    fn breach(notice: Date) -> Breach {
        Breach {
            id: BreachId(Uuid::from_u128(1)),
            agreement_id: AgreementId(Uuid::from_u128(2)),
            by_party: Party::Academy,
            grievances: "Le raccordement n’est pas fait.".to_owned(),
            notice_on: notice.into(),
            notice_received_on: None,
            conciliation_on: None,
            conciliation_outcome: None,
            settled_on: None,
            termination_on: None,
            termination_reasons: None,
            court_on: None,
            entered_at: Moment(0),
            reminded_on: None,
        }
    }

    #[test]
    fn each_step_awaits_its_own_days() {
        let mut case = breach(date(2027, 1, 31));
        let last = date(2027, 2, 28);
        assert_eq!(case.deadlines(), [Deadline::Conciliation(last)]);
        assert_eq!(case.next(last), Some(Deadline::Conciliation(last)));
        assert_eq!(case.next(date(2027, 3, 1)), None);
        assert_eq!(case.may_end_from(), date(2027, 3, 1), "the month of conciliation is over first");
        case.conciliation_on = Some(date(2027, 2, 10).into());
        case.conciliation_outcome = Some(Outcome::Failed.as_str().to_owned());
        assert_eq!(case.may_end_from(), date(2027, 2, 10));
        assert!(case.deadlines().is_empty());
        case.termination_on = Some(date(2027, 2, 12).into());
        let (effect, court) = (date(2027, 2, 27), date(2027, 3, 12));
        assert_eq!(case.deadlines(), [Deadline::Effect(effect), Deadline::Court(court)]);
        assert_eq!(case.next(date(2027, 2, 28)), Some(Deadline::Court(court)));
        assert!(!case.is_open());
    }

    #[test]
    fn nothing_is_awaited_once_the_parties_agree() {
        let mut case = breach(date(2026, 10, 12));
        case.settled_on = Some(date(2026, 10, 30).into());
        assert!(case.deadlines().is_empty() && !case.is_open());
    }
}
