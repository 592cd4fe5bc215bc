//! The draft a preparation begins with: each class goes on together, a level higher, with those who teach there; the oldest leave.
//!
//! Made for a list of schools at once: a whole académie is proposed by the same statements as one school.

use super::{
    DraftClassId, TurnId,
    level::{self, next_level},
};
use db::{FromRow, Result, Tx, Uuid, args, fold, id_list};
use school::{AccountId, SchoolId};
use std::collections::{BTreeSet, HashMap, HashSet};

#[derive(FromRow)]
struct Class {
    id: Uuid,
    school_id: SchoolId,
    name: String,
}

const TURN_COLUMNS: &[&str] = &["id", "school_id", "year", "state", "last_level", "prepared_by", "prepared_at"];
const CLASS_COLUMNS: &[&str] = &["id", "turn_id", "school_id", "name", "sort_key", "levels", "from_circle"];

/// Begins the turn of a year in schools that have none.
///
/// # Errors
/// [`db::Error::Conflict`] when one of them has; a fault of the database.
pub async fn propose(tx: &mut Tx, schools: &[SchoolId], year: i64, by: Option<AccountId>) -> Result<()> {
    let list = id_list(schools.iter().copied());
    let classes: Vec<Class> = tx
        .all(
            "select id, school_id, name from circle where school_id in (select unhex(value) from json_each($1)) \
             and kind = 'class' and year = $2 and until is null order by school_id, sort_key, id",
            args![&list, year - 1],
        )
        .await?;
    let levels = levels(tx, &list, year - 1).await?;
    let turns = begin(tx, schools, &classes, &levels, year, by).await?;
    write_classes(tx, &classes, &levels, &turns).await?;
    let now = tx.now();
    tx.change(TEACHERS, args![&list, year]).await?;
    tx.change(PUPILS_OF_CLASSES, args![&list, year, now]).await?;
    complete(tx, schools, year).await
}

/// Gives a place in the draft to the pupils who came since: none yet.
///
/// # Errors
/// A fault of the database.
pub async fn complete(tx: &mut Tx, schools: &[SchoolId], year: i64) -> Result<()> {
    let now = tx.now();
    tx.change(OTHER_PUPILS, args![id_list(schools.iter().copied()), year, now]).await
}

/// The levels of the pupils of each class.
async fn levels(tx: &mut Tx, schools: &str, year: i64) -> Result<HashMap<Uuid, BTreeSet<String>>> {
    let rows: Vec<(Uuid, String)> = tx
        .all(
            "select c.id, p.level from circle c join member m on m.circle_id = c.id and m.role = 'pupil' \
                 and m.since <= $3 and (m.until is null or m.until > $3) \
             join person p on p.id = m.person_id and p.gone_at is null and p.level is not null \
             where c.school_id in (select unhex(value) from json_each($1)) and c.kind = 'class' and c.year = $2 \
             and c.until is null group by c.id, p.level",
            args![schools, year, tx.now()],
        )
        .await?;
    let mut levels: HashMap<Uuid, BTreeSet<String>> = HashMap::new();
    for (class, level) in rows {
        levels.entry(class).or_default().insert(level);
    }
    Ok(levels)
}

/// The turn of a school, and the level its pupils leave in.
struct Begun {
    id: TurnId,
    last: &'static str,
}

async fn begin(
    tx: &mut Tx,
    schools: &[SchoolId],
    classes: &[Class],
    levels: &HashMap<Uuid, BTreeSet<String>>,
    year: i64,
    by: Option<AccountId>,
) -> Result<HashMap<SchoolId, Begun>> {
    let mut taught: HashMap<SchoolId, Vec<&str>> = HashMap::new();
    for class in classes {
        let known = levels.get(&class.id).into_iter().flatten().map(String::as_str);
        taught.entry(class.school_id).or_default().extend(known);
    }
    let now = tx.now();
    let mut rows = tx.rows("turn_draft", TURN_COLUMNS);
    let mut turns = HashMap::new();
    for school in schools {
        let last = level::last_of(taught.remove(school).unwrap_or_default());
        let id: TurnId = tx.id();
        rows.begin();
        rows.uuid(Some(id.0));
        rows.uuid(Some(school.0));
        rows.int(Some(year));
        rows.text(Some(super::State::Draft.as_str()));
        rows.text(Some(last));
        rows.uuid(by.map(|it| it.0));
        rows.int(Some(now.0));
        turns.insert(*school, Begun { id, last });
    }
    tx.load(&mut rows).await?;
    Ok(turns)
}

/// A class whose pupils all leave does not go on; one without pupils, or whose levels are not known, does.
async fn write_classes(
    tx: &mut Tx,
    classes: &[Class],
    levels: &HashMap<Uuid, BTreeSet<String>>,
    turns: &HashMap<SchoolId, Begun>,
) -> Result<()> {
    let nobody = BTreeSet::new();
    let mut taken: HashSet<(SchoolId, String)> = HashSet::new();
    let mut rows = tx.rows("turn_class", CLASS_COLUMNS);
    for class in classes {
        let Some(turn) = turns.get(&class.school_id) else { continue };
        let before = levels.get(&class.id).unwrap_or(&nobody);
        let stay: Vec<&str> =
            before.iter().map(String::as_str).filter(|it| *it != turn.last).map(level::next).collect();
        if stay.is_empty() && !before.is_empty() {
            continue;
        }
        let name = free_name(level::promoted(&class.name, turn.last), |it| taken.insert((class.school_id, fold(it))));
        let id: DraftClassId = tx.id();
        rows.begin();
        rows.uuid(Some(id.0));
        rows.uuid(Some(turn.id.0));
        rows.uuid(Some(class.school_id.0));
        rows.text(Some(&name));
        rows.text(Some(&fold(&name)));
        rows.text(Some(&stay.join(" ")));
        rows.uuid(Some(class.id));
    }
    tx.load(&mut rows).await
}

/// The name, or the name with the first number that makes it free; `take` takes one and says whether it was.
fn free_name(name: String, mut take: impl FnMut(&str) -> bool) -> String {
    if take(&name) {
        return name;
    }
    let mut numbered = (2_u32..).map(|number| format!("{name} ({number})"));
    numbered.find(|it| take(it)).unwrap_or(name)
}

// Whoever is there for a time only, a replacement, does not go on.
const TEACHERS: &str = "\
insert into turn_teacher (class_id, person_id, turn_id, school_id) \
select k.id, m.person_id, t.id, t.school_id from turn_draft t \
join turn_class k on k.turn_id = t.id and k.school_id = t.school_id \
join member m on m.circle_id = k.from_circle and m.role = 'teacher' and m.until is null \
where t.school_id in (select unhex(value) from json_each($1)) and t.year = $2 and t.state = 'draft' \
on conflict (class_id, person_id) do nothing";

const PUPILS_OF_CLASSES: &str = concat!(
    "insert into turn_pupil (turn_id, person_id, school_id, class_id, level, leaves) ",
    "select t.id, p.id, t.school_id, case when p.level = t.last_level then null else k.id end, ",
    "case when p.level = t.last_level then p.level else ",
    next_level!("p.level"),
    " end, coalesce(p.level = t.last_level, false) from turn_draft t ",
    "join circle c on c.school_id = t.school_id and c.kind = 'class' and c.year = t.year - 1 and c.until is null ",
    "join member m on m.circle_id = c.id and m.role = 'pupil' and m.since <= $3 and (m.until is null or m.until > $3) ",
    "join person p on p.id = m.person_id and p.gone_at is null ",
    "left join turn_class k on k.turn_id = t.id and k.school_id = t.school_id and k.from_circle = c.id ",
    "where t.school_id in (select unhex(value) from json_each($1)) and t.year = $2 and t.state = 'draft' ",
    "on conflict (turn_id, person_id) do nothing"
);

const OTHER_PUPILS: &str = concat!(
    "insert into turn_pupil (turn_id, person_id, school_id, class_id, level, leaves) ",
    "select t.id, p.id, t.school_id, cast(null as uuid), ",
    "case when p.level = t.last_level then p.level else ",
    next_level!("p.level"),
    " end, coalesce(p.level = t.last_level, false) from turn_draft t ",
    "join circle c on c.school_id = t.school_id and c.kind in ('school', 'class') and c.year in (0, t.year - 1) ",
    "and c.until is null ",
    "join member m on m.circle_id = c.id and m.role = 'pupil' and m.since <= $3 and (m.until is null or m.until > $3) ",
    "join person p on p.id = m.person_id and p.gone_at is null ",
    "where t.school_id in (select unhex(value) from json_each($1)) and t.year = $2 and t.state = 'draft' ",
    "on conflict (turn_id, person_id) do nothing"
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_classes_that_would_have_one_name_are_told_apart() {
        let mut taken = HashSet::new();
        let mut named = |name: &str| free_name(name.to_owned(), |it| taken.insert(it.to_owned()));
        assert_eq!([named("CM2"), named("CM2"), named("CM2")], ["CM2", "CM2 (2)", "CM2 (3)"]);
    }
}
