//! For whom a post is, and who that is by name.

use db::{FromRow, Result, Tx, args};
use school::{Circle, CircleId, PersonId, Role, SchoolId, circle, person, person::Name, text_enum};
use std::collections::HashSet;

text_enum! {
    /// For whom a post is once published; until then it is its author's alone.
    Audience {
        /// The pupils of the class or the group, and those who teach there.
        Class = "class",
        /// The class and its families.
        ClassAndFamilies = "class-and-families",
        /// The families alone.
        Families = "families",
    }
}

impl Audience {
    /// The circles a post of a class is shared with.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn circles(self, tx: &mut Tx, class: CircleId) -> Result<Vec<CircleId>> {
        Ok(match self {
            Self::Class => vec![class],
            Self::ClassAndFamilies => vec![class, Circle::families(tx, class).await?.id],
            Self::Families => vec![Circle::families(tx, class).await?.id],
        })
    }

    /// Whether pupils read it.
    pub fn has_pupils(self) -> bool {
        match self {
            Self::Class | Self::ClassAndFamilies => true,
            Self::Families => false,
        }
    }

    /// Whether families read it.
    pub fn has_families(self) -> bool {
        match self {
            Self::ClassAndFamilies | Self::Families => true,
            Self::Class => false,
        }
    }
}

/// Everybody a class or a group counts, by name: for the panel « Qui verra » of those who publish there, and nobody else. Who
/// publishes in a group of several schools writes in its carnet too, which names the same families.
#[derive(Debug)]
pub struct Readers {
    /// The pupils with their adults, in the order of the pupils' names.
    pub families: Vec<Family>,
    /// How many different adults these are.
    pub adults: i64,
    /// How many people these let read with them.
    pub invited: i64,
    /// Those who teach there.
    pub team: Vec<Name>,
    /// The heads of the school, who see all that is published there, when they do not teach in the class.
    pub heads: Vec<Name>,
}

impl Readers {
    /// Whether a pupil, a teacher or a head is named among those who see a post for an audience.
    pub fn includes(&self, audience: Audience, person: PersonId) -> bool {
        let of_the_school = self.team.iter().chain(&self.heads).any(|it| it.id == person);
        of_the_school || (audience.has_pupils() && self.families.iter().any(|family| family.child_id == person))
    }
}

/// A pupil and the adults responsible.
#[derive(Debug)]
pub struct Family {
    /// The pupil.
    pub child_id: PersonId,
    /// « Zoé M. ».
    pub child: String,
    /// The adults' whole names, each once even when the directory lists one twice.
    pub adults: Vec<String>,
}

#[derive(FromRow)]
struct Row {
    child_id: PersonId,
    child_first: String,
    child_last: String,
    /// The account, for somebody the directory lists twice; else the person.
    adult_id: Option<PersonId>,
    adult_first: Option<String>,
    adult_last: Option<String>,
}

const READERS: &str = "\
select c.id as child_id, c.first_name as child_first, c.last_name as child_last, \
    coalesce(h.account_id, a.id) as adult_id, a.first_name as adult_first, a.last_name as adult_last \
from (select distinct person_id from member \
      where circle_id = $1 and role = 'pupil' and since <= $2 and (until is null or until > $2)) m \
join person c on c.id = m.person_id \
left join guardianship g on g.child_id = c.id and g.until is null \
left join person a on a.id = g.adult_id and a.gone_at is null \
left join account_person h on h.person_id = a.id \
order by c.sort_key, c.id, g.position, a.sort_key";

/// The people of a class by name. For those who manage its journal.
///
/// # Errors
/// A fault of the database.
pub async fn readers(tx: &mut Tx, class: CircleId, school: SchoolId) -> Result<Readers> {
    let rows: Vec<Row> = tx.all(READERS, args![class, tx.now()]).await?;
    let adults: HashSet<PersonId> = rows.iter().filter_map(|row| row.adult_id).collect();
    let families = rows.chunk_by(|one, other| one.child_id == other.child_id).filter_map(family).collect();
    let team = circle::members(tx, class, Role::Teacher).await?;
    let mut heads = circle::heads(tx, school).await?;
    heads.retain(|head| !team.contains(head));
    let invited = invited_count(tx, class).await?;
    Ok(Readers { families, adults: i64::try_from(adults.len()).unwrap_or(i64::MAX), invited, team, heads })
}

/// The rows of one child.
fn family(rows: &[Row]) -> Option<Family> {
    let child = rows.first()?;
    let mut adults: Vec<String> = Vec::new();
    for row in rows {
        let (Some(first), Some(last)) = (&row.adult_first, &row.adult_last) else { continue };
        let name = format!("{first} {last}");
        if !adults.contains(&name) {
            adults.push(name);
        }
    }
    Some(Family { child_id: child.child_id, child: person::short(&child.child_first, &child.child_last), adults })
}

/// How many people the families of a class let read with them: nobody in a group. Who they are is the families' own business.
async fn invited_count(tx: &mut Tx, class: CircleId) -> Result<i64> {
    tx.count(
        "select count(distinct r.person_id) as n from member m join reader r on r.child_id = m.person_id \
         and r.until is null join circle k on k.id = m.circle_id and k.kind not in ('group', 'challenge') \
         where m.circle_id = $1 and m.role = 'pupil' and m.since <= $2 \
         and (m.until is null or m.until > $2)",
        args![class, tx.now()],
    )
    .await
}

/// How many pupils a class has: as many families can be reached.
///
/// # Errors
/// A fault of the database.
pub async fn pupil_count(tx: &mut Tx, class: CircleId) -> Result<i64> {
    tx.count(
        "select count(distinct person_id) as n from member where circle_id = $1 and role = 'pupil' \
         and since <= $2 and (until is null or until > $2)",
        args![class, tx.now()],
    )
    .await
}

#[cfg(test)]
mod tests {
    use super::*;
    use db::Uuid;

    fn row(adult: Option<(u128, &str, &str)>) -> Row {
        Row {
            child_id: PersonId(Uuid::from_u128(1)),
            child_first: "Zoé".to_owned(),
            child_last: "Martin".to_owned(),
            adult_id: adult.map(|(id, ..)| PersonId(Uuid::from_u128(id))),
            adult_first: adult.map(|(_, first, _)| first.to_owned()),
            adult_last: adult.map(|(.., last)| last.to_owned()),
        }
    }

    #[test]
    fn an_adult_listed_twice_is_named_once() {
        let rows =
            [row(Some((2, "Camille", "Roux"))), row(Some((3, "Camille", "Roux"))), row(Some((4, "Jean", "Martin")))];
        let family = family(&rows);
        assert!(family.is_some_and(|it| it.child == "Zoé M." && it.adults == ["Camille Roux", "Jean Martin"]));
    }

    #[test]
    fn a_child_without_adult_is_still_a_reader() {
        assert!(family(&[row(None)]).is_some_and(|it| it.adults.is_empty()));
    }
}
