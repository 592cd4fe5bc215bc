//! From one school year to the next: pupils go up a level, those of CM2 leave, the youngest begin. A later year follows
//! from the first one summer by summer, each locality alone.

use std::iter;

use crate::academy::{Source, divide};
use crate::date::Year;
use crate::dice::{Dice, Topic};
use crate::family::{Draft, Families, Family};
use crate::level::{CM2, LEVEL_COUNT, PS, TPS};
use crate::locality::Locality;
use crate::numbering::{self, PUPILS};
use crate::school::School;
use crate::seat::{self, FreeSeats};
use crate::situation::Situation;

// Out of a thousand children who begin, those for whom an elder is looked for.
const ELDERS_LOOKED_FOR: u32 = 400;

type Counts = [u32; LEVEL_COUNT];

/// Gives the classes of a locality, sized for the first year, as many places as a later year has pupils of each level.
pub(crate) fn resize(year: Year, schools: &mut [School]) {
    if year == Year::FIRST {
        return;
    }
    for (level, pupils) in counts(year, &first_counts(schools)).into_iter().enumerate() {
        let classes = schools.iter_mut().flat_map(|school| &mut school.classes);
        let seats = classes.flat_map(|class| &mut class.seats).filter(|(taken, _)| *taken == level);
        let places: Vec<&mut u32> = seats.map(|(_, count)| count).collect();
        let weights: Vec<u32> = places.iter().map(|count| (**count).max(1)).collect();
        for (place, part) in places.into_iter().zip(divide(pupils, &weights)) {
            *place = part;
        }
    }
}

/// The families of a locality in the year of the source, in which its schools are these.
pub(crate) fn families(source: Source<'_>, locality: &Locality, schools: &[School]) -> Vec<Family> {
    if source.year == Year::FIRST {
        return Families::of(source, locality, schools).collect();
    }
    let first = Source { year: Year::FIRST, ..source };
    let opened = locality.schools(first);
    let mut families: Vec<Family> = Families::of(first, locality, &opened).collect();
    for year in source.year.after_first() {
        families.iter_mut().for_each(|family| family.go_up(year, &opened));
        families.retain(|family| !family.children.is_empty());
        begin(Source { year, ..source }, locality, &opened, &mut families);
    }
    let mut free = FreeSeats::of(schools);
    for child in families.iter_mut().flat_map(|family| &mut family.children) {
        if let Some(seat) = free.take(child.seat.level) {
            child.seat = seat;
        }
    }
    families
}

/// The children who begin school in the year of the source, each in a family of its own or beside elders.
fn begin(source: Source<'_>, locality: &Locality, schools: &[School], families: &mut Vec<Family>) {
    let beginners = beginners(&first_counts(schools)).into_iter();
    let levels = beginners.flat_map(|(level, count)| iter::repeat_n(level, count as usize));
    for (rank, level) in (locality.first.pupil..).zip(levels) {
        let Some(seat) = seat::arrival(schools, level) else {
            continue;
        };
        let key = numbering::beginner(source.year, rank);
        let mut dice = source.dice(Topic::Beginner, key);
        let elders = with_elders(families, level, &mut dice);
        let draft = Draft {
            source,
            schools,
            seats: vec![seat],
            situation: Situation::beginner(&mut dice),
            first_pupil: PUPILS + key,
            first_guardian: numbering::guardians(key),
            entry: source.year.back_to_school(),
        };
        match elders {
            Some(place) => draft.join(&mut families[place], &mut dice),
            None => families.push(draft.family(key, &mut dice)),
        }
    }
}

/// The place of a family a child of a level may be born in, two levels at least after the others.
fn with_elders(families: &[Family], level: usize, dice: &mut Dice) -> Option<usize> {
    if !dice.chance(ELDERS_LOOKED_FOR) {
        return None;
    }
    let place = dice.below(families.len() as u32) as usize;
    let family = families.get(place)?;
    family.children.iter().all(|child| child.seat.level >= level + 2).then_some(place)
}

impl Family {
    // A summer passes: children go up or leave, and with them the adults nobody names any more.
    fn go_up(&mut self, year: Year, schools: &[School]) {
        self.children.retain(|child| child.seat.level < CM2);
        for child in &mut self.children {
            let Some(seat) = seat::arrival(schools, child.seat.level + 1) else {
                continue;
            };
            if seat.school != child.seat.school {
                child.entry = year.back_to_school();
            }
            child.class_entry = year.back_to_school();
            child.seat = seat;
        }
        let Family { children, guardians, .. } = self;
        for guardian in guardians.iter_mut() {
            guardian.children.retain(|id| children.iter().any(|child| child.id == *id));
        }
        guardians.retain(|guardian| !guardian.children.is_empty());
    }
}

fn first_counts(schools: &[School]) -> Counts {
    let mut counts = [0; LEVEL_COUNT];
    let classes = schools.iter().flat_map(|school| &school.classes);
    for (level, count) in classes.flat_map(|class| &class.seats) {
        counts[*level] += count;
    }
    counts
}

/// Pupils of each level in a year.
fn counts(year: Year, first: &Counts) -> Counts {
    year.after_first().fold(*first, |mut counts, _| {
        counts.rotate_right(1);
        // Those of CM2 came round.
        counts[TPS] = 0;
        for (level, count) in beginners(first) {
            counts[level] += count;
        }
        counts
    })
}

/// Those who begin each year: as many very young ones as in the first, and what fills the petite section beside the very
/// young of the year before.
fn beginners(first: &Counts) -> [(usize, u32); 2] {
    [(TPS, first[TPS]), (PS, first[PS].saturating_sub(first[TPS]))]
}

#[cfg(test)]
mod tests {
    use super::counts;
    use crate::date::Year;

    #[test]
    fn levels_go_up_and_the_youngest_are_as_many_as_before() {
        let first = [2, 20, 21, 22, 23, 24, 25, 26, 27];
        assert_eq!(counts(Year::FIRST, &first), first);
        assert_eq!(counts(Year(1), &first), [2, 20, 20, 21, 22, 23, 24, 25, 26]);
        assert_eq!(counts(Year(9), &first), [2, 20, 20, 20, 20, 20, 20, 20, 20]);
    }
}
