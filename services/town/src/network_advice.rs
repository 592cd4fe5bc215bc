//! What is advised to a school, from the number of its pupils: a sum, of nobody in particular.

use crate::{
    W,
    network::{Advised, Figures, in_force},
};
use db::{Result, Tx, args};
use school::{School, SchoolId};

/// Counts under this are not shown: one would know of whom one speaks.
pub const FEW: i64 = 5;

/// How many pupils a school has: a sum, of nobody in particular.
///
/// # Errors
/// A fault of the database.
pub async fn pupils(tx: &mut Tx, school: SchoolId) -> Result<i64> {
    let now = tx.now();
    tx.count(
        "select count(distinct m.person_id) as n from circle c join member m on m.circle_id = c.id \
         where c.school_id = $1 and c.kind = 'school' and c.until is null and m.role = 'pupil' and m.since <= $2 \
         and (m.until is null or m.until > $2)",
        args![school, now],
    )
    .await
}

/// What is advised to a school, with how it was found.
#[derive(Debug, Clone)]
pub struct Advice {
    /// The school.
    pub school: School,
    /// Its year.
    pub year: i64,
    /// The figures.
    pub figures: Figures,
    /// Whether somebody set them.
    pub is_set: bool,
    /// How many pupils it has; [`FEW`] where there are fewer.
    pub pupils: i64,
    /// Whether it has so few that the number is not told.
    pub is_few: bool,
    /// The share connected at once, in hundredths.
    pub share: i64,
    /// What is advised.
    pub advised: Advised,
}

impl Advice {
    /// The advice to a school of a charge. For those who run it.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn of(tx: &mut Tx, school: &School, year: i64, share: i64) -> Result<Self> {
        let counted = pupils(tx, school.id).await?;
        let (figures, is_set) = in_force(tx, &school.academy, year).await?;
        let count = counted.max(FEW);
        let advised = figures.advise(count, share);
        Ok(Self { school: school.clone(), year, figures, is_set, pupils: count, is_few: counted < FEW, share, advised })
    }

    /// How many pupils, in words.
    pub fn counted(&self) -> String {
        if self.is_few { W.fewer_than(FEW) } else { self.pupils.to_string() }
    }
}

/// « 12,5 »: kilobits as megabits, to the tenth above.
pub fn megabits(kbit: i64) -> String {
    let tenths = (kbit + 99) / 100;
    match tenths % 10 {
        0 => (tenths / 10).to_string(),
        rest => format!("{},{rest}", tenths / 10),
    }
}

#[cfg(test)]
mod tests {
    use super::megabits;

    #[test]
    fn megabits_are_rounded_up() {
        for (kbit, words) in [(8000, "8"), (12_450, "12,5"), (12_401, "12,5"), (1, "0,1")] {
            assert_eq!(megabits(kbit), words);
        }
    }
}
