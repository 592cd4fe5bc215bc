//! The children a mot is for: each has a row from the draft on, with the short code of the paper slip and, when one adult is
//! named, who that is.

use commons::Thing;
use db::{FromRow, Result, Tx, args, id_list};
use school::{CircleId, PersonId, person};

/// The adult named for a child `c` of a mot, while that adult is responsible for the child: once it is over, no adult is
/// named, so that somebody can still answer.
macro_rules! named_adult {
    () => {
        "(select n.adult_id from guardianship n join person d on d.id = n.adult_id and d.gone_at is null \
            where n.child_id = c.child_id and n.adult_id = c.named_adult and n.until is null)"
    };
}
pub(crate) use named_adult;

/// A pupil of the circle a mot is aimed at.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Pupil {
    /// The child.
    pub id: PersonId,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// Level code (interfaces.md §1.8).
    pub level: Option<String>,
}

/// An adult responsible for a child.
#[derive(Debug, Clone, FromRow)]
pub struct Guardian {
    /// The child.
    pub child_id: PersonId,
    /// The adult.
    pub adult_id: PersonId,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
}

/// A child a mot is for.
#[derive(Debug, Clone, FromRow)]
pub struct Aimed {
    /// The child.
    pub child_id: PersonId,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// The short code of the child's paper slip, unique within the mot.
    pub code: String,
    /// The adult asked, when one is named.
    pub named_adult: Option<PersonId>,
    /// Whether the child is still a pupil of the circle.
    pub present: bool,
}

/// A child chosen for a mot, with the adult named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chosen {
    /// The child.
    pub child: PersonId,
    /// The adult asked, when one is named.
    pub adult: Option<PersonId>,
}

impl Pupil {
    /// « Zoé Marty », for those who choose among all of a class.
    pub fn full(&self) -> String {
        person::full(&self.first_name, &self.last_name)
    }

    /// Whether the child is in CE1 or above, and may see mots (product.md §3.1).
    pub fn is_old_enough(&self) -> bool {
        is_old_enough(self.level.as_deref())
    }
}

impl Guardian {
    /// The whole name.
    pub fn full(&self) -> String {
        person::full(&self.first_name, &self.last_name)
    }
}

impl Aimed {
    /// « Zoé Marty ».
    pub fn full(&self) -> String {
        person::full(&self.first_name, &self.last_name)
    }
}

/// Whether a level is CE1 or above: neither the first cycle nor CP.
pub fn is_old_enough(level: Option<&str>) -> bool {
    level.is_some_and(|code| !matches!(code, "1110" | "1111" | "1112" | "1113" | "1121"))
}

/// The pupils of a circle, in the order of their names.
///
/// # Errors
/// A fault of the database.
pub async fn pupils(tx: &mut Tx, circle: CircleId) -> Result<Vec<Pupil>> {
    tx.all(
        "select distinct p.id, p.first_name, p.last_name, p.level, p.sort_key from member m \
         join person p on p.id = m.person_id where m.circle_id = $1 and m.role = 'pupil' and m.since <= $2 \
         and (m.until is null or m.until > $2) order by p.sort_key, p.id",
        args![circle, tx.now()],
    )
    .await
}

/// The adults responsible for the pupils of a circle, by child, in the order of contact.
///
/// # Errors
/// A fault of the database.
pub async fn guardians(tx: &mut Tx, circle: CircleId) -> Result<Vec<Guardian>> {
    tx.all(
        "select distinct g.child_id, g.adult_id, a.first_name, a.last_name, g.position, a.sort_key from member m \
         join guardianship g on g.child_id = m.person_id and g.until is null \
         join person a on a.id = g.adult_id and a.gone_at is null \
         where m.circle_id = $1 and m.role = 'pupil' and m.since <= $2 and (m.until is null or m.until > $2) \
         order by g.child_id, g.position, a.sort_key",
        args![circle, tx.now()],
    )
    .await
}

/// The adults responsible for the children of a mot, by child, in the order of contact. For those who manage the mot.
///
/// # Errors
/// A fault of the database.
pub async fn guardians_of(tx: &mut Tx, thing: &Thing) -> Result<Vec<Guardian>> {
    tx.all(
        "select g.child_id, g.adult_id, a.first_name, a.last_name from mot_child c \
         join guardianship g on g.child_id = c.child_id and g.until is null \
         join person a on a.id = g.adult_id and a.gone_at is null \
         where c.thing_id = $1 and c.school_id = $2 order by g.child_id, g.position, a.sort_key",
        args![thing.id, thing.school_id],
    )
    .await
}

/// The children of a mot, in the order of their names. For those who manage the mot.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, thing: &Thing, target: CircleId) -> Result<Vec<Aimed>> {
    tx.all(
        concat!(
            "select c.child_id, p.first_name, p.last_name, c.code, ",
            named_adult!(),
            " as named_adult, exists (select 1 from member m where m.circle_id = $3 and m.person_id = c.child_id \
                 and m.role = 'pupil' and m.since <= $4 and (m.until is null or m.until > $4)) as present \
             from mot_child c join person p on p.id = c.child_id \
             where c.thing_id = $1 and c.school_id = $2 order by p.sort_key, p.id"
        ),
        args![thing.id, thing.school_id, target, tx.now()],
    )
    .await
}

/// Says for which children a mot that nobody sees yet is: these and no others.
pub(crate) async fn revise(tx: &mut Tx, thing: &Thing, chosen: &[Chosen]) -> Result<()> {
    let kept = id_list(chosen.iter().map(|it| it.child));
    tx.change(
        "delete from mot_child where thing_id = $1 and school_id = $2 \
         and child_id not in (select unhex(value) from json_each($3))",
        args![thing.id, thing.school_id, kept],
    )
    .await?;
    add(tx, thing, chosen).await
}

/// Adds children to a mot; those it is for already keep their code.
pub(crate) async fn add(tx: &mut Tx, thing: &Thing, chosen: &[Chosen]) -> Result<()> {
    let now = tx.now();
    let mut codes: Vec<String> = tx
        .column("select code from mot_child where thing_id = $1 and school_id = $2", args![thing.id, thing.school_id])
        .await?;
    let mut lines = Vec::new();
    for it in chosen {
        let code = new_code(tx, &codes);
        lines.push(line(it, &code));
        codes.push(code);
    }
    tx.change(ADD, args![thing.id, thing.school_id, format!("[{}]", lines.join(",")), now]).await
}

// However many children there are, one statement: a mot to a whole school has hundreds.
const ADD: &str = "\
insert into mot_child (thing_id, school_id, child_id, code, named_adult, added_at) \
select $1, $2, unhex(substr(value, 1, 32)), substr(value, 33, 4), \
    case when length(value) > 36 then unhex(substr(value, 37, 32)) end, $4 \
from json_each($3) where true on conflict (thing_id, child_id) do update set named_adult = excluded.named_adult";

/// A child as one text: the identifier, the code, the adult named if there is one.
fn line(chosen: &Chosen, code: &str) -> String {
    let adult = chosen.adult.map(|it| it.to_string()).unwrap_or_default();
    format!("\"{}{code}{adult}\"", chosen.child)
}

/// Letters and digits nobody takes for one another on paper; as many as divide the values of a byte.
const SIGNS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/// A code of four signs no other child of the mot has.
fn new_code(tx: &Tx, taken: &[String]) -> String {
    loop {
        let bytes: [u8; 4] = tx.ambient().dice.bytes();
        let code: String = bytes.iter().map(|byte| char::from(SIGNS[usize::from(byte % 32)])).collect();
        if !taken.contains(&code) {
            return code;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mots_are_seen_by_pupils_from_ce1_on() {
        for (level, seen) in
            [(Some("1113"), false), (Some("1121"), false), (Some("1122"), true), (Some("1125"), true), (None, false)]
        {
            assert_eq!(is_old_enough(level), seen, "{level:?}");
        }
    }
}
