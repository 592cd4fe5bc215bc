//! Who sits in a group: its pupils by class, its adults, and what keeps them true from day to day.

use crate::{group::Group, part, rule};
use db::{Error, FromRow, Moment, Result, Tx, args, id_list};
use school::{CircleId, PersonId, Role, SchoolId, circle, person::Name};
use std::collections::{BTreeMap, HashMap};

/// The pupils of one class who are in a group.
#[derive(Debug, Clone)]
pub struct ClassOf {
    /// The school; none for pupils who left every class.
    pub school: Option<SchoolId>,
    /// Its name, empty for none.
    pub school_name: String,
    /// The class; none for pupils of no class.
    pub class: Option<CircleId>,
    /// Its name, empty for none.
    pub name: String,
    /// The pupils, in the order of their names.
    pub pupils: Vec<Name>,
}

#[derive(Debug, Clone, FromRow)]
struct Place {
    person_id: PersonId,
    class_id: CircleId,
    name: String,
    sort_key: String,
    school_id: SchoolId,
    school_name: String,
}

/// The pupils of a group by school and class. For a desk that shows names only where the viewer may read them.
///
/// # Errors
/// A fault of the database.
pub async fn pupils(tx: &mut Tx, group: CircleId) -> Result<Vec<ClassOf>> {
    let pupils = circle::members(tx, group, Role::Pupil).await?;
    let now = tx.now();
    let places: Vec<Place> = tx
        .all(
            "select m.person_id, c.id as class_id, c.name, c.sort_key, c.school_id, s.name as school_name \
             from member m join circle c on c.id = m.circle_id and c.kind = 'class' and c.until is null \
             join school s on s.id = c.school_id \
             where m.person_id in (select unhex(value) from json_each($1)) and m.role = 'pupil' \
             and m.since <= $2 and (m.until is null or m.until > $2) order by c.sort_key, c.id",
            args![id_list(pupils.iter().map(|it| it.id)), now],
        )
        .await?;
    let mut first: HashMap<PersonId, Place> = HashMap::new();
    for place in places {
        first.entry(place.person_id).or_insert(place);
    }
    Ok(by_class(pupils, &first))
}

fn by_class(pupils: Vec<Name>, places: &HashMap<PersonId, Place>) -> Vec<ClassOf> {
    let mut classes: BTreeMap<(String, String, String), ClassOf> = BTreeMap::new();
    for pupil in pupils {
        let place = places.get(&pupil.id);
        let key = place.map_or_else(
            // After every school: `~` comes after the letters of keys.
            || ("~".to_owned(), String::new(), String::new()),
            |it| (it.school_name.clone(), it.sort_key.clone(), it.class_id.to_string()),
        );
        let class = classes.entry(key).or_insert_with(|| ClassOf {
            school: place.map(|it| it.school_id),
            school_name: place.map(|it| it.school_name.clone()).unwrap_or_default(),
            class: place.map(|it| it.class_id),
            name: place.map(|it| it.name.clone()).unwrap_or_default(),
            pupils: Vec::new(),
        });
        class.pupils.push(pupil);
    }
    classes.into_values().collect()
}

/// The adults who sit in a group, in the order of their names.
///
/// # Errors
/// A fault of the database.
pub async fn adults(tx: &mut Tx, group: CircleId) -> Result<Vec<Name>> {
    let now = tx.now();
    tx.all(
        "select distinct p.id, p.first_name, p.last_name, p.sort_key from member m join person p on p.id = m.person_id \
         where m.circle_id = $1 and m.role in ('teacher', 'staff', 'guest') \
         and m.since <= $2 and (m.until is null or m.until > $2) order by p.sort_key",
        args![group, now],
    )
    .await
}

/// How many adults are responsible for the pupils of a group.
///
/// # Errors
/// A fault of the database.
pub async fn guardians(tx: &mut Tx, group: CircleId) -> Result<i64> {
    let now = tx.now();
    tx.count(
        "select count(distinct g.adult_id) as n from member m \
         join guardianship g on g.child_id = m.person_id and g.until is null \
         join person a on a.id = g.adult_id and a.gone_at is null where m.circle_id = $1 and m.role = 'pupil' \
         and m.since <= $2 and (m.until is null or m.until > $2)",
        args![group, now],
    )
    .await
}

/// How many pupils each of some groups has.
///
/// # Errors
/// A fault of the database.
pub async fn counts(tx: &mut Tx, groups: impl IntoIterator<Item = CircleId>) -> Result<HashMap<CircleId, i64>> {
    let now = tx.now();
    let rows: Vec<(CircleId, i64)> = tx
        .all(
            "select circle_id, count(distinct person_id) as pupils from member \
             where circle_id in (select unhex(value) from json_each($1)) and role = 'pupil' \
             and since <= $2 and (until is null or until > $2) group by circle_id",
            args![id_list(groups), now],
        )
        .await?;
    Ok(rows.into_iter().collect())
}

/// Ends a seat given by hand, if there is one.
pub(crate) async fn unseat(tx: &mut Tx, group: CircleId, person: PersonId, role: Role) -> Result<()> {
    match circle::unseat(tx, group, person, role).await {
        Ok(()) | Err(Error::NotFound) => Ok(()),
        Err(error) => Err(error),
    }
}

#[derive(FromRow)]
struct Gone {
    person_id: PersonId,
    role: Role,
}

// Guests are of no team: they stay until the group ends.
const GONE: &str = "\
select m.person_id, m.role from member m where m.circle_id = $1 and m.role in ('pupil', 'teacher', 'staff') \
and m.source = 'hand' and m.since <= $2 and (m.until is null or m.until > $2) and not exists ( \
    select 1 from member n join circle c on c.id = n.circle_id and c.kind in ('school', 'class', 'staff') \
        and c.until is null and c.school_id in (select unhex(value) from json_each($3)) \
    where n.person_id = m.person_id and n.since <= $2 and (n.until is null or n.until > $2))";

/// Makes a group true again: its pupils follow its rule, and whoever left the schools of the group leaves it. Twice is the
/// same as once.
pub(crate) async fn settle(tx: &mut Tx, group: &Group) -> Result<()> {
    if group.by_rule {
        rule::follow(tx, group.id).await?;
    }
    let parts = part::of(tx, group).await?;
    let joined = parts.iter().filter(|part| part.is_in()).map(|part| part.school_id);
    let schools = id_list([group.school_id].into_iter().chain(joined));
    let now: Moment = tx.now();
    let gone: Vec<Gone> = tx.all(GONE, args![group.id, now, schools]).await?;
    for it in gone {
        unseat(tx, group.id, it.person_id, it.role).await?;
    }
    Ok(())
}
