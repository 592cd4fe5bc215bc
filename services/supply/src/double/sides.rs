//! What each entry of a pair holds, for whoever decides.

use super::{
    Double,
    facts::{self, Known},
};
use db::{Error, Result, Tx, args};
use school::{PersonId, person::full};

/// The entry that stays, then the other.
///
/// # Errors
/// [`Error::NotFound`] when one of them is no more; a fault of the database.
pub async fn of(tx: &mut Tx, double: &Double) -> Result<(Known, Known)> {
    let mut known = facts::load(tx, &[double.person_a, double.person_b]).await?;
    let (Some(one), Some(other)) = (known.pop(), known.pop()) else { return Err(Error::NotFound) };
    // Once merged, the one that gave its place says so.
    let given = one.person.merged_into == Some(other.person.id);
    Ok(if given { (other, one) } else { facts::in_order(one, other) })
}

/// What an entry holds.
#[derive(Debug, Clone, Default)]
pub struct Holding {
    /// The circles it sits in: school and class.
    pub places: Vec<String>,
    /// The children an adult is responsible for, or the adults responsible for a child.
    pub relatives: Vec<String>,
}

/// Reads what an entry holds.
///
/// # Errors
/// A fault of the database.
pub async fn holding(tx: &mut Tx, person: PersonId) -> Result<Holding> {
    let now = tx.now();
    let places: Vec<(String, String)> = tx
        .all(
            "select distinct s.name, c.name, c.sort_key from member m \
             join circle c on c.id = m.circle_id and c.kind in ('class', 'group', 'staff') and c.until is null \
             join school s on s.id = c.school_id \
             where m.person_id = $1 and m.since <= $2 and (m.until is null or m.until > $2) order by s.name, c.sort_key",
            args![person, now],
        )
        .await?;
    let relatives: Vec<(String, String)> = tx
        .all(
            "select p.first_name, p.last_name from guardianship g join person p on p.id = g.adult_id \
             where g.child_id = $1 and g.until is null \
             union all select p.first_name, p.last_name from guardianship g join person p on p.id = g.child_id \
             where g.adult_id = $1 and g.until is null",
            args![person],
        )
        .await?;
    Ok(Holding {
        places: places.into_iter().map(|(school, circle)| format!("{school} · {circle}")).collect(),
        relatives: relatives.iter().map(|(first, last)| full(first, last)).collect(),
    })
}
