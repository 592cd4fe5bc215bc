//! The form of an adult a school enters: as what, until when, with which classes.

use super::{EntryKind, day, typed::Typed};
use crate::W;
use db::{Problems, Result};
use jiff::civil::Date;
use school::{Circle, CircleId};

/// The field by which somebody says that nobody who resembles is the one.
pub const ANOTHER: &str = "autre";
/// The field of the classes and groups.
pub const PLACES: &str = "lieux";

/// An adult to be entered, or as an entry is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAdult {
    /// As what.
    pub kind: EntryKind,
    /// Last name.
    pub last_name: String,
    /// First name.
    pub first_name: String,
    /// The address of a letter box.
    pub email: Option<String>,
    /// The last day.
    pub until: Option<Date>,
    /// The classes and groups.
    pub places: Vec<CircleId>,
}

/// The kind a form is about; none for what is no kind of an adult.
pub fn kind(typed: &Typed) -> Option<EntryKind> {
    let kind = EntryKind::try_from(typed.text("genre")).ok()?;
    EntryKind::ADULTS.contains(&kind).then_some(kind)
}

/// The adult that can be kept. Whoever comes for a time comes until a day, at most the last of the school year, and somewhere.
///
/// # Errors
/// [`db::Error::Invalid`] with a message for each field.
pub fn adult(typed: &Typed, kind: Option<EntryKind>, choices: &[Circle], today: Date) -> Result<NewAdult> {
    let mut problems = Problems::default();
    problems.require(kind.is_some(), "genre", W.entry_kind_missing());
    let last_name = typed.name("nom", W.entry_last_name_missing(), &mut problems);
    let first_name = typed.name("prenom", W.entry_first_name_missing(), &mut problems);
    let email = typed.email("courriel", &mut problems);
    let until = typed.day("fin", W.entry_until_wrong(), &mut problems);
    let is_guest = kind == Some(EntryKind::Guest);
    check_until(until, is_guest, today, &mut problems);
    let typed_places: Vec<CircleId> = typed.all(PLACES).filter_map(|it| it.parse().ok()).collect();
    let places: Vec<CircleId> = choices.iter().map(|it| it.id).filter(|it| typed_places.contains(it)).collect();
    problems.require(!is_guest || !places.is_empty(), PLACES, W.entry_places_missing());
    let kind = kind.unwrap_or(EntryKind::Guest);
    problems.or(NewAdult { kind, last_name, first_name, email, until, places })
}

fn check_until(until: Option<Date>, is_guest: bool, today: Date, problems: &mut Problems) {
    let Some(until) = until else {
        problems.require(!is_guest || problems.of("fin").is_some(), "fin", W.entry_until_missing());
        return;
    };
    let last = day::last_of_year(today);
    problems.require(until >= today, "fin", W.entry_until_past());
    problems.require(!is_guest || until <= last, "fin", W.entry_until_too_late(web::dates::date(last)));
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn problems(kind: Option<EntryKind>, pairs: &[(&str, &str)]) -> Vec<&'static str> {
        let names = [("nom", "Garrigue"), ("prenom", "Léo")].iter().chain(pairs);
        let typed = Typed(names.map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect());
        match adult(&typed, kind, &[], date(2026, 10, 1)) {
            Err(db::Error::Invalid(problems)) => problems.all().iter().map(|(field, _)| *field).collect(),
            other => {
                other.unwrap();
                Vec::new()
            }
        }
    }

    #[test]
    fn a_guest_comes_until_a_day_and_somewhere() {
        assert_eq!(problems(Some(EntryKind::Guest), &[]), ["fin", PLACES]);
        assert_eq!(problems(Some(EntryKind::Guest), &[("fin", "2026-09-30")]), ["fin", PLACES]);
        assert_eq!(problems(Some(EntryKind::Guest), &[("fin", "2027-08-01")]), ["fin", PLACES]);
        assert_eq!(problems(Some(EntryKind::Guest), &[("fin", "demain")]), ["fin", PLACES]);
        assert_eq!(problems(Some(EntryKind::Guest), &[("fin", "2027-07-31")]), [PLACES]);
    }

    #[test]
    fn those_of_the_team_need_neither() {
        assert_eq!(problems(Some(EntryKind::Aesh), &[]), [""; 0]);
        assert_eq!(problems(Some(EntryKind::Agent), &[("fin", "2028-08-01")]), [""; 0]);
        assert_eq!(problems(None, &[]), ["genre"]);
    }
}
