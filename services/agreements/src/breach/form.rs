//! What a party enters about a breach, as typed and as judged.

use crate::{
    Side, State, W,
    agreement::Party,
    breach::{Breach, Case, Outcome},
    deadline,
};
use db::{Error, Problems, Result};
use jiff::civil::Date;
use web::{Upload, dates};

pub use super::act::Act;

/// The longest text of a letter, in characters.
const LONGEST: usize = 10_000;

/// What was typed. Each act has a field for its day; the rest is of one act alone.
#[derive(Debug, Clone, Default)]
pub struct BreachForm {
    /// The day of the act.
    pub day: String,
    /// The day the notice was received.
    pub received: String,
    /// Who gives notice.
    pub party: String,
    /// What is held against the other party.
    pub grievances: String,
    /// What conciliation came to.
    pub outcome: String,
    /// Why the convention ends.
    pub reasons: String,
}

impl BreachForm {
    /// The fields of an act.
    pub fn of(upload: &Upload, act: Act) -> Self {
        let text = |name: &str| upload.text(name).trim().to_owned();
        Self {
            day: text(act.day()),
            received: text("recu"),
            party: text("partie"),
            grievances: text("griefs"),
            outcome: text("issue"),
            reasons: text("motifs"),
        }
    }
}

/// What is entered, once judged.
#[derive(Debug, Clone)]
pub enum Entry {
    /// Formal notice.
    Notice {
        /// Who gives it.
        by: Party,
        /// The day of the letter.
        on: Date,
        /// The day it was received, when it is known.
        received: Option<Date>,
        /// What is held against the other party.
        grievances: String,
    },
    /// The day the notice was received.
    Receipt(Date),
    /// A meeting of conciliation, and what it came to.
    Conciliation(Date, Option<Outcome>),
    /// The parties agree again.
    Settlement(Date),
    /// The letter of termination, with its reasons.
    Termination(Date, String),
    /// The court was asked.
    Court(Date),
}

/// What is typed, judged for a side of the convention.
///
/// # Errors
/// [`Error::Invalid`] beside what cannot be; [`Error::Forbidden`] for an authority that would end the convention on the
/// notice of the académie.
pub fn check(act: Act, form: &BreachForm, case: &Case, side: Side, today: Date) -> Result<Entry> {
    match act {
        Act::Notice => notice(form, case, side, today),
        Act::Receipt => {
            let breach = open(case, act)?;
            let mut problems = Problems::default();
            let on = day(&mut problems, act, form, breach.notice(), Some(today));
            judged(problems, on.map(Entry::Receipt))
        }
        Act::Conciliation => conciliation(form, open(case, act)?, today),
        Act::Settlement => {
            let breach = open(case, act)?;
            let mut problems = Problems::default();
            let on = day(&mut problems, act, form, breach.notice(), Some(today));
            judged(problems, on.map(Entry::Settlement))
        }
        Act::Termination => termination(form, open(case, act)?, side, today),
        Act::Court => court(form, case, today),
    }
}

/// The breach in which the parties may still agree again.
fn open(case: &Case, act: Act) -> Result<&Breach> {
    let refused = if case.ended().is_some() { W.breach_over() } else { W.breach_none_open() };
    case.open().ok_or_else(|| Error::invalid(act.day(), refused))
}

fn judged(problems: Problems, entry: Option<Entry>) -> Result<Entry> {
    match entry {
        Some(entry) => problems.or(entry),
        None => Err(Error::Invalid(problems)),
    }
}

/// The day of an act, within what it may be; a problem beside it else.
fn day(problems: &mut Problems, act: Act, form: &BreachForm, first: Date, last: Option<Date>) -> Option<Date> {
    let Ok(on) = form.day.parse::<Date>() else {
        problems.add(act.day(), W.breach_day_missing());
        return None;
    };
    problems.require(on >= first, act.day(), W.breach_day_before(dates::date(first)));
    problems.require(last.is_none_or(|last| on <= last), act.day(), W.breach_day_to_come());
    Some(on)
}

fn written(problems: &mut Problems, field: &'static str, text: &str, missing: &'static str) {
    problems.require(!text.is_empty(), field, missing);
    problems.require(text.chars().count() <= LONGEST, field, W.breach_text_too_long());
}

fn notice(form: &BreachForm, case: &Case, side: Side, today: Date) -> Result<Entry> {
    if case.agreement.state != State::Active {
        return Err(Error::invalid(Act::Notice.day(), W.breach_not_active()));
    }
    let mut problems = Problems::default();
    let by = match side {
        Side::Authority => Some(Party::Authority),
        Side::Academy => Party::try_from(form.party.clone()).ok(),
    };
    problems.require(by.is_some(), "partie", W.breach_party_missing());
    let since = case.agreement.effective_on.as_deref().and_then(|it| it.parse().ok()).unwrap_or(Date::MIN);
    let on = day(&mut problems, Act::Notice, form, since, Some(today));
    let received = form.received.parse::<Date>().ok();
    problems.require(form.received.is_empty() || received.is_some(), "recu", W.breach_day_missing());
    if let Some((on, received)) = on.zip(received) {
        problems.require(on <= received, "recu", W.breach_day_before(dates::date(on)));
        problems.require(received <= today, "recu", W.breach_day_to_come());
    }
    written(&mut problems, "griefs", &form.grievances, W.breach_grievances_missing());
    let grievances = form.grievances.clone();
    judged(problems, by.zip(on).map(|(by, on)| Entry::Notice { by, on, received, grievances }))
}

fn conciliation(form: &BreachForm, breach: &Breach, today: Date) -> Result<Entry> {
    let mut problems = Problems::default();
    if breach.outcome().is_some() {
        problems.add(Act::Conciliation.day(), W.breach_conciliation_over());
    }
    let on = day(&mut problems, Act::Conciliation, form, breach.notice(), None);
    let last = deadline::conciliation(breach.notice());
    let outcome = Outcome::try_from(form.outcome.clone()).ok();
    problems.require(form.outcome.is_empty() || outcome.is_some(), "issue", W.breach_outcome_wrong());
    if let Some(on) = on {
        problems.require(on <= last, Act::Conciliation.day(), W.breach_conciliation_late(dates::date(last)));
        let held = on <= today || outcome.is_none();
        problems.require(held, "issue", W.breach_outcome_early());
    }
    judged(problems, on.map(|on| Entry::Conciliation(on, outcome)))
}

fn termination(form: &BreachForm, breach: &Breach, side: Side, today: Date) -> Result<Entry> {
    // Whoever considers the commitments unmet ends the convention: the one who gave notice.
    if side == Side::Authority && breach.by_party == Party::Academy {
        return Err(Error::Forbidden);
    }
    let mut problems = Problems::default();
    let on = day(&mut problems, Act::Termination, form, breach.notice(), Some(today));
    let first = breach.may_end_from();
    if on.is_some_and(|on| on < first) {
        let refused = match breach.outcome() {
            Some(Outcome::Failed) => W.breach_day_before(dates::date(first)),
            Some(Outcome::Agreed) | None => {
                W.breach_termination_early(dates::date(deadline::conciliation(breach.notice())))
            }
        };
        problems.add(Act::Termination.day(), refused);
    }
    written(&mut problems, "motifs", &form.reasons, W.breach_reasons_missing());
    judged(problems, on.map(|on| Entry::Termination(on, form.reasons.clone())))
}

fn court(form: &BreachForm, case: &Case, today: Date) -> Result<Entry> {
    let ended = case.ended().filter(|it| it.court_on.is_none());
    let Some(letter) = ended.and_then(Breach::termination) else {
        return Err(Error::invalid(Act::Court.day(), W.breach_court_refused()));
    };
    let mut problems = Problems::default();
    let on = day(&mut problems, Act::Court, form, letter, Some(today));
    let first = deadline::court(letter);
    if on.is_some_and(|on| on < first) {
        problems.add(Act::Court.day(), W.breach_court_early(dates::date(first)));
    }
    judged(problems, on.map(Entry::Court))
}
