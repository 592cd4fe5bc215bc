//! The form of a group: its name, what it is for, how its pupils come, its last day.

use crate::{
    W, days,
    group::{Group, Purpose},
};
use db::{Problems, Result};
use jiff::civil::Date;

/// The longest name.
pub const MOST_LETTERS: usize = 60;

/// What somebody of a school chooses from; challenges come from the inspection.
pub const PURPOSES: [Purpose; 4] = [Purpose::Need, Purpose::Level, Purpose::Project, Purpose::Club];

/// How pupils are chosen one by one.
pub const BY_HAND: &str = "choix";
/// How a rule brings them.
pub const BY_RULE: &str = "regle";

/// What was typed.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct GroupForm {
    /// The name.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// How its pupils come.
    pub way: String,
    /// Its last day.
    pub last: String,
}

/// What a group is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// The name.
    pub name: String,
    /// What it is for.
    pub purpose: Purpose,
    /// Whether a rule brings its pupils.
    pub by_rule: bool,
    /// Its last day.
    pub last: Date,
}

impl GroupForm {
    /// The form of a group that is there.
    pub fn of(group: &Group) -> Self {
        Self {
            name: group.name.clone(),
            purpose: group.purpose.as_str().to_owned(),
            way: if group.by_rule { BY_RULE } else { BY_HAND }.to_owned(),
            last: group.ends_on.to_string(),
        }
    }

    /// What the group is to be. How pupils come is chosen once; a challenge stays one.
    ///
    /// # Errors
    /// [`db::Error::Invalid`] beside the fields that are wrong.
    pub fn check(&self, today: Date, known: Option<&Group>) -> Result<Wanted> {
        let mut problems = Problems::default();
        let name = self.name.split_whitespace().collect::<Vec<_>>().join(" ");
        let fits = !name.is_empty() && name.chars().count() <= MOST_LETTERS;
        problems.require(fits, "name", W.name_missing());
        let purpose = match known {
            Some(group) if group.is_challenge() => Some(group.purpose),
            Some(_) | None => PURPOSES.into_iter().find(|it| it.as_str() == self.purpose),
        };
        problems.require(purpose.is_some(), "purpose", W.purpose_missing());
        let by_rule = match (known, self.way.as_str()) {
            (Some(group), _) => Some(group.by_rule),
            (None, BY_HAND) => Some(false),
            (None, BY_RULE) => Some(true),
            (None, _) => None,
        };
        problems.require(by_rule.is_some(), "way", W.way_missing());
        let last = last_day(&self.last, today, &mut problems);
        problems.or(())?;
        match (purpose, by_rule, last) {
            (Some(purpose), Some(by_rule), Some(last)) => Ok(Wanted { name, purpose, by_rule, last }),
            // Nothing was wrong: all are there.
            _ => Err(db::Error::NotFound),
        }
    }
}

/// The last day of a group, within the school year.
pub(crate) fn last_day(typed: &str, today: Date, problems: &mut Problems) -> Option<Date> {
    let last = typed.trim().parse::<Date>().ok();
    let end = days::end_of_year(today);
    match last {
        None => problems.add("last", W.last_missing()),
        Some(last) if last < today => problems.add("last", W.last_past()),
        Some(last) if last > end => problems.add("last", W.last_far(web::dates::date(end))),
        Some(_) => {}
    }
    last
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn form(name: &str, purpose: &str, way: &str, last: &str) -> GroupForm {
        GroupForm { name: name.into(), purpose: purpose.into(), way: way.into(), last: last.into() }
    }

    #[test]
    fn a_group_has_a_name_an_aim_a_way_and_an_end_in_the_year() {
        let today = date(2026, 10, 1);
        let wanted = form("  Lecture  lente ", "need", BY_HAND, "2026-12-18").check(today, None).unwrap();
        assert_eq!((wanted.name.as_str(), wanted.by_rule), ("Lecture lente", false));
        let long = "x".repeat(61);
        for (typed, field) in [
            (form("", "need", BY_HAND, "2026-12-18"), "name"),
            (form(&long, "need", BY_HAND, "2026-12-18"), "name"),
            (form("Chorale", "challenge", BY_HAND, "2026-12-18"), "purpose"),
            (form("Chorale", "club", "", "2026-12-18"), "way"),
            (form("Chorale", "club", BY_RULE, ""), "last"),
            (form("Chorale", "club", BY_RULE, "2026-09-30"), "last"),
            (form("Chorale", "club", BY_RULE, "2027-08-01"), "last"),
        ] {
            let Err(db::Error::Invalid(problems)) = typed.check(today, None) else { panic!("{typed:?}") };
            assert!(problems.of(field).is_some(), "{typed:?}");
        }
    }
}
