//! What is known of the people who may be the same.

use db::{FromRow, Moment, Result, Tx, args, id_list};
use school::{AccountId, CircleId, CircleKind, PersonId, PersonKind, SchoolId, Source, person::full};
use std::collections::HashMap;

/// One entry of the directory, with its account.
#[derive(Debug, Clone, FromRow)]
pub struct Facts {
    /// The person.
    pub id: PersonId,
    /// What the directory says the person is.
    pub kind: PersonKind,
    /// Where the entry comes from.
    pub source: Source,
    /// Code of the académie.
    pub academy: Option<String>,
    /// Last name.
    pub last_name: String,
    /// First name.
    pub first_name: String,
    /// The day of birth, ISO.
    pub birth_day: Option<String>,
    /// The address of a letter box.
    pub email: Option<String>,
    /// The national number of a pupil.
    pub ine: Option<String>,
    /// Level code of a pupil.
    pub level: Option<String>,
    /// When the person left.
    pub gone_at: Option<Moment>,
    /// The entry that took its place.
    pub merged_into: Option<PersonId>,
    /// The account that holds the person.
    pub account_id: Option<AccountId>,
    /// When its first password was chosen.
    pub activated_at: Option<Moment>,
}

impl Facts {
    /// « Zoé Martin ».
    pub fn name(&self) -> String {
        full(&self.first_name, &self.last_name)
    }

    /// What makes an entry the one that stays: it is there, and comes from the better source.
    fn rank(&self) -> (bool, u8) {
        let source = match self.source {
            Source::Aaf => 2,
            Source::Onde => 1,
            Source::Hand => 0,
        };
        (self.gone_at.is_none(), source)
    }
}

/// An entry and where it sits.
#[derive(Debug, Clone)]
pub struct Known {
    /// Who it is.
    pub person: Facts,
    /// The schools.
    pub schools: Vec<SchoolId>,
    /// The classes.
    pub classes: Vec<CircleId>,
}

/// Of two entries of one person, the one that stays, then the one whose place it takes. Of equals the older stays.
pub fn in_order(one: Known, other: Known) -> (Known, Known) {
    let (left, right) = (one.person.rank(), other.person.rank());
    let stays = left > right || (left == right && one.person.id < other.person.id);
    if stays { (one, other) } else { (other, one) }
}

/// As many people are read at once.
const AT_ONCE: usize = 2000;

/// Reads some people; those who are no more are left out.
///
/// # Errors
/// A fault of the database.
pub async fn load(tx: &mut Tx, ids: &[PersonId]) -> Result<Vec<Known>> {
    let mut known = Vec::with_capacity(ids.len());
    for some in ids.chunks(AT_ONCE) {
        known.extend(load_some(tx, some).await?);
    }
    Ok(known)
}

async fn load_some(tx: &mut Tx, ids: &[PersonId]) -> Result<Vec<Known>> {
    let list = id_list(ids.iter().copied());
    let people: Vec<Facts> = tx.all(PEOPLE, args![&list]).await?;
    let now = tx.now();
    let seats: Vec<(PersonId, CircleId, SchoolId, String)> = tx.all(SEATS, args![&list, now]).await?;
    let mut places: HashMap<PersonId, (Vec<SchoolId>, Vec<CircleId>)> = HashMap::new();
    for (person, circle, school, kind) in seats {
        let (schools, classes) = places.entry(person).or_default();
        if !schools.contains(&school) {
            schools.push(school);
        }
        if kind == CircleKind::Class.as_str() {
            classes.push(circle);
        }
    }
    let known = people.into_iter().map(|person| {
        let (schools, classes) = places.remove(&person.id).unwrap_or_default();
        Known { person, schools, classes }
    });
    Ok(known.collect())
}

const PEOPLE: &str = "\
select p.id, p.kind, p.source, p.academy, p.last_name, p.first_name, p.birth_day, p.email, p.ine, p.level, p.gone_at, \
    p.merged_into, h.account_id, a.activated_at from person p \
left join account_person h on h.person_id = p.id left join account a on a.id = h.account_id \
where p.id in (select unhex(value) from json_each($1)) order by p.id";

const SEATS: &str = "\
select distinct m.person_id, m.circle_id, c.school_id, c.kind from member m \
join circle c on c.id = m.circle_id and c.kind in ('school', 'staff', 'class') and c.until is null \
where m.person_id in (select unhex(value) from json_each($1)) and m.since <= $2 and (m.until is null or m.until > $2)";
