//! Classes: how the levels of a school are spread over them, and how many pupils of each level they take.

use crate::academy::{Source, divide};
use crate::dice::Dice;
use crate::level::{LEVELS, PS, TPS};
use crate::locality::{Cursor, Outline};
use crate::numbering;
use crate::staff;

/// A class.
pub(crate) struct Class {
    /// Join number, field 3 of ENTPersonClasses.
    pub(crate) id: u32,
    /// Levels and teacher, such as « CP-CE1 Mme Sauvagnac ».
    pub(crate) name: String,
    /// Levels, as indices, and pupils of each.
    pub(crate) seats: Vec<(usize, u32)>,
}

impl Class {
    /// Number of pupils.
    pub(crate) fn size(&self) -> u32 {
        self.seats.iter().map(|(_, count)| count).sum()
    }

    /// Whether pupils of a level are in the class.
    pub(crate) fn takes(&self, level: usize) -> bool {
        self.seats.iter().any(|(taken, _)| *taken == level)
    }
}

/// The classes of a school whose numbers start at the cursor.
pub(crate) fn open(source: Source<'_>, outline: &Outline, at: Cursor, dice: &mut Dice) -> Vec<Class> {
    let mut classes = Vec::new();
    for (rank, shares) in (0..).zip(spread(outline.first, outline.last, outline.classes)) {
        let size = outline.class_size(dice);
        let seats = seats(&shares, size, dice);
        let teacher = staff::person(source, staff::holder(source, at.staff + rank));
        let name = format!("{} {} {}", levels(&seats), teacher.civility(), teacher.last);
        classes.push(Class { id: numbering::class(source.year, at.class + rank), name, seats });
    }
    classes
}

/// For each class, the levels it holds and the weight of each: a line of levels is cut in equal lengths,
/// and a level that would only be a sliver of a two-level class is left to its neighbour.
fn spread(first: usize, last: usize, classes: u32) -> Vec<Vec<(usize, u32)>> {
    let width = (last - first + 1) as u32;
    let mut spread = Vec::new();
    for class in 0..classes {
        let (start, end) = (class * width, (class + 1) * width);
        let mut shares = Vec::new();
        for level in 0..width {
            let overlap = end.min((level + 1) * classes).saturating_sub(start.max(level * classes));
            if overlap > 0 {
                shares.push((first + level as usize, overlap));
            }
        }
        if shares.len() == 2 {
            shares.retain(|(_, overlap)| overlap * 5 >= width);
        }
        spread.push(shares);
    }
    spread
}

fn seats(shares: &[(usize, u32)], size: u32, dice: &mut Dice) -> Vec<(usize, u32)> {
    let weights: Vec<u32> = shares.iter().map(|(_, weight)| *weight).collect();
    let levels = shares.iter().map(|(level, _)| *level);
    let mut seats: Vec<(usize, u32)> = levels.zip(divide(size, &weights)).collect();
    // Some schools take a few very young children with the petite section.
    let (youngest, count) = seats[0];
    if youngest == PS && count >= 5 && dice.chance(250) {
        seats[0].1 -= 2;
        seats.insert(0, (TPS, 2));
    }
    seats
}

fn levels(seats: &[(usize, u32)]) -> String {
    let labels: Vec<&str> = seats.iter().map(|(level, _)| LEVELS[*level].label).collect();
    match labels.as_slice() {
        [first, .., last] if labels.len() > 3 => format!("{first} à {last}"),
        few => few.join("-"),
    }
}

#[cfg(test)]
mod tests {
    use super::{levels, spread};
    use crate::level::{CM2, CP, PS};

    #[test]
    fn every_level_has_a_class_and_every_class_a_level() {
        for classes in 1..=16 {
            let spread = spread(PS, CM2, classes);
            assert!(spread.iter().all(|shares| !shares.is_empty()));
            for level in PS..=CM2 {
                assert!(spread.iter().flatten().any(|(taken, _)| *taken == level), "{classes} {level}");
            }
        }
    }

    #[test]
    fn four_classes_of_a_primary_school_have_two_levels_each() {
        assert!(spread(PS, CM2, 4).iter().all(|shares| shares.len() == 2));
    }

    #[test]
    fn a_class_is_named_after_its_levels() {
        assert_eq!(levels(&[(CP, 10), (CP + 1, 10)]), "CP-CE1");
        assert_eq!(levels(&[(CP, 4), (CP + 1, 4), (CP + 2, 4), (CP + 3, 4)]), "CP à CM1");
    }
}
