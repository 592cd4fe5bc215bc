//! Who receives: the people behind targets, each once, seen through the child when there is one.

use crate::target::Target;
use db::{FromRow, Result, Tx, args};
use school::{CircleId, PersonId, PersonKind, SchoolId, Viewer};

/// Somebody who receives a message.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Recipient {
    /// Who.
    pub person: PersonId,
    /// Through which child, for an adult responsible for one.
    pub child: Option<PersonId>,
    /// What the directory says the person is.
    pub kind: PersonKind,
}

impl Recipient {
    /// Whether the person works at the school, or for the commune there.
    pub fn works_here(&self) -> bool {
        matches!(self.kind, PersonKind::Staff | PersonKind::Agent)
    }

    /// The family this person is of: the child's when it is known. None for those who work at the school.
    fn family(&self) -> Option<PersonId> {
        (!self.works_here()).then(|| self.child.unwrap_or(self.person))
    }
}

/// More recipients than this make a mass message.
pub const MOST_OF_A_CONVERSATION: usize = 8;

/// Whether nobody answers to all: written to a whole circle of families or pupils, to several families, to many people.
pub fn is_mass(targets: &[Target], recipients: &[Recipient]) -> bool {
    let whole_circle = targets.iter().any(|it| matches!(it, Target::Families(_) | Target::Pupils(_)));
    let mut families: Vec<PersonId> = recipients.iter().filter_map(Recipient::family).collect();
    families.sort();
    families.dedup();
    whole_circle || families.len() > 1 || recipients.len() > MOST_OF_A_CONVERSATION
}

/// The people behind some targets of a school, each once, the viewer left out.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, viewer: &Viewer, school: SchoolId, targets: &[Target]) -> Result<Vec<Recipient>> {
    let mut all: Vec<Recipient> = Vec::new();
    for target in targets {
        let found = behind(tx, school, target).await?;
        all.extend(found);
    }
    Ok(each_once(viewer, all))
}

/// Each person once, with the child when one is known; the viewer's own persons left out.
pub(crate) fn each_once(viewer: &Viewer, all: Vec<Recipient>) -> Vec<Recipient> {
    let mut place: std::collections::HashMap<PersonId, usize> = std::collections::HashMap::new();
    let mut once: Vec<Recipient> = Vec::new();
    for found in all {
        if viewer.people.iter().any(|me| me.id == found.person) {
            continue;
        }
        match place.get(&found.person).and_then(|at| once.get_mut(*at)) {
            Some(known) => known.child = known.child.or(found.child),
            None => {
                place.insert(found.person, once.len());
                once.push(found);
            }
        }
    }
    once
}

async fn behind(tx: &mut Tx, school: SchoolId, target: &Target) -> Result<Vec<Recipient>> {
    let now = tx.now();
    match *target {
        Target::Person(person) => tx.all(PERSON, args![person]).await,
        Target::Family(child) => tx.all(FAMILY, args![child]).await,
        Target::Families(circle) => tx.all(FAMILIES, args![circle, now]).await,
        Target::Pupils(class) => tx.all(PUPILS, args![class, now]).await,
        Target::Team(class) => team(tx, class).await,
        Target::Staff(_) => tx.all(STAFF, args![school, now]).await,
    }
}

/// Those who teach in a class or a group now.
///
/// # Errors
/// A fault of the database.
pub async fn team(tx: &mut Tx, class: CircleId) -> Result<Vec<Recipient>> {
    let now = tx.now();
    tx.all(TEAM, args![class, now]).await
}

const PERSON: &str = "\
select p.id as person, cast(null as uuid) as child, p.kind from person p where p.id = $1 and p.gone_at is null";

const FAMILY: &str = "\
select p.id as person, g.child_id as child, p.kind from guardianship g \
join person p on p.id = g.adult_id and p.gone_at is null \
where g.child_id = $1 and g.until is null order by g.position, p.id";

const FAMILIES: &str = "\
select p.id as person, g.child_id as child, p.kind from member m \
join guardianship g on g.child_id = m.person_id and g.until is null \
join person p on p.id = g.adult_id and p.gone_at is null \
where m.circle_id = $1 and m.role = 'pupil' and m.since <= $2 and (m.until is null or m.until > $2) \
order by p.sort_key, p.id, g.child_id";

const PUPILS: &str = "\
select p.id as person, cast(null as uuid) as child, p.kind from member m join person p on p.id = m.person_id \
where m.circle_id = $1 and m.role = 'pupil' and m.since <= $2 and (m.until is null or m.until > $2) \
    and p.gone_at is null and p.level in ('1122', '1123', '1124', '1125') order by p.sort_key, p.id";

const TEAM: &str = "\
select p.id as person, cast(null as uuid) as child, p.kind from member m \
join person p on p.id = m.person_id and p.gone_at is null \
where m.circle_id = $1 and m.role = 'teacher' and m.since <= $2 and (m.until is null or m.until > $2) \
order by p.sort_key, p.id";

const STAFF: &str = "\
select p.id as person, cast(null as uuid) as child, p.kind from circle c join member m on m.circle_id = c.id \
join person p on p.id = m.person_id and p.gone_at is null \
where c.school_id = $1 and c.kind = 'staff' and c.until is null and m.since <= $2 and (m.until is null or m.until > $2) \
order by p.sort_key, p.id";

#[cfg(test)]
mod tests {
    use super::*;
    use db::Uuid;

    fn parent(person: u128, child: u128) -> Recipient {
        let child = Some(PersonId(Uuid::from_u128(child)));
        Recipient { person: PersonId(Uuid::from_u128(person)), child, kind: PersonKind::Guardian }
    }

    #[test]
    fn several_families_make_a_mass_message_and_both_parents_of_a_child_do_not() {
        assert!(!is_mass(&[], &[parent(1, 9), parent(2, 9)]));
        assert!(is_mass(&[], &[parent(1, 9), parent(3, 8)]));
        assert!(is_mass(&[Target::Families(CircleId(Uuid::nil()))], &[parent(1, 9)]));
    }

    #[test]
    fn a_team_talks_together_until_it_is_a_crowd() {
        let one = |n: u128| Recipient { person: PersonId(Uuid::from_u128(n)), child: None, kind: PersonKind::Staff };
        let team: Vec<Recipient> = (1..=8).map(one).collect();
        assert!(!is_mass(&[], &team));
        assert!(is_mass(&[], &(1..=9).map(one).collect::<Vec<_>>()));
    }
}
