//! No name of a pupil where others than the school read: whoever writes one is told, and says that it is meant.

use crate::{SchoolId, person::Name};
use db::{Result, Tx, args, fold};

/// The pupils of a school whose whole name a text holds.
///
/// # Errors
/// A fault of the database.
pub async fn found(tx: &mut Tx, school: SchoolId, text: &str) -> Result<Vec<String>> {
    let now = tx.now();
    let pupils: Vec<Name> = tx
        .all(
            "select p.id, p.first_name, p.last_name from circle c join member m on m.circle_id = c.id \
             join person p on p.id = m.person_id where c.school_id = $1 and c.kind = 'school' and c.until is null \
             and m.role = 'pupil' and m.since <= $2 and (m.until is null or m.until > $2) order by p.sort_key, p.id",
            args![school, now],
        )
        .await?;
    let folded = format!(" {} ", fold(text));
    let mut named: Vec<String> =
        pupils.iter().filter(|it| holds(&folded, &it.first_name, &it.last_name)).map(Name::full).collect();
    named.dedup();
    Ok(named)
}

/// Whether a folded text holds a first and a last name side by side, whatever their order.
fn holds(folded: &str, first_name: &str, last_name: &str) -> bool {
    let (first, last) = (fold(first_name), fold(last_name));
    let is_name = !first.is_empty() && !last.is_empty();
    is_name && (folded.contains(&format!(" {first} {last} ")) || folded.contains(&format!(" {last} {first} ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_name_is_found_and_half_of_one_is_not() {
        for (text, found) in [
            ("Bravo à Zoé Marty !", true),
            ("MARTY Zoe : marche cassée", true),
            ("Zoé a planté un arbre", false),
            ("Zoé Martyn", false),
        ] {
            assert_eq!(holds(&format!(" {} ", fold(text)), "Zoé", "MARTY"), found, "{text}");
        }
    }
}
