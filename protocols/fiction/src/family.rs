//! Families: children in the places of a locality, and the adults they depend on.

use crate::academy::Source;
use crate::dice::{Dice, Topic};
use crate::guardian::Guardian;
use crate::household::Household;
use crate::level::{LEVEL_COUNT, LEVELS, PS};
use crate::locality::Locality;
use crate::numbering::{self, PUPILS};
use crate::person::Person;
use crate::pupil::{self, Pupil, Services};
use crate::school::School;
use crate::seat::{self, FreeSeats, Seat};
use crate::situation::Situation;

/// A family with at least one child in the locality's schools.
pub(crate) struct Family {
    /// Rank of its first child among the pupils of the academy.
    pub(crate) key: u32,
    /// Children at school.
    pub(crate) children: Vec<Pupil>,
    /// Records of adults; one adult may have two.
    pub(crate) guardians: Vec<Guardian>,
}

/// The families of a locality on day 0, one after the other.
pub(crate) struct Families<'a> {
    source: Source<'a>,
    locality: &'a Locality,
    schools: &'a [School],
    free: FreeSeats,
    rank: u32,
    next_pupil: u32,
}

/// Everything decided about a family before its people are named.
pub(crate) struct Draft<'a> {
    /// Where it is drawn from.
    pub(crate) source: Source<'a>,
    /// Schools of the locality.
    pub(crate) schools: &'a [School],
    /// One place per child.
    pub(crate) seats: Vec<Seat>,
    /// Situation.
    pub(crate) situation: Situation,
    /// Join number of the first child; the others follow.
    pub(crate) first_pupil: u32,
    /// Join number of the first adult; the others follow.
    pub(crate) first_guardian: u32,
    /// Date of arrival of the children.
    pub(crate) entry: String,
}

impl<'a> Families<'a> {
    /// The families of a locality whose schools have been found.
    pub(crate) fn of(source: Source<'a>, locality: &'a Locality, schools: &'a [School]) -> Families<'a> {
        let next_pupil = locality.first.pupil;
        Families { source, locality, schools, free: FreeSeats::of(schools), rank: 0, next_pupil }
    }

    fn seats(&mut self, first: Seat, situation: &Situation, dice: &mut Dice) -> Vec<Seat> {
        let mut seats = vec![first];
        if situation.twins {
            seats.extend(self.free.take_beside(first));
        }
        while (seats.len() as u32) < situation.children {
            let Some(seat) = self.free.take_sibling(&seats, dice) else {
                break;
            };
            seats.push(seat);
        }
        seats
    }
}

impl Iterator for Families<'_> {
    type Item = Family;

    fn next(&mut self) -> Option<Family> {
        let key = self.next_pupil;
        let mut dice = self.source.dice(Topic::Family, key);
        let first = self.free.take_any(&mut dice)?;
        let situation = Situation::draw(&mut dice, self.rank, self.locality.rank == 0);
        let seats = self.seats(first, &situation, &mut dice);
        self.rank += 1;
        self.next_pupil += seats.len() as u32;
        let draft = Draft {
            source: self.source,
            schools: self.schools,
            seats,
            situation,
            first_pupil: PUPILS + key,
            first_guardian: numbering::guardians(key),
            entry: self.source.year.back_to_school(),
        };
        Some(draft.family(key, &mut dice))
    }
}

/// The family that arrives in a locality on a day, if one does: one child, two parents, numbers of that day.
pub(crate) fn newcomers(
    source: Source<'_>,
    locality: &Locality,
    schools: &[School],
    day: u32,
    entry: &str,
) -> Option<Family> {
    let key = day * numbering::MOST_SCHOOLS + locality.rank;
    let mut dice = source.dice(Topic::Newcomer, key);
    // The first locality always has one, so that no delta is empty.
    if locality.rank > 0 && !dice.chance(80) {
        return None;
    }
    let seat = seat::arrival(schools, PS + dice.below((LEVEL_COUNT - PS) as u32) as usize)?;
    let draft = Draft {
        source,
        schools,
        seats: vec![seat],
        situation: Situation::newcomer(&mut dice),
        first_pupil: numbering::new_pupils(day, locality.rank),
        first_guardian: numbering::new_guardians(day, locality.rank),
        entry: entry.to_owned(),
    };
    Some(draft.family(key, &mut dice))
}

impl Draft<'_> {
    /// A family of its own.
    pub(crate) fn family(self, key: u32, dice: &mut Dice) -> Family {
        let household = Household::found(&self, dice);
        let guardians = household.guardians(&self, dice);
        let mut children: Vec<Pupil> = Vec::new();
        for (id, seat) in (self.first_pupil..).zip(&self.seats) {
            let child = self.child(id, *seat, &household, &children, dice);
            children.push(child);
        }
        for child in &mut children {
            child.guardians = guardians.iter().filter_map(|guardian| guardian.authority_over(child.id)).collect();
        }
        Family { key, children, guardians }
    }

    /// One more child in a family: of the name and of the adults of the youngest.
    pub(crate) fn join(self, family: &mut Family, dice: &mut Dice) {
        let Some(youngest) = family.children.iter().min_by_key(|child| child.seat.level) else {
            return;
        };
        let mut household = Household::found(&self, dice);
        household.child_last.clone_from(&youngest.person.last);
        household.child_birth_name.clone_from(&youngest.person.birth_name);
        let youngest = youngest.id;
        let mut child = self.child(self.first_pupil, self.seats[0], &household, &family.children, dice);
        for guardian in family.guardians.iter_mut().filter(|guardian| guardian.children.contains(&youngest)) {
            guardian.children.push(child.id);
        }
        child.guardians = family.guardians.iter().filter_map(|guardian| guardian.authority_over(child.id)).collect();
        family.children.push(child);
    }

    fn child(&self, id: u32, seat: Seat, household: &Household<'_>, elders: &[Pupil], dice: &mut Dice) -> Pupil {
        let woman = dice.chance(490);
        let names = self.source.names;
        let mut first = names.child(dice, household.culture, woman);
        // Brothers and sisters do not share a first name; a few draws are enough to find another.
        for _ in 0..8 {
            if elders.iter().all(|elder| elder.person.first != first) {
                break;
            }
            first = names.child(dice, household.culture, woman);
        }
        let others = (0..dice.below(3)).map(|_| household.culture.first(dice, woman)).collect();
        let twin = elders.iter().find(|elder| elder.seat == seat);
        let birth = twin.map_or_else(|| self.birth(seat.level, dice), |twin| twin.person.birth.clone());
        let (last, birth_name) = (household.child_last.clone(), household.child_birth_name.clone());
        let mut person = Person { last, birth_name, first, others, woman, birth };
        if self.situation.homonym {
            person = Person { first: "Emma".to_owned(), woman: true, others: Vec::new(), ..person };
        }
        let services = Services::draw(dice, seat.level);
        let ine = pupil::national_number(dice, self.source.academy.number, id);
        let (entry, class_entry) = (self.entry.clone(), self.entry.clone());
        Pupil { id, ine, person, seat, guardians: Vec::new(), entry, class_entry, services }
    }

    fn birth(&self, level: usize, dice: &mut Dice) -> String {
        let (day, month) = (dice.between(1, 28), dice.between(1, 12));
        // An only child may be a year ahead or behind; with siblings it could make births too close.
        let shift = if self.seats.len() == 1 { dice.below(1000) } else { 1000 };
        let usual = LEVELS[level].birth_year + self.source.year.0;
        let year = match shift {
            0..20 => usual - 1,
            20..30 => usual + 1,
            _ => usual,
        };
        if dice.chance(2) { String::new() } else { format!("{day:02}/{month:02}/{year}") }
    }
}
