//! How much two entries look like one person, and why (interfaces.md §3.6).

use super::facts::Known;
use db::fold;
use school::{PersonKind, SchoolId, Source, near, text_enum};

text_enum! {
    /// Why two entries look like one person.
    Reason {
        /// The same last name.
        LastName = "last",
        /// The same first name.
        FirstName = "first",
        /// A name that differs by a letter or two.
        NearName = "near",
        /// The same day of birth.
        BirthDay = "birth",
        /// The same address.
        Email = "email",
        /// The same national number.
        Ine = "ine",
        /// The same class, or the same level of the school.
        Class = "class",
    }
}

/// What a comparison finds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Likeness {
    /// Two, and one for each thing in common; the national number weighs three.
    pub score: i64,
    /// Why.
    pub reasons: Vec<Reason>,
    /// The school both are in.
    pub school: Option<SchoolId>,
    /// Whether nobody needs to look.
    pub certain: bool,
}

/// With this score or less nobody is asked.
const IDLE_SCORE: i64 = 3;
/// From this score on two entries of one school are one person.
const CERTAIN_SCORE: i64 = 5;

/// Whether two names are the same but for a letter or two.
pub fn is_near(one: &str, other: &str) -> bool {
    fold(one) == fold(other) || !near::names(one, [other.to_owned()], 1).is_empty()
}

/// What two entries have in common; nothing when they are of two people, or of nobody's concern.
pub fn compare(one: &Known, other: &Known) -> Option<Likeness> {
    if !are_comparable(one, other) {
        return None;
    }
    let (left, right) = (&one.person, &other.person);
    let school = one.schools.iter().copied().find(|it| other.schools.contains(it));
    let last = fold(&left.last_name) == fold(&right.last_name);
    let first = fold(&left.first_name) == fold(&right.first_name);
    let near =
        last && is_near(&left.first_name, &right.first_name) || first && is_near(&left.last_name, &right.last_name);
    let birth = same(left.birth_day.as_deref(), right.birth_day.as_deref());
    let email = same(left.email.as_deref(), right.email.as_deref());
    let ine = same(left.ine.as_deref(), right.ine.as_deref());
    // A twin has the last name and the day, a homonym both names: neither is the same person.
    let is_homonym =
        differ(left.birth_day.as_deref(), right.birth_day.as_deref()) && !(last && first && school.is_some());
    let is_looked_at = school.is_some() || is_known_elsewhere(left.kind, birth || ine, email, last && first);
    if !near || is_homonym || !is_looked_at {
        return None;
    }
    let class = last && first && school.is_some() && in_the_same_class(one, other);
    let reasons: Vec<Reason> = [
        (last, Reason::LastName),
        (first, Reason::FirstName),
        (!(last && first), Reason::NearName),
        (birth, Reason::BirthDay),
        (email, Reason::Email),
        (ine, Reason::Ine),
        (class, Reason::Class),
    ]
    .into_iter()
    .filter_map(|(holds, reason)| holds.then_some(reason))
    .collect();
    let score = 2 + reasons.iter().map(|it| weight(*it)).sum::<i64>();
    let moved = ine && left.gone_at.is_some() != right.gone_at.is_some();
    // Twins of near names share a day, and the address of the family.
    let certain = score >= CERTAIN_SCORE && last && first && (school.is_some() || moved);
    (score > IDLE_SCORE).then_some(Likeness { score, reasons, school, certain })
}

/// Whether two of no common school are of anybody's concern: names alone are many people's.
fn is_known_elsewhere(kind: PersonKind, born_or_numbered: bool, email: bool, names: bool) -> bool {
    match kind {
        PersonKind::Pupil => born_or_numbered,
        PersonKind::Guardian => email,
        PersonKind::Staff => names,
        PersonKind::Agent | PersonKind::Guest => false,
    }
}

fn weight(reason: Reason) -> i64 {
    match reason {
        Reason::NearName => 0,
        Reason::Ine => 3,
        Reason::LastName | Reason::FirstName | Reason::BirthDay | Reason::Email | Reason::Class => 1,
    }
}

/// Two of one kind, one of whom at least is there, not both as the deliveries say it.
fn are_comparable(one: &Known, other: &Known) -> bool {
    let (left, right) = (&one.person, &other.person);
    let both_delivered = left.source == Source::Aaf && right.source == Source::Aaf;
    let both_there = left.gone_at.is_none() && right.gone_at.is_none();
    let both_gone = left.gone_at.is_some() && right.gone_at.is_some();
    left.kind == right.kind
        && left.id != right.id
        && left.merged_into.is_none()
        && right.merged_into.is_none()
        && !(both_delivered && both_there)
        && !both_gone
        && !differ(left.ine.as_deref(), right.ine.as_deref())
}

/// Where a day of birth is missing, the class says what it would have.
fn in_the_same_class(one: &Known, other: &Known) -> bool {
    let (left, right) = (&one.person, &other.person);
    let unsaid = left.birth_day.is_none() || right.birth_day.is_none();
    let class = one.classes.iter().any(|it| other.classes.contains(it));
    left.kind == PersonKind::Pupil && unsaid && (class || same(left.level.as_deref(), right.level.as_deref()))
}

fn same(one: Option<&str>, other: Option<&str>) -> bool {
    one.zip(other).is_some_and(|(one, other)| one.trim().eq_ignore_ascii_case(other.trim()))
}

fn differ(one: Option<&str>, other: Option<&str>) -> bool {
    one.zip(other).is_some_and(|(one, other)| !one.trim().eq_ignore_ascii_case(other.trim()))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::double::facts::Facts;
    use db::{Moment, Uuid};
    use school::{CircleId, PersonId};

    fn pupil(id: u128, source: Source, (first, last): (&str, &str), born: Option<&str>) -> Known {
        let person = Facts {
            id: PersonId(Uuid::from_u128(id)),
            kind: PersonKind::Pupil,
            source,
            academy: None,
            last_name: last.to_owned(),
            first_name: first.to_owned(),
            birth_day: born.map(str::to_owned),
            email: None,
            ine: None,
            level: None,
            gone_at: None,
            merged_into: None,
            account_id: None,
            activated_at: None,
        };
        let school = SchoolId(Uuid::from_u128(1));
        Known { person, schools: vec![school], classes: vec![CircleId(Uuid::from_u128(2))] }
    }

    const BORN: Option<&str> = Some("2020-05-14");

    #[test]
    fn the_same_child_is_found_whatever_the_accents() {
        let hand = pupil(1, Source::Hand, ("Zoe", "d'Orval Nemoz"), BORN);
        let found = compare(&hand, &pupil(2, Source::Aaf, ("Zoé", "D’ORVAL-NÉMOZ"), BORN)).unwrap();
        assert_eq!((found.score, found.certain), (5, true));
        let unsaid = pupil(3, Source::Hand, ("Zoé", "D’Orval-Némoz"), None);
        assert!(compare(&unsaid, &pupil(2, Source::Aaf, ("Zoé", "D’ORVAL-NÉMOZ"), BORN)).unwrap().certain);
    }

    #[test]
    fn twins_and_homonyms_are_two_people() {
        let tom = pupil(1, Source::Hand, ("Tom", "Marty"), BORN);
        assert_eq!(compare(&tom, &pupil(2, Source::Aaf, ("Emma", "MARTY"), BORN)), None);
        // Names this near are asked about, never decided.
        let lea = pupil(1, Source::Hand, ("Léa", "Marty"), BORN);
        let leo = compare(&lea, &pupil(2, Source::Aaf, ("Léo", "MARTY"), BORN)).unwrap();
        assert_eq!((leo.score, leo.certain), (4, false));
        let (mut lea, mut leo) = (lea, pupil(2, Source::Aaf, ("Léo", "MARTY"), BORN));
        lea.person.email = Some("famille@example.org".to_owned());
        leo.person.email.clone_from(&lea.person.email);
        assert!(!compare(&lea, &leo).unwrap().certain);
        let mut elsewhere = pupil(3, Source::Aaf, ("Tom", "MARTY"), Some("2019-01-01"));
        elsewhere.schools.clear();
        assert_eq!(compare(&tom, &elsewhere), None);
    }

    #[test]
    fn two_entries_of_a_delivery_are_never_one() {
        let one = pupil(1, Source::Aaf, ("Tom", "MARTY"), BORN);
        let mut other = pupil(2, Source::Aaf, ("Tom", "MARTY"), BORN);
        assert_eq!(compare(&one, &other), None);
        other.person.gone_at = Some(Moment::DAWN);
        assert!(compare(&one, &other).is_some());
    }

    #[test]
    fn another_national_number_is_another_child() {
        let mut one = pupil(1, Source::Onde, ("Tom", "MARTY"), BORN);
        let mut other = pupil(2, Source::Aaf, ("Tom", "MARTY"), BORN);
        one.person.ine = Some("120000001AB".to_owned());
        other.person.ine = Some("120000002CD".to_owned());
        assert_eq!(compare(&one, &other), None);
        other.person.ine.clone_from(&one.person.ine);
        assert_eq!(compare(&one, &other).unwrap().score, 8);
    }
}
