//! The places of a locality's classes, given out family by family until none is left.

use crate::dice::Dice;
use crate::level::{LEVEL_COUNT, PS, TPS};
use crate::school::School;

/// A place in a class: indices in the locality's schools, in the school's classes, and in the levels.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Seat {
    /// School of the locality.
    pub(crate) school: usize,
    /// Class of the school.
    pub(crate) class: usize,
    /// Level of the pupil.
    pub(crate) level: usize,
}

/// The places still free, by level.
pub(crate) struct FreeSeats {
    by_level: [Vec<Seat>; LEVEL_COUNT],
    left: u32,
}

impl FreeSeats {
    /// All the places of the schools.
    pub(crate) fn of(schools: &[School]) -> FreeSeats {
        let mut free = FreeSeats { by_level: Default::default(), left: 0 };
        for (school, found) in schools.iter().enumerate() {
            for (class, opened) in found.classes.iter().enumerate() {
                for (level, count) in &opened.seats {
                    let seat = Seat { school, class, level: *level };
                    free.by_level[*level].extend((0..*count).map(|_| seat));
                    free.left += count;
                }
            }
        }
        free
    }

    /// Any place, or none when all are taken.
    pub(crate) fn take_any(&mut self, dice: &mut Dice) -> Option<Seat> {
        let mut roll = dice.below(self.left);
        let level = self.by_level.iter().position(|seats| {
            let count = seats.len() as u32;
            let found = roll < count;
            roll = roll.saturating_sub(count);
            found
        })?;
        self.take(level)
    }

    /// A place in the same class and level, for a twin.
    pub(crate) fn take_beside(&mut self, seat: Seat) -> Option<Seat> {
        let index = self.by_level[seat.level].iter().position(|free| *free == seat)?;
        self.left -= 1;
        Some(self.by_level[seat.level].swap_remove(index))
    }

    /// A place for a brother or a sister, two levels away at least so that births stay plausible.
    pub(crate) fn take_sibling(&mut self, taken: &[Seat], dice: &mut Dice) -> Option<Seat> {
        let far = |level: usize| taken.iter().all(|seat| seat.level.abs_diff(level) >= 2);
        let open = |level: &usize| !self.by_level[*level].is_empty() && far(*level);
        let levels: Vec<usize> = (0..LEVEL_COUNT).filter(open).collect();
        if levels.is_empty() {
            return None;
        }
        self.take(dice.pick(&levels))
    }

    /// A place at a level.
    pub(crate) fn take(&mut self, level: usize) -> Option<Seat> {
        let seat = self.by_level[level].pop()?;
        self.left -= 1;
        Some(seat)
    }
}

/// A place for a pupil who arrives at a level: in any class that takes it, free or not.
pub(crate) fn arrival(schools: &[School], level: usize) -> Option<Seat> {
    // A very young child goes with the petite section where there is no younger one.
    seat_at(schools, level, level).or_else(|| if level == TPS { seat_at(schools, PS, level) } else { None })
}

/// Another class of the same school that takes the pupil's level.
pub(crate) fn other_class(schools: &[School], seat: Seat) -> Option<Seat> {
    let classes = &schools[seat.school].classes;
    let class = (0..classes.len()).find(|class| *class != seat.class && classes[*class].takes(seat.level))?;
    Some(Seat { class, ..seat })
}

fn seat_at(schools: &[School], class_level: usize, level: usize) -> Option<Seat> {
    schools.iter().enumerate().find_map(|(school, found)| {
        let class = found.classes.iter().position(|class| class.takes(class_level))?;
        Some(Seat { school, class, level })
    })
}
