//! Who may be of one person with somebody else: whoever has the name, the number, or the day of birth in the same school of
//! somebody who is of no delivery, or who left.
//!
//! Each look-up is by an index and for a bounded list, so that neither engine reads everybody, whatever it knows of its tables.

use db::{Error, FromRow, Result, Tx, args, id_list};
use school::{CircleId, PersonId, PersonKind};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// As many names or numbers are looked up at once.
const AT_ONCE: usize = 1000;
/// As many schools are read at once.
const SCHOOLS_AT_ONCE: usize = 50;

/// What is read of an entry to know who is to be compared with it.
#[derive(Debug, Clone, FromRow)]
struct Entry {
    id: PersonId,
    kind: PersonKind,
    sort_key: String,
    birth_day: Option<String>,
    email: Option<String>,
    ine: Option<String>,
    gone: bool,
}

impl Entry {
    /// What somebody shares with it when both are to be compared: names alone tell something of pupils and staff who are there;
    /// of those who left, the day of birth or the address is needed too.
    fn marks(&self) -> Vec<String> {
        let (kind, name) = (self.kind.as_str(), &self.sort_key);
        let named = matches!(self.kind, PersonKind::Pupil | PersonKind::Staff) && !self.gone;
        let told_by = match self.kind {
            PersonKind::Pupil => self.birth_day.clone(),
            PersonKind::Guardian => self.email.as_ref().map(|email| email.trim().to_lowercase()),
            PersonKind::Staff | PersonKind::Agent | PersonKind::Guest => None,
        };
        let by_name = named.then(|| format!("{kind} {name}"));
        by_name.into_iter().chain(told_by.map(|more| format!("{kind} {name} {more}"))).collect()
    }
}

/// Everybody who may be of one person with somebody else.
///
/// # Errors
/// A fault of the database.
pub(super) async fn all(tx: &mut Tx) -> Result<Vec<PersonId>> {
    let beside: Vec<Entry> = tx.all(BESIDE, &[]).await?;
    let born: Vec<PersonId> =
        beside.iter().filter(|it| it.kind == PersonKind::Pupil && it.birth_day.is_some()).map(|it| it.id).collect();
    let mut watched = beside;
    watched.extend(tx.all::<Entry>(LEFT, &[]).await?);
    let mut ids = BTreeSet::new();
    by_name(tx, &watched, &mut ids).await?;
    by_number(tx, &watched, &mut ids).await?;
    by_day_in_school(tx, &born, &mut ids).await?;
    Ok(ids.into_iter().collect())
}

async fn by_name(tx: &mut Tx, watched: &[Entry], ids: &mut BTreeSet<PersonId>) -> Result<()> {
    let marks: HashSet<String> = watched.iter().flat_map(Entry::marks).collect();
    let names: BTreeSet<&str> = watched.iter().map(|it| it.sort_key.as_str()).collect();
    let names: Vec<&str> = names.into_iter().collect();
    for some in names.chunks(AT_ONCE) {
        let list = serde_json::to_string(some).map_err(Error::fault)?;
        let found: Vec<Entry> = tx.all(OF_NAME, args![list]).await?;
        let mut groups: HashMap<String, Vec<PersonId>> = HashMap::new();
        for entry in &found {
            for mark in entry.marks().into_iter().filter(|mark| marks.contains(mark)) {
                groups.entry(mark).or_default().push(entry.id);
            }
        }
        ids.extend(groups.into_values().filter(|group| group.len() > 1).flatten());
    }
    Ok(())
}

async fn by_number(tx: &mut Tx, watched: &[Entry], ids: &mut BTreeSet<PersonId>) -> Result<()> {
    let numbers: BTreeSet<&str> = watched.iter().filter_map(|it| it.ine.as_deref()).collect();
    let numbers: Vec<&str> = numbers.into_iter().collect();
    for some in numbers.chunks(AT_ONCE) {
        let list = serde_json::to_string(some).map_err(Error::fault)?;
        let found: Vec<(PersonId, String)> = tx.all(OF_NUMBER, args![list]).await?;
        let mut groups: HashMap<String, Vec<PersonId>> = HashMap::new();
        for (person, number) in found {
            groups.entry(number).or_default().push(person);
        }
        ids.extend(groups.into_values().filter(|group| group.len() > 1).flatten());
    }
    Ok(())
}

/// A name written otherwise: whoever was born the same day, in the school of a pupil who is of no delivery.
async fn by_day_in_school(tx: &mut Tx, born: &[PersonId], ids: &mut BTreeSet<PersonId>) -> Result<()> {
    let now = tx.now();
    let mut schools: BTreeSet<CircleId> = BTreeSet::new();
    for some in born.chunks(AT_ONCE) {
        let rows: Vec<CircleId> = tx.column(SCHOOLS_OF, args![id_list(some.iter().copied()), now]).await?;
        schools.extend(rows);
    }
    let schools: Vec<CircleId> = schools.into_iter().collect();
    let born: HashSet<PersonId> = born.iter().copied().collect();
    for some in schools.chunks(SCHOOLS_AT_ONCE) {
        let rows: Vec<(CircleId, String, PersonId)> =
            tx.all(BORN_IN_SCHOOL, args![id_list(some.iter().copied()), now]).await?;
        let mut groups: BTreeMap<(CircleId, String), BTreeSet<PersonId>> = BTreeMap::new();
        for (school, day, person) in rows {
            groups.entry((school, day)).or_default().insert(person);
        }
        let shared = groups.into_values().filter(|it| it.len() > 1 && it.iter().any(|person| born.contains(person)));
        ids.extend(shared.flatten());
    }
    Ok(())
}

// The index of those who are of no delivery has these very conditions.
const BESIDE: &str = "\
select id, kind, sort_key, birth_day, email, ine, gone_at is not null as gone from person \
where source <> 'aaf' and gone_at is null and merged_into is null";

const LEFT: &str = "\
select id, kind, sort_key, birth_day, email, ine, gone_at is not null as gone from person \
where gone_at is not null and merged_into is null and erased_at is null";

const OF_NAME: &str = "\
select id, kind, sort_key, birth_day, email, ine, gone_at is not null as gone from person \
where sort_key in (select value from json_each($1)) and merged_into is null and erased_at is null";

const OF_NUMBER: &str = "\
select id, ine from person where ine in (select value from json_each($1)) and merged_into is null";

const SCHOOLS_OF: &str = "\
select distinct m.circle_id from member m join circle c on c.id = m.circle_id and c.kind = 'school' and c.until is null \
where m.person_id in (select unhex(value) from json_each($1)) and m.role = 'pupil' and (m.until is null or m.until > $2)";

const BORN_IN_SCHOOL: &str = "\
select m.circle_id, p.birth_day, p.id from member m \
join person p on p.id = m.person_id and p.birth_day is not null and p.merged_into is null \
where m.circle_id in (select unhex(value) from json_each($1)) and m.role = 'pupil' and (m.until is null or m.until > $2)";

#[cfg(test)]
mod tests {
    use super::*;
    use db::Uuid;

    fn entry(kind: PersonKind, gone: bool, birth_day: Option<&str>, email: Option<&str>) -> Entry {
        let (birth_day, email) = (birth_day.map(str::to_owned), email.map(str::to_owned));
        let sort_key = "marty  zoe".to_owned();
        Entry { id: PersonId(Uuid::nil()), kind, sort_key, birth_day, email, ine: None, gone }
    }

    #[test]
    fn a_name_tells_something_of_pupils_and_staff_who_are_there() {
        let (day, mail) = (Some("2020-05-14"), Some(" A@Example.org"));
        for (entry, marks) in [
            (entry(PersonKind::Pupil, false, day, None), vec!["pupil marty  zoe", "pupil marty  zoe 2020-05-14"]),
            (entry(PersonKind::Pupil, true, day, None), vec!["pupil marty  zoe 2020-05-14"]),
            (entry(PersonKind::Pupil, true, None, None), vec![]),
            (entry(PersonKind::Staff, false, None, mail), vec!["staff marty  zoe"]),
            (entry(PersonKind::Guardian, false, None, mail), vec!["guardian marty  zoe a@example.org"]),
            (entry(PersonKind::Guardian, false, None, None), vec![]),
            (entry(PersonKind::Agent, false, None, None), vec![]),
        ] {
            assert_eq!(entry.marks(), marks);
        }
    }
}
