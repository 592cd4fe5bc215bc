//! The form of a pupil who is there before the directory knows it: two names are enough.

use super::typed::Typed;
use crate::W;
use aaf::level_of;
use db::{Day, Problems, Result};
use jiff::civil::Date;
use school::PersonId;

/// The value by which somebody says that nobody who resembles is the one.
pub const NOBODY: &str = "nouveau";
/// No pupil of a school is older.
const MOST_YEARS: i16 = 20;

/// A pupil to be entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPupil {
    /// Last name.
    pub last_name: String,
    /// First name.
    pub first_name: String,
    /// The day of birth.
    pub birth_day: Option<Day>,
    /// Level code (MEFSTAT4).
    pub level: Option<String>,
}

impl NewPupil {
    /// The day of birth, ISO.
    pub fn born(&self) -> Option<&str> {
        self.birth_day.as_ref().map(Day::as_str)
    }
}

/// An adult responsible for the pupil.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewGuardian {
    /// Last name.
    pub last_name: String,
    /// First name.
    pub first_name: String,
    /// The address of a letter box.
    pub email: Option<String>,
}

/// What was answered about somebody who resembles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chosen {
    /// Nothing yet.
    Nothing,
    /// Nobody of them.
    Nobody,
    /// This one.
    Known(PersonId),
}

impl Chosen {
    /// Reads the answer of a field.
    pub fn of(typed: &Typed, name: &str) -> Self {
        match typed.text(name).as_str() {
            NOBODY => Self::Nobody,
            other => other.parse().map_or(Self::Nothing, Self::Known),
        }
    }
}

/// The pupil that can be kept.
///
/// # Errors
/// [`db::Error::Invalid`] with a message for each field.
pub fn pupil(typed: &Typed, today: Date) -> Result<NewPupil> {
    let mut problems = Problems::default();
    let pupil = read_pupil(typed, today, &mut problems);
    problems.or(pupil)
}

/// The pupil and the adult that can be kept.
///
/// # Errors
/// [`db::Error::Invalid`] with a message for each field.
pub fn pupil_and_guardian(typed: &Typed, today: Date) -> Result<(NewPupil, Option<NewGuardian>)> {
    let mut problems = Problems::default();
    let pupil = read_pupil(typed, today, &mut problems);
    let guardian = read_guardian(typed, &mut problems);
    problems.or((pupil, guardian))
}

fn read_pupil(typed: &Typed, today: Date, problems: &mut Problems) -> NewPupil {
    let last_name = typed.name("nom", W.entry_last_name_missing(), problems);
    let first_name = typed.name("prenom", W.entry_first_name_missing(), problems);
    let born = typed.day("naissance", W.entry_birth_wrong(), problems);
    let fits = born.is_none_or(|day| day <= today && day.year() + MOST_YEARS > today.year());
    problems.require(fits, "naissance", W.entry_birth_wrong());
    let level = typed.text("niveau");
    problems.require(level.is_empty() || level_of(&level).is_some(), "niveau", W.entry_level_wrong());
    let level = Some(level).filter(|it| !it.is_empty());
    NewPupil { last_name, first_name, birth_day: born.map(Day::from), level }
}

/// Nothing where nothing was typed; both names where something was.
fn read_guardian(typed: &Typed, problems: &mut Problems) -> Option<NewGuardian> {
    let fields = ["responsable_nom", "responsable_prenom", "responsable_courriel"];
    if fields.iter().all(|field| typed.text(field).is_empty()) {
        return None;
    }
    let last_name = typed.name("responsable_nom", W.entry_guardian_last_name_missing(), problems);
    let first_name = typed.name("responsable_prenom", W.entry_guardian_first_name_missing(), problems);
    let email = typed.email("responsable_courriel", problems);
    Some(NewGuardian { last_name, first_name, email })
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn typed(pairs: &[(&str, &str)]) -> Typed {
        Typed(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn two_names_are_enough() {
        let kept = pupil(&typed(&[("nom", " D’Orval  Némoz "), ("prenom", "Zoé")]), date(2026, 9, 1)).unwrap();
        assert_eq!((kept.last_name.as_str(), kept.birth_day, kept.level), ("D’Orval Némoz", None, None));
    }

    #[test]
    fn each_problem_stands_beside_its_field() {
        for (pairs, field) in [
            (&[("prenom", "Zoé")][..], "nom"),
            (&[("nom", "Marty"), ("prenom", "-")], "prenom"),
            (&[("nom", "Marty"), ("prenom", "Zoé"), ("naissance", "2027-01-01")], "naissance"),
            (&[("nom", "Marty"), ("prenom", "Zoé"), ("naissance", "1990-01-01")], "naissance"),
            (&[("nom", "Marty"), ("prenom", "Zoé"), ("niveau", "9999")], "niveau"),
            (&[("nom", "Marty"), ("prenom", "Zoé"), ("responsable_nom", "Fabre")], "responsable_prenom"),
            (
                &[
                    ("nom", "Marty"),
                    ("prenom", "Zoé"),
                    ("responsable_nom", "Fabre"),
                    ("responsable_prenom", "Claire"),
                    ("responsable_courriel", "claire"),
                ],
                "responsable_courriel",
            ),
        ] {
            let db::Error::Invalid(problems) = pupil_and_guardian(&typed(pairs), date(2026, 9, 1)).unwrap_err() else {
                panic!("{pairs:?}");
            };
            assert!(problems.of(field).is_some(), "{pairs:?}");
        }
    }
}
