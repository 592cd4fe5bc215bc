//! What those who work at the school are proposed: families and pupils, classes, colleagues, parents by name.

use super::{Suggestion, pattern};
use crate::{W, matrix::pupil_writes, target::Target};
use db::{FromRow, Result, Tx, args, id_list};
use school::{CircleId, CircleKind, PersonId, SchoolId, SchoolYear, Viewer, person};

pub(super) async fn proposals(tx: &mut Tx, viewer: &Viewer, school: SchoolId, typed: &str) -> Result<Vec<Suggestion>> {
    let pattern = pattern(typed);
    if pattern == "%%" {
        return usual(tx, viewer, school).await;
    }
    let children = children(tx, school, &pattern).await?;
    let mut found: Vec<Suggestion> = children.iter().map(Child::family).collect();
    found.extend(children.iter().filter(|child| pupil_writes(child.level.as_deref())).map(Child::person));
    // The classes of the first children found, not those of half the school.
    let few = id_list(children.iter().take(3).map(|child| child.id));
    for class in classes(tx, school, &pattern, few).await? {
        found.extend(class.proposals());
    }
    found.push(Suggestion::new(Target::Staff(school), W.school_team()));
    found.extend(colleagues(tx, school, &pattern).await?);
    found.extend(parents(tx, school, &pattern).await?);
    Ok(found)
}

/// Before anything is typed: the classes and groups taught, the team of the school.
async fn usual(tx: &mut Tx, viewer: &Viewer, school: SchoolId) -> Result<Vec<Suggestion>> {
    let now = tx.now();
    let taught = id_list(viewer.taught().chain(viewer.groups_taught()));
    let year = SchoolYear::of(now.day()).0;
    let classes: Vec<Class> = tx.all(TAUGHT, args![school, year, now, taught]).await?;
    let mut found: Vec<Suggestion> = classes.iter().flat_map(Class::proposals).collect();
    found.push(Suggestion::new(Target::Staff(school), W.school_team()));
    Ok(found)
}

#[derive(FromRow)]
struct Child {
    id: PersonId,
    first_name: String,
    last_name: String,
    level: Option<String>,
    adults: i64,
}

impl Child {
    fn family(&self) -> Suggestion {
        let name = person::short(&self.first_name, &self.last_name);
        let label = W.with_count(W.parents_of(web::of_name(name)), self.adults);
        // Two children of a school may have the same short name.
        Suggestion::new(Target::Family(self.id), label).hint(person::full(&self.first_name, &self.last_name))
    }

    fn person(&self) -> Suggestion {
        Suggestion::new(Target::Person(self.id), person::full(&self.first_name, &self.last_name)).hint(W.a_pupil())
    }
}

async fn children(tx: &mut Tx, school: SchoolId, pattern: &str) -> Result<Vec<Child>> {
    tx.all(
        "select distinct p.id, p.first_name, p.last_name, p.level, p.sort_key, \
             (select count(*) from guardianship g join person a on a.id = g.adult_id and a.gone_at is null \
              where g.child_id = p.id and g.until is null) as adults \
         from circle c join member m on m.circle_id = c.id and m.role = 'pupil' \
             and m.since <= $2 and (m.until is null or m.until > $2) \
         join person p on p.id = m.person_id and p.gone_at is null \
         where c.school_id = $1 and c.kind in ('school', 'class') and c.until is null and p.search_key like $3 \
         order by p.sort_key, p.id limit 8",
        args![school, tx.now(), pattern],
    )
    .await
}

#[derive(FromRow)]
struct Class {
    id: CircleId,
    kind: CircleKind,
    name: String,
    pupils: i64,
    adults: i64,
}

impl Class {
    fn proposals(&self) -> Vec<Suggestion> {
        let count = W.pupils_and_adults(W.count_pupils(self.pupils), W.count_adults(self.adults));
        let families = Suggestion::new(Target::Families(self.id), W.families_of(&self.name)).hint(count);
        match self.kind {
            CircleKind::Class => {
                vec![families, Suggestion::new(Target::Team(self.id), W.team_of(&self.name))]
            }
            CircleKind::Level | CircleKind::Group | CircleKind::School => vec![families],
            CircleKind::Staff | CircleKind::Families | CircleKind::Challenge => Vec::new(),
        }
    }
}

/// One list of columns for both lists of classes.
macro_rules! select_classes {
    ($condition:literal) => {
        concat!(
            "select c.id, c.kind, c.name, ",
            "(select count(distinct m.person_id) from member m where m.circle_id = c.id and m.role = 'pupil' ",
            "and m.since <= $3 and (m.until is null or m.until > $3)) as pupils, ",
            "(select count(distinct g.adult_id) from member m join guardianship g on g.child_id = m.person_id ",
            "and g.until is null where m.circle_id = c.id and m.role = 'pupil' ",
            "and m.since <= $3 and (m.until is null or m.until > $3)) as adults ",
            "from circle c where c.school_id = $1 and c.kind in ('class', 'level', 'group') and c.year in ($2, 0) ",
            "and c.until is null and ",
            $condition,
            " order by c.sort_key, c.id limit 8"
        )
    };
}

const TAUGHT: &str = select_classes!("c.id in (select unhex(value) from json_each($4))");

const FOUND: &str = select_classes!(
    "(' ' || c.sort_key like $4 or (c.kind = 'class' and exists (select 1 from member m where m.circle_id = c.id \
        and m.person_id in (select unhex(value) from json_each($5)) and m.since <= $3 \
        and (m.until is null or m.until > $3))))"
);

async fn classes(tx: &mut Tx, school: SchoolId, pattern: &str, children: String) -> Result<Vec<Class>> {
    let now = tx.now();
    let year = SchoolYear::of(now.day()).0;
    tx.all(FOUND, args![school, year, now, pattern, children]).await
}

#[derive(FromRow)]
struct Adult {
    id: PersonId,
    first_name: String,
    last_name: String,
    child_first_name: Option<String>,
    child_last_name: Option<String>,
}

impl Adult {
    fn proposal(self) -> Suggestion {
        let found = Suggestion::new(Target::Person(self.id), person::full(&self.first_name, &self.last_name));
        match (self.child_first_name, self.child_last_name) {
            (Some(first), Some(last)) => found.hint(W.parent_of(web::of_name(person::short(&first, &last)))),
            _ => found,
        }
    }
}

async fn colleagues(tx: &mut Tx, school: SchoolId, pattern: &str) -> Result<Vec<Suggestion>> {
    let now = tx.now();
    let adults: Vec<Adult> = tx
        .all(
            "select distinct p.id, p.first_name, p.last_name, p.sort_key, cast(null as text) as child_first_name, \
                 cast(null as text) as child_last_name \
             from circle c join member m on m.circle_id = c.id and m.since <= $2 and (m.until is null or m.until > $2) \
             join person p on p.id = m.person_id and p.gone_at is null \
             where c.school_id = $1 and c.kind = 'staff' and c.until is null and p.search_key like $3 \
             order by p.sort_key, p.id limit 8",
            args![school, now, pattern],
        )
        .await?;
    Ok(adults.into_iter().map(Adult::proposal).collect())
}

async fn parents(tx: &mut Tx, school: SchoolId, pattern: &str) -> Result<Vec<Suggestion>> {
    let now = tx.now();
    let adults: Vec<Adult> = tx
        .all(
            "select distinct p.id, p.first_name, p.last_name, p.sort_key, k.first_name as child_first_name, \
                 k.last_name as child_last_name \
             from circle c join member m on m.circle_id = c.id and m.role = 'pupil' \
                 and m.since <= $2 and (m.until is null or m.until > $2) \
             join guardianship g on g.child_id = m.person_id and g.until is null \
             join person p on p.id = g.adult_id and p.gone_at is null join person k on k.id = g.child_id \
             where c.school_id = $1 and c.kind in ('school', 'class') and c.until is null and p.search_key like $3 \
             order by p.sort_key, p.id limit 16",
            args![school, now, pattern],
        )
        .await?;
    Ok(adults.into_iter().map(Adult::proposal).collect())
}
