//! The rule of a group: lines, each all pupils of a class or all pupils of a level in a school. Who comes and goes follows.

use db::{FromRow, Result, Tx, Uuid, args};
use school::{CircleId, PersonId, Role, SchoolId, circle};
use std::collections::{BTreeMap, BTreeSet};

/// A line of a rule.
#[derive(Debug, Clone, FromRow)]
pub struct Line {
    /// The school it takes pupils of.
    pub school_id: SchoolId,
    /// The name of that school.
    pub school_name: String,
    /// The class all of whose pupils come.
    pub class_id: Option<CircleId>,
    /// Its name.
    pub class_name: Option<String>,
    /// The level all of whose pupils come, by its code (MEFSTAT4, interfaces.md §1.8).
    pub level: Option<String>,
}

/// The lines of a rule, by school, levels in the order of schooling, then classes by name.
///
/// # Errors
/// A fault of the database.
pub async fn lines(tx: &mut Tx, group: CircleId) -> Result<Vec<Line>> {
    tx.all(
        "select r.school_id, s.name as school_name, r.class_id, c.name as class_name, r.level, s.sort_key, \
             coalesce(c.sort_key, '') as class_key \
         from groups_rule r join school s on s.id = r.school_id left join circle c on c.id = r.class_id \
         where r.circle_id = $1 order by s.sort_key, s.id, class_key, r.level, r.id",
        args![group],
    )
    .await
}

/// Says the lines of one school anew.
pub(crate) async fn set(
    tx: &mut Tx,
    group: CircleId,
    school: SchoolId,
    levels: &[String],
    classes: &[CircleId],
) -> Result<()> {
    tx.change("delete from groups_rule where circle_id = $1 and school_id = $2", args![group, school]).await?;
    for level in levels {
        add(tx, group, school, None, Some(level)).await?;
    }
    for class in classes {
        add(tx, group, school, Some(*class), None).await?;
    }
    Ok(())
}

/// Adds a line.
pub(crate) async fn add(
    tx: &mut Tx,
    group: CircleId,
    school: SchoolId,
    class: Option<CircleId>,
    level: Option<&str>,
) -> Result<()> {
    let (id, now): (Uuid, _) = (tx.id(), tx.now());
    tx.change(
        "insert into groups_rule (id, circle_id, school_id, class_id, level, added_at) values ($1, $2, $3, $4, $5, $6)",
        args![id, group, school, class, level, now],
    )
    .await
}

// Two halves, for each its index.
const WANTED: &str = "\
select m.person_id, r.school_id from groups_rule r \
join circle c on c.id = r.class_id and c.until is null \
join member m on m.circle_id = c.id and m.role = 'pupil' and m.since <= $2 and (m.until is null or m.until > $2) \
join person p on p.id = m.person_id and p.gone_at is null where r.circle_id = $1 \
union select m.person_id, r.school_id from groups_rule r \
join circle c on c.school_id = r.school_id and c.kind = 'school' and c.until is null \
join member m on m.circle_id = c.id and m.role = 'pupil' and m.since <= $2 and (m.until is null or m.until > $2) \
join person p on p.id = m.person_id and p.gone_at is null and p.level = r.level where r.circle_id = $1";

/// Seats those the rule brings, and unseats those it brought and brings no more. Twice is the same as once.
pub(crate) async fn follow(tx: &mut Tx, group: CircleId) -> Result<()> {
    let now = tx.now();
    let wanted: Vec<(PersonId, SchoolId)> = tx.all(WANTED, args![group, now]).await?;
    let wanted: BTreeMap<PersonId, SchoolId> = wanted.into_iter().collect();
    let kept = "select person_id from groups_member where circle_id = $1 and school_id is not null";
    let kept: BTreeSet<PersonId> = tx.column(kept, args![group]).await?.into_iter().collect();
    for (person, school) in wanted.iter().filter(|(person, _)| !kept.contains(*person)) {
        circle::seat(tx, group, *person, Role::Pupil, None).await?;
        tx.change(
            "insert into groups_member (circle_id, school_id, person_id, added_at) values ($1, $2, $3, $4) \
             on conflict (circle_id, person_id) do nothing",
            args![group, *school, *person, now],
        )
        .await?;
    }
    for person in kept.into_iter().filter(|person| !wanted.contains_key(person)) {
        crate::roll::unseat(tx, group, person, Role::Pupil).await?;
        tx.change(
            "delete from groups_member where circle_id = $1 and person_id = $2 and school_id is not null",
            args![group, person],
        )
        .await?;
    }
    Ok(())
}
