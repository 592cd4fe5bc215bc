//! Looking for entries that may be of one person, over the whole house.
//!
//! Two people of a delivery are never compared. What is left is few: those of other sources with those of their name or, in
//! their school, of their day; those who left with those who came under the same national number, name and day, or name and
//! address. Each set is one statement; the comparison is made here ([`super::alike`]).

use super::{
    alike::{self, Likeness},
    facts::{self, Known},
};
use db::{Result, Tx, args, sort_key};
use school::{PersonId, PersonKind};
use std::collections::{BTreeSet, HashMap, HashSet};

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
    let now = tx.now();
    let mut ids: BTreeSet<PersonId> = BTreeSet::new();
    for statement in [SAME_NAME, SAME_NUMBER, SAME_NAME_AND_DAY, SAME_NAME_AND_ADDRESS] {
        let rows: Vec<(PersonId,)> = tx.all(statement, &[]).await?;
        ids.extend(rows.into_iter().map(|row| row.0));
    }
    let rows: Vec<(PersonId, PersonId)> = tx.all(SAME_DAY_IN_SCHOOL, args![now]).await?;
    ids.extend(rows.into_iter().flat_map(|row| [row.0, row.1]));
    let ids: Vec<PersonId> = ids.into_iter().collect();
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

// Those of other sources, and whoever has their name.
const SAME_NAME: &str = "\
select id from person where kind in ('pupil', 'staff') and gone_at is null and merged_into is null and sort_key in \
    (select sort_key from person where source <> 'aaf' and gone_at is null and merged_into is null)";

const SAME_NUMBER: &str = "\
select id from person where merged_into is null and ine in \
    (select ine from person where ine is not null group by ine having count(*) > 1)";

// Not those whom two deliveries both hold today.
const SAME_NAME_AND_DAY: &str = "\
select id from person where kind = 'pupil' and merged_into is null and (sort_key, birth_day) in \
    (select sort_key, birth_day from person where kind = 'pupil' and birth_day is not null and merged_into is null \
     group by sort_key, birth_day having count(*) > 1 \
         and sum(case when source = 'aaf' and gone_at is null then 0 else 1 end) > 0)";

const SAME_NAME_AND_ADDRESS: &str = "\
select id from person where kind = 'guardian' and merged_into is null and (sort_key, email) in \
    (select sort_key, email from person where kind = 'guardian' and email is not null and merged_into is null \
     group by sort_key, email having count(*) > 1 \
         and sum(case when source = 'aaf' and gone_at is null then 0 else 1 end) > 0)";

// A name written otherwise: whoever was born the same day, in the school of a pupil of another source.
const SAME_DAY_IN_SCHOOL: &str = "\
select distinct h.id, p.id from person h \
join member m on m.person_id = h.id and m.role = 'pupil' and (m.until is null or m.until > $1) \
join circle c on c.id = m.circle_id and c.kind = 'school' and c.until is null \
join member n on n.circle_id = c.id and n.role = 'pupil' and (n.until is null or n.until > $1) \
join person p on p.id = n.person_id and p.birth_day = h.birth_day and p.id <> h.id \
where h.source <> 'aaf' and h.kind = 'pupil' and h.birth_day is not null and h.gone_at is null and h.merged_into is null";
