//! The form that opens a class to a substitute.

use crate::W;
use db::{Problems, Result};
use school::{PersonId, person::Name};

/// The most days of class a class is opened for.
pub const MOST_DAYS: i64 = 30;

/// What was typed.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct PassForm {
    /// For how many days of class.
    pub days: String,
    /// Who is replaced; nothing when it is not said.
    pub replaced: String,
}

impl PassForm {
    /// For how many days, and in whose place.
    ///
    /// # Errors
    /// [`db::Error::Invalid`] beside the field that is wrong.
    pub fn check(&self, teachers: &[Name]) -> Result<(i64, Option<PersonId>)> {
        let mut problems = Problems::default();
        let days = self.days.trim().parse::<i64>().ok().filter(|days| (1..=MOST_DAYS).contains(days));
        problems.require(days.is_some(), "days", W.days_wrong(MOST_DAYS));
        let replaced = self.replaced.parse::<PersonId>().ok();
        let known = |person: PersonId| teachers.iter().any(|it| it.id == person);
        problems.require(self.replaced.is_empty() || replaced.is_some_and(known), "replaced", W.replaced_unknown());
        problems.or((days.unwrap_or(1), replaced))
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use db::Uuid;

    fn form(days: &str, replaced: &str) -> PassForm {
        PassForm { days: days.to_owned(), replaced: replaced.to_owned() }
    }

    #[test]
    fn from_one_to_thirty_days_in_place_of_a_teacher_of_the_class() {
        let id = PersonId(Uuid::from_u128(0x0197_0000_0000_7000_8000_0000_0000_0065));
        let teachers = [Name { id, first_name: "Thomas".to_owned(), last_name: "ROUX".to_owned() }];
        assert_eq!(form(" 3 ", "").check(&teachers).unwrap(), (3, None));
        assert_eq!(form("30", &id.to_string()).check(&teachers).unwrap(), (30, Some(id)));
        for (days, replaced, field) in
            [("0", "", "days"), ("31", "", "days"), ("deux", "", "days"), ("2", "autre", "replaced")]
        {
            let Err(db::Error::Invalid(problems)) = form(days, replaced).check(&teachers) else { panic!("{days}") };
            assert!(problems.of(field).is_some(), "{days} {replaced}");
        }
        assert!(form("2", &id.to_string()).check(&[]).is_err());
    }
}
