//! A delegation as it was typed, and what of it can be given.

use crate::{W, candidate::Candidate};
use db::{Error, Problems, Result};
use jiff::civil::Date;

/// The longest, in days: a school year is given again at each rentrée.
const LONGEST_DAYS: i32 = 366;

/// A delegation as it was typed.
#[derive(Debug, Clone, Default)]
pub struct DelegationForm {
    /// The account, as text.
    pub account: String,
    /// The first day.
    pub since: String,
    /// The last day.
    pub until: String,
}

impl DelegationForm {
    /// To whom, from which day, until which.
    pub(crate) fn check(&self, today: Date, candidates: Vec<Candidate>) -> Result<(Candidate, Date, Date)> {
        let mut problems = Problems::default();
        let candidate = candidates.into_iter().find(|it| it.account_id.to_string() == self.account);
        problems.require(candidate.is_some(), "account", W.delegation_nobody());
        let since: Option<Date> = self.since.trim().parse().ok();
        problems.require(since.is_some(), "since", W.day_unreadable());
        let until: Option<Date> = self.until.trim().parse().ok();
        problems.require(until.is_some(), "until", W.day_unreadable());
        if let Some((since, until)) = since.zip(until) {
            problems.require(until >= since && until >= today, "until", W.delegation_past());
            let days = until.since(since).map_or(i32::MAX, |span| span.get_days());
            problems.require(days <= LONGEST_DAYS, "until", W.delegation_long());
        }
        match (candidate, since, until) {
            (Some(candidate), Some(since), Some(until)) => problems.or((candidate, since, until)),
            _ => Err(Error::Invalid(problems)),
        }
    }
}
