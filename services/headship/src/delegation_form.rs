//! The form that names somebody until a day.

use crate::{W, days};
use db::{Problems, Result};
use jiff::civil::Date;
use school::PersonId;

/// What was typed.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct DelegationForm {
    /// Who.
    pub person: String,
    /// The last day.
    pub last: String,
}

impl DelegationForm {
    /// Who, and until which day: at the latest to the end of the school year.
    ///
    /// # Errors
    /// [`db::Error::Invalid`] beside the field that is wrong.
    pub fn check(&self, today: Date) -> Result<(PersonId, Date)> {
        let mut problems = Problems::default();
        let person = self.person.parse::<PersonId>().ok();
        problems.require(person.is_some(), "person", W.person_missing());
        let last = self.last.trim().parse::<Date>().ok();
        let end = days::end_of_year(today);
        match last {
            None => problems.add("last", W.last_missing()),
            Some(last) if last < today => problems.add("last", W.last_past()),
            Some(last) if last > end => problems.add("last", W.last_far(web::dates::date(end))),
            Some(_) => {}
        }
        problems.or(())?;
        // Both are there: nothing was wrong.
        Ok((person.ok_or(db::Error::NotFound)?, last.ok_or(db::Error::NotFound)?))
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use jiff::civil::date;

    const SOMEBODY: &str = "01970000000070008000000000000066";

    fn form(person: &str, last: &str) -> DelegationForm {
        DelegationForm { person: person.to_owned(), last: last.to_owned() }
    }

    #[test]
    fn a_delegation_ends_within_the_school_year() {
        let today = date(2026, 10, 1);
        for last in ["2026-10-01", "2026-12-18", "2027-07-31"] {
            assert_eq!(form(SOMEBODY, last).check(today).unwrap().1.to_string(), last);
        }
        for (person, last, field) in [
            ("", "2026-10-01", "person"),
            (SOMEBODY, "", "last"),
            (SOMEBODY, "demain", "last"),
            (SOMEBODY, "2026-09-30", "last"),
            (SOMEBODY, "2027-08-01", "last"),
        ] {
            let Err(db::Error::Invalid(problems)) = form(person, last).check(today) else {
                panic!("{person} {last}");
            };
            assert!(problems.of(field).is_some(), "{person} {last}");
        }
    }
}
