//! Schools of a like size, together: an average only, and of five schools at least.

use crate::adoption::Adoption;
use db::{FromRow, Result, Tx, args};
use school::text_enum;
use std::collections::BTreeMap;

text_enum! {
    /// The size of a school, by its pupils.
    Size {
        /// Under 60 pupils.
        Small = "small",
        /// 60 to 119.
        Medium = "medium",
        /// 120 to 199.
        Large = "large",
        /// 200 and more.
        Largest = "largest",
    }
}

/// Fewer schools than this are no average.
pub const FEWEST: i64 = 5;

impl Size {
    /// The size of a school of so many pupils.
    pub fn of(children: i64) -> Self {
        match children {
            ..60 => Self::Small,
            60..120 => Self::Medium,
            120..200 => Self::Large,
            200.. => Self::Largest,
        }
    }
}

/// Schools of one size in a week, together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, FromRow)]
pub struct Similar {
    /// How many schools.
    pub schools: i64,
    /// Their people.
    #[sqlx(flatten)]
    pub adoption: Adoption,
    /// Their visits.
    pub visits: i64,
}

/// Keeps what the schools of each size are together, from their protected counts.
pub(crate) async fn keep(tx: &mut Tx, week: &str, schools: impl Iterator<Item = (Adoption, i64)>) -> Result<()> {
    let mut sizes: BTreeMap<Size, Similar> = BTreeMap::new();
    for (adoption, visits) in schools {
        let size = sizes.entry(Size::of(adoption.children)).or_default();
        size.schools += 1;
        size.adoption.add(adoption);
        size.visits += visits;
    }
    for (size, all) in sizes {
        let people = all.adoption;
        tx.change(
            "insert into usage_similar (week, size, schools, staff, staff_active, adults, adults_active, children, \
             children_reached, visits) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            args![
                week,
                size,
                all.schools,
                people.staff,
                people.staff_active,
                people.adults,
                people.adults_active,
                people.children,
                people.children_reached,
                all.visits
            ],
        )
        .await?;
    }
    Ok(())
}

/// The schools of a size in a week, when there are enough of them.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, week: &str, size: Size) -> Result<Option<Similar>> {
    tx.first(
        "select schools, staff, staff_active, adults, adults_active, children, children_reached, visits \
         from usage_similar where week = $1 and size = $2 and schools >= $3",
        args![week, size, FEWEST],
    )
    .await
}
