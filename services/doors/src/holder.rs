//! Whoever gets a connection sheet at a place, read from the directory in the order in which sheets are handed out: by pupil,
//! since it is by the bags of pupils that they travel.

use crate::{email, sheet::Readers};
use db::{FromRow, Moment, Result, Tx, args, id_list};
use school::{
    CircleId, PersonId, SchoolId, circle,
    person::{Name, short},
};
use std::collections::{HashMap, HashSet};

/// Somebody who gets a sheet.
#[derive(Clone, Debug)]
pub(crate) struct Holder {
    /// The person.
    pub(crate) name: Name,
    /// What the person is there.
    pub(crate) readers: Readers,
    /// The class, where sheets are those of a whole school.
    pub(crate) class: Option<String>,
    /// The first pupil the person is responsible for; pupils are their own.
    pub(crate) of: PersonId,
    /// The children of the place the person is responsible for, short names.
    pub(crate) children: Vec<String>,
    /// The address of the directory.
    pub(crate) email: Option<String>,
    /// Whether a password was chosen already.
    pub(crate) active: bool,
}

impl Holder {
    /// Where a letter reaches an adult whose address nobody confirmed yet. Children get none: what opens their account is
    /// handed over.
    pub(crate) fn address(&self) -> Option<String> {
        let known = self.email.as_deref().map(|it| it.trim().to_lowercase());
        known.filter(|it| self.readers != Readers::Pupils && email::is_address(it))
    }
}

#[derive(FromRow)]
struct Row {
    id: PersonId,
    first_name: String,
    last_name: String,
    email: Option<String>,
    class: Option<String>,
    activated_at: Option<Moment>,
    child_id: Option<PersonId>,
    child_first_name: Option<String>,
    child_last_name: Option<String>,
}

const FAMILIES: &str = "\
select distinct p.id, p.first_name, p.last_name, p.sort_key, p.email, cast(null as text) as class, a.activated_at, \
    c.id as child_id, c.first_name as child_first_name, c.last_name as child_last_name, c.sort_key as child_sort_key, \
    g.position \
from member m join person c on c.id = m.person_id \
join guardianship g on g.child_id = c.id and g.until is null \
join person p on p.id = g.adult_id and p.gone_at is null \
left join account_person h on h.person_id = p.id left join account a on a.id = h.account_id \
where m.circle_id = $1 and m.role = 'pupil' and m.since <= $2 and (m.until is null or m.until > $2) \
order by c.sort_key, c.id, g.position, p.sort_key, p.id";

const PUPILS: &str = "\
select distinct p.id, p.first_name, p.last_name, p.sort_key, p.email, cast(null as text) as class, a.activated_at, \
    cast(null as uuid) as child_id, cast(null as text) as child_first_name, cast(null as text) as child_last_name \
from member m join person p on p.id = m.person_id \
left join account_person h on h.person_id = p.id left join account a on a.id = h.account_id \
where m.circle_id = $1 and m.role = 'pupil' and m.since <= $2 and (m.until is null or m.until > $2) \
order by p.sort_key, p.id";

// Classes come before the circle of the whole school, which tells of those without a class.
const FAMILIES_OF_SCHOOL: &str = "\
select distinct p.id, p.first_name, p.last_name, p.sort_key, p.email, \
    case when k.kind = 'class' then k.name end as class, a.activated_at, \
    c.id as child_id, c.first_name as child_first_name, c.last_name as child_last_name, c.sort_key as child_sort_key, \
    g.position, k.kind as circle_kind, k.sort_key as circle_sort_key \
from circle k join member m on m.circle_id = k.id join person c on c.id = m.person_id \
join guardianship g on g.child_id = c.id and g.until is null \
join person p on p.id = g.adult_id and p.gone_at is null \
left join account_person h on h.person_id = p.id left join account a on a.id = h.account_id \
where k.school_id = $1 and k.kind in ('class', 'school') and k.until is null \
and m.role = 'pupil' and m.since <= $2 and (m.until is null or m.until > $2) \
order by k.kind, k.sort_key, c.sort_key, c.id, g.position, p.sort_key, p.id";

const PUPILS_OF_SCHOOL: &str = "\
select distinct p.id, p.first_name, p.last_name, p.sort_key, p.email, \
    case when k.kind = 'class' then k.name end as class, a.activated_at, \
    cast(null as uuid) as child_id, cast(null as text) as child_first_name, cast(null as text) as child_last_name, \
    k.kind as circle_kind, k.sort_key as circle_sort_key \
from circle k join member m on m.circle_id = k.id join person p on p.id = m.person_id \
left join account_person h on h.person_id = p.id left join account a on a.id = h.account_id \
where k.school_id = $1 and k.kind in ('class', 'school') and k.until is null \
and m.role = 'pupil' and m.since <= $2 and (m.until is null or m.until > $2) \
order by k.kind, k.sort_key, p.sort_key, p.id";

// Whoever comes for a time sits in a class or a group, not in the team.
const TEAM: &str = "\
select distinct p.id, p.first_name, p.last_name, p.sort_key, p.email, cast(null as text) as class, a.activated_at, \
    cast(null as uuid) as child_id, cast(null as text) as child_first_name, cast(null as text) as child_last_name \
from circle c join member m on m.circle_id = c.id join person p on p.id = m.person_id \
left join account_person h on h.person_id = p.id left join account a on a.id = h.account_id \
where c.school_id = $1 and (c.kind = 'staff' or m.role = 'guest') and c.until is null \
and m.since <= $2 and (m.until is null or m.until > $2) order by p.sort_key, p.id";

const NAMED: &str = "\
select distinct p.id, p.first_name, p.last_name, p.sort_key, p.email, cast(null as text) as class, a.activated_at, \
    cast(null as uuid) as child_id, cast(null as text) as child_first_name, cast(null as text) as child_last_name \
from person p left join account_person h on h.person_id = p.id left join account a on a.id = h.account_id \
where p.id in (select unhex(value) from json_each($1)) order by p.sort_key, p.id";

// Those of these people who head a school, by themselves or by another entry of their account.
const HEADS_AMONG: &str = "\
select m.person_id from member m where m.person_id in (select unhex(value) from json_each($1)) \
and m.role = 'head' and m.since <= $2 and (m.until is null or m.until > $2) \
union all \
select h.person_id from account_person h join account_person o on o.account_id = h.account_id \
join member m on m.person_id = o.person_id \
where h.person_id in (select unhex(value) from json_each($1)) \
and m.role = 'head' and m.since <= $2 and (m.until is null or m.until > $2)";

/// The holders of a class. A parent listed twice in the directory is two.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn of_class(tx: &mut Tx, class: CircleId, readers: Readers) -> Result<Vec<Holder>> {
    let now = tx.now();
    let rows = match readers {
        Readers::Families => tx.all(FAMILIES, args![class, now]).await?,
        Readers::Pupils => tx.all(PUPILS, args![class, now]).await?,
        Readers::Team => Vec::new(),
    };
    Ok(gathered(rows, readers))
}

/// The holders of a whole school, class by class.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn of_school(tx: &mut Tx, school: SchoolId, readers: Readers) -> Result<Vec<Holder>> {
    let now = tx.now();
    let rows = match readers {
        Readers::Families => tx.all(FAMILIES_OF_SCHOOL, args![school, now]).await?,
        Readers::Pupils => tx.all(PUPILS_OF_SCHOOL, args![school, now]).await?,
        Readers::Team => tx.all(TEAM, args![school, now]).await?,
    };
    Ok(gathered(rows, readers))
}

/// These holders, but those whose account opens what a head does.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn but_heads(tx: &mut Tx, mut holders: Vec<Holder>) -> Result<Vec<Holder>> {
    let now = tx.now();
    let list = id_list(holders.iter().map(|it| it.name.id));
    let heads: Vec<PersonId> = tx.column(HEADS_AMONG, args![list, now]).await?;
    holders.retain(|it| !heads.contains(&it.name.id));
    Ok(holders)
}

/// Those who head a school.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn heads_of(tx: &mut Tx, school: SchoolId) -> Result<Vec<Holder>> {
    let heads = id_list(circle::heads(tx, school).await?.into_iter().map(|head| head.id));
    Ok(gathered(tx.all(NAMED, args![heads]).await?, Readers::Team))
}

/// One holder for all rows of one person, where the first of them stands; each child once.
fn gathered(rows: Vec<Row>, readers: Readers) -> Vec<Holder> {
    let mut holders: Vec<Holder> = Vec::new();
    let mut places: HashMap<PersonId, usize> = HashMap::new();
    let mut known: HashSet<(PersonId, PersonId)> = HashSet::new();
    for row in rows {
        let place = *places.entry(row.id).or_insert(holders.len());
        if place == holders.len() {
            holders.push(Holder {
                name: Name { id: row.id, first_name: row.first_name, last_name: row.last_name },
                readers,
                class: row.class,
                of: row.child_id.unwrap_or(row.id),
                children: Vec::new(),
                email: row.email,
                active: row.activated_at.is_some(),
            });
        }
        let named = row.child_first_name.zip(row.child_last_name);
        if let Some((child, (first, last))) = row.child_id.zip(named)
            && known.insert((row.id, child))
        {
            holders[place].children.push(short(&first, &last));
        }
    }
    holders
}

/// Pupils, each followed by the adults responsible: those of several are with the first.
pub(crate) fn by_pupil(pupils: Vec<Holder>, families: Vec<Holder>) -> Vec<Holder> {
    let mut adults: HashMap<PersonId, Vec<Holder>> = HashMap::new();
    for adult in families {
        adults.entry(adult.of).or_default().push(adult);
    }
    let mut all = Vec::new();
    for pupil in pupils {
        let with = adults.remove(&pupil.name.id).unwrap_or_default();
        all.push(pupil);
        all.extend(with);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use db::Uuid;

    fn id(number: u128) -> PersonId {
        PersonId(Uuid::from_u128(number))
    }

    fn row(person: u128, child: Option<(u128, &str)>) -> Row {
        Row {
            id: id(person),
            first_name: "Nadia".to_owned(),
            last_name: "Benali".to_owned(),
            email: None,
            class: None,
            activated_at: None,
            child_id: child.map(|it| id(it.0)),
            child_first_name: child.map(|it| it.1.to_owned()),
            child_last_name: child.map(|_| "Benali".to_owned()),
        }
    }

    #[test]
    fn two_children_stand_on_one_sheet_and_two_entries_on_two() {
        let (ines, samir) = (Some((7, "Inès")), Some((8, "Samir")));
        let rows = vec![row(1, ines), row(2, ines), row(1, samir), row(1, samir)];
        let children: Vec<Vec<String>> = gathered(rows, Readers::Families).into_iter().map(|it| it.children).collect();
        assert_eq!(children, [vec!["Inès B.", "Samir B."], vec!["Inès B."]]);
    }

    #[test]
    fn a_pupil_has_no_children() {
        assert!(gathered(vec![row(1, None)], Readers::Pupils).iter().all(|it| it.children.is_empty()));
    }

    #[test]
    fn adults_follow_their_pupil() {
        let pupils = gathered(vec![row(7, None), row(8, None)], Readers::Pupils);
        let rows = vec![row(1, Some((7, "Inès"))), row(1, Some((8, "Samir"))), row(2, Some((8, "Samir")))];
        let all: Vec<PersonId> =
            by_pupil(pupils, gathered(rows, Readers::Families)).iter().map(|it| it.name.id).collect();
        assert_eq!(all, [id(7), id(1), id(8), id(2)]);
    }

    #[test]
    fn what_is_no_address_gets_no_letter() {
        for (email, readers, reached) in [
            (Some(" Nadia@Example.org "), Readers::Families, Some("nadia@example.org")),
            (Some("nadia"), Readers::Families, None),
            (Some("ines@example.org"), Readers::Pupils, None),
            (None, Readers::Team, None),
        ] {
            let mut holders = gathered(vec![row(1, None)], readers);
            holders[0].email = email.map(str::to_owned);
            assert_eq!(holders[0].address().as_deref(), reached);
        }
    }
}
