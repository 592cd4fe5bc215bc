//! The adults of a family: their names, their homes, the numbers they are recorded under.

use crate::dice::Dice;
use crate::family::Draft;
use crate::guardian::{Contact, Guardian};
use crate::names::Culture;
use crate::numbering::GUARDIANS;
use crate::person::Person;
use crate::situation::Home;
use crate::town::Address;

/// The names of a family and its main home.
pub(crate) struct Household<'a> {
    /// Where the family's names come from.
    pub(crate) culture: &'a Culture,
    /// Children's name in use.
    pub(crate) child_last: String,
    /// Children's birth name.
    pub(crate) child_birth_name: String,
    first_parent: String,
    second_parent: String,
    address: Address,
}

/// An adult before being named.
struct Adult {
    slot: u32,
    relation: &'static str,
    woman: bool,
    last: String,
    birth_name: String,
}

// The slot of the second record of a parent listed twice.
const SECOND_RECORD: u32 = 3;
const MOTHER: (&str, bool) = ("10", true);
const FATHER: (&str, bool) = ("20", false);

impl<'a> Household<'a> {
    /// Draws the names of the family and its home.
    pub(crate) fn found(draft: &Draft<'a>, dice: &mut Dice) -> Household<'a> {
        let culture = draft.source.names.culture(dice);
        let first_parent = culture.last(dice);
        let second_parent = if draft.situation.homonym { "Martin".to_owned() } else { culture.last(dice) };
        let child_last = match dice.below(100) {
            _ if draft.situation.homonym => second_parent.clone(),
            0..8 => format!("{first_parent}-{second_parent}"),
            8..12 => format!("{second_parent} {first_parent}"),
            12..24 => first_parent.clone(),
            _ => second_parent.clone(),
        };
        let child_birth_name = if dice.chance(950) { child_last.clone() } else { second_parent.clone() };
        let school = &draft.schools[draft.seats[0].school];
        let address = Address::draw(dice, &school.town, &school.post_code);
        Household { culture, child_last, child_birth_name, first_parent, second_parent, address }
    }

    /// The records of the adults.
    pub(crate) fn guardians(&self, draft: &Draft<'_>, dice: &mut Dice) -> Vec<Guardian> {
        let mut guardians = match draft.situation.home {
            Home::Nobody => return Vec::new(),
            Home::Tutor => vec![self.stranger("50", draft, dice)],
            Home::Welfare => vec![self.stranger("51", draft, dice)],
            Home::OneParent => vec![self.parent(0, draft, dice)],
            Home::Together => vec![self.parent(0, draft, dice), self.parent(1, draft, dice)],
            Home::Separated => {
                let mut other = self.parent(1, draft, dice);
                let town = other.address.town.clone();
                other.address = Address::draw(dice, &town, &self.address.post_code);
                vec![self.parent(0, draft, dice), other]
            }
        };
        if draft.situation.grandparent {
            guardians.push(self.grandparent(draft, dice));
        }
        if draft.situation.listed_twice {
            list_twice(&mut guardians);
        }
        guardians
    }

    fn parent(&self, slot: u32, draft: &Draft<'_>, dice: &mut Dice) -> Guardian {
        // A few couples are of one sex, a few lone parents are fathers.
        let unusual = dice.chance(if draft.situation.home == Home::OneParent { 150 } else { 10 });
        let (relation, woman) = if (slot == 0) == unusual { FATHER } else { MOTHER };
        let birth_name = if slot == 0 { &self.first_parent } else { &self.second_parent };
        let married = slot == 0 && draft.situation.home == Home::Together && dice.chance(450);
        let last = if married { &self.second_parent } else { birth_name };
        let adult = Adult { slot, relation, woman, last: last.clone(), birth_name: birth_name.clone() };
        self.name(adult, draft, dice)
    }

    fn grandparent(&self, draft: &Draft<'_>, dice: &mut Dice) -> Guardian {
        let last = self.first_parent.clone();
        let adult = Adult { slot: 2, relation: "38", woman: dice.chance(600), birth_name: last.clone(), last };
        self.name(adult, draft, dice)
    }

    fn stranger(&self, relation: &'static str, draft: &Draft<'_>, dice: &mut Dice) -> Guardian {
        let last = draft.source.names.culture(dice).last(dice);
        let adult = Adult { slot: 0, relation, woman: dice.chance(600), birth_name: last.clone(), last };
        self.name(adult, draft, dice)
    }

    fn name(&self, adult: Adult, draft: &Draft<'_>, dice: &mut Dice) -> Guardian {
        let id = draft.first_guardian + adult.slot;
        let Adult { relation, woman, last, birth_name, .. } = adult;
        let first = self.culture.first(dice, woman);
        let others = if dice.chance(250) { vec![self.culture.first(dice, woman)] } else { Vec::new() };
        let person = Person { last, birth_name, first, others, woman, birth: String::new() };
        let contact = Contact::draw(dice, &person, (id - GUARDIANS) * 2 + draft.source.academy.number);
        let children = (draft.first_pupil..).take(draft.seats.len()).collect();
        Guardian { id, relation, person, address: self.address.clone(), contact, children }
    }
}

// The first parent keeps the eldest; a second record, alike, holds the others.
fn list_twice(guardians: &mut Vec<Guardian>) {
    let Some(first) = guardians.first_mut().filter(|first| first.children.len() > 1) else {
        return;
    };
    let mut again = first.clone();
    again.id += SECOND_RECORD;
    again.children = first.children.split_off(1);
    guardians.push(again);
}
