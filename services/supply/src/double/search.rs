//! Looking for entries that may be of one person.
//!
//! Two people of a delivery who are both there are never compared, so that each pair has one who is of no delivery, or who left.
//! Those are few and are all that is read whole; who may be the same person is looked up by name, by number, and in their schools
//! (`candidates`). The comparison is made here (`alike`). What a night costs follows from how many these are,
//! not from how many people the house knows.

use super::{
    alike::{self, Likeness},
    candidates,
    facts::{self, Known},
};
use db::{Result, Tx, sort_key};
use school::{PersonId, PersonKind};
use std::collections::{HashMap, HashSet};

/// Two entries that may be of one person.
#[derive(Debug, Clone)]
pub struct Found {
    /// The one with the smaller identifier.
    pub a: PersonId,
    /// The other.
    pub b: PersonId,
    /// Code of the académie of one of them.
    pub academy: String,
    /// What they have in common.
    pub likeness: Likeness,
}

/// Every pair worth a look.
///
/// # Errors
/// A fault of the database.
pub async fn everywhere(tx: &mut Tx) -> Result<Vec<Found>> {
    let ids = candidates::all(tx).await?;
    Ok(pairs(&facts::load(tx, &ids).await?))
}

/// The pairs among some people: those who share a key are compared.
pub(super) fn pairs(known: &[Known]) -> Vec<Found> {
    let mut groups: HashMap<String, Vec<&Known>> = HashMap::new();
    for it in known {
        for key in keys(it) {
            groups.entry(key).or_default().push(it);
        }
    }
    let mut seen: HashSet<(PersonId, PersonId)> = HashSet::new();
    let mut found = Vec::new();
    for group in groups.values() {
        for (rank, one) in group.iter().enumerate() {
            for other in group.iter().skip(rank + 1) {
                let (a, b) = ordered(one.person.id, other.person.id);
                if seen.insert((a, b)) {
                    found.extend(alike::compare(one, other).map(|likeness| found_of(one, other, likeness)));
                }
            }
        }
    }
    found.sort_by_key(|it| (it.a, it.b));
    found
}

fn keys(known: &Known) -> Vec<String> {
    let person = &known.person;
    let mut keys = vec![format!("{} {}", person.kind.as_str(), sort_key(&person.last_name, &person.first_name))];
    keys.extend(person.ine.as_ref().map(|ine| format!("ine {ine}")));
    if let (PersonKind::Pupil, Some(day)) = (person.kind, &person.birth_day) {
        keys.extend(known.schools.iter().map(|school| format!("{school} {day}")));
    }
    keys
}

fn found_of(one: &Known, other: &Known, likeness: Likeness) -> Found {
    let (a, b) = ordered(one.person.id, other.person.id);
    let academy = one.person.academy.clone().or_else(|| other.person.academy.clone()).unwrap_or_default();
    Found { a, b, academy, likeness }
}

/// A pair is written one way only.
pub(super) fn ordered(one: PersonId, other: PersonId) -> (PersonId, PersonId) {
    if one < other { (one, other) } else { (other, one) }
}
