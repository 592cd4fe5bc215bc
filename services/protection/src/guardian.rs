//! The adults responsible for some children, by name: for those who read what families allow of their children's image.

use db::{FromRow, Result, Tx, args, id_list};
use school::{PersonId, person};

/// An adult responsible for a child.
#[derive(Debug, Clone, FromRow)]
pub struct Guardian {
    /// The child.
    pub child_id: PersonId,
    /// The adult.
    pub id: PersonId,
    first_name: String,
    last_name: String,
}

impl Guardian {
    /// The whole name.
    pub fn full(&self) -> String {
        person::full(&self.first_name, &self.last_name)
    }
}

/// The adults responsible for some children, in the order of contact.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, children: impl IntoIterator<Item = PersonId>) -> Result<Vec<Guardian>> {
    tx.all(
        "select g.child_id, p.id, p.first_name, p.last_name from guardianship g \
         join person p on p.id = g.adult_id and p.gone_at is null \
         where g.until is null and g.child_id in (select unhex(value) from json_each($1)) \
         order by g.child_id, g.position, p.sort_key",
        args![id_list(children)],
    )
    .await
}
