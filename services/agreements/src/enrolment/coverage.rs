//! Whether a school is covered: the one line its head reads.

use crate::{State, W, day};
use db::{FromRow, Result, Tx, args};
use school::SchoolId;

/// A convention a school is on.
#[derive(FromRow)]
struct Covering {
    state: State,
    effective_on: Option<String>,
    ends_on: String,
    ended_on: Option<String>,
}

impl Covering {
    /// The last day it covers its schools; none when it does not on that day.
    fn last_day(&self, today: &str) -> Option<&str> {
        let (ended, ends) = (self.ended_on.as_deref(), self.ends_on.as_str());
        // A letter of the end of August takes effect once the convention is over by itself.
        let last = ended.filter(|_| self.state == State::TerminationNotice).map_or(ends, |ended| ended.min(ends));
        let begun = self.effective_on.as_deref().is_some_and(|first| first <= today);
        (self.state.covers() && begun && today <= last).then_some(last)
    }

    fn is_on_its_way(&self, today: &str) -> bool {
        matches!(self.state, State::Draft | State::Proposed | State::SignedByOne) && today <= self.ends_on.as_str()
    }
}

/// « École couverte jusqu’au 5 septembre 2027 », that its convention is being signed, or that there is none. Nothing before
/// the first campaign, and for private schools, which communes have no convention for.
///
/// # Errors
/// A fault of the database.
pub async fn line(tx: &mut Tx, school: SchoolId) -> Result<Option<String>> {
    let today = tx.now().day().to_string();
    let covering: Vec<Covering> = tx
        .all(
            "select a.state, a.effective_on, a.ends_on, a.ended_on from enrolment e \
             join agreement a on a.id = e.agreement_id where e.school_id = $1 and e.withdrawn_at is null",
            args![school],
        )
        .await?;
    if let Some(last) = covering.iter().filter_map(|it| it.last_day(&today)).max() {
        return Ok(Some(W.coverage_until(day::written(last))));
    }
    if covering.iter().any(|it| it.is_on_its_way(&today)) {
        return Ok(Some(W.coverage_on_its_way().to_owned()));
    }
    let concerned = tx
        .count(
            "select count(*) as n from school s where s.id = $1 and coalesce(s.kind, '') not like '%PR' \
             and exists (select 1 from campaign)",
            args![school],
        )
        .await?;
    Ok((concerned > 0).then(|| W.coverage_none().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::Covering;
    use crate::State;

    fn convention(state: State, ended_on: Option<&str>) -> Covering {
        Covering {
            state,
            effective_on: Some("2026-12-09".to_owned()),
            ends_on: "2027-09-05".to_owned(),
            ended_on: ended_on.map(str::to_owned),
        }
    }

    #[test]
    fn a_school_is_covered_from_the_last_signature_to_the_last_day() {
        for (state, ended_on, today, last) in [
            (State::Active, None, "2026-12-08", None),
            (State::Active, None, "2026-12-09", Some("2027-09-05")),
            (State::Notice, None, "2027-09-05", Some("2027-09-05")),
            (State::Active, None, "2027-09-06", None),
            (State::TerminationNotice, Some("2027-03-07"), "2027-03-01", Some("2027-03-07")),
            (State::TerminationNotice, Some("2027-09-10"), "2027-09-02", Some("2027-09-05")),
            (State::TerminationNotice, Some("2027-09-10"), "2027-09-06", None),
            (State::Terminated, Some("2027-03-07"), "2027-03-07", None),
            (State::SignedByOne, None, "2027-01-01", None),
        ] {
            assert_eq!(convention(state, ended_on).last_day(today), last, "{state:?} {today}");
        }
    }
}
