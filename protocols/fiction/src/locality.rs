//! A commune, or a few neighbouring villages sharing their schools (RPI): the families of a locality go to its schools.

use crate::academy::Source;
use crate::dice::{Dice, Topic};
use crate::level::{CE1, CE2, CM2, CP, GS, PS};
use crate::promotion;
use crate::school::School;
use crate::town;

/// What the schools of a locality look like.
#[derive(Clone, Copy)]
pub(crate) enum Kind {
    /// Two villages, one half of the levels each.
    Pair,
    /// Three villages.
    Trio,
    /// One small rural school.
    Hamlet,
    /// One school with all the levels.
    Village,
    /// A maternelle and an élémentaire.
    Town,
    /// One large school with all the levels.
    City,
    /// One private school.
    Private,
}

// Shares out of a thousand localities.
const KINDS: [(Kind, u32); 7] = [
    (Kind::Pair, 140),
    (Kind::Trio, 40),
    (Kind::Hamlet, 140),
    (Kind::Village, 260),
    (Kind::Town, 220),
    (Kind::City, 80),
    (Kind::Private, 120),
];

/// The ranks reached in an academy when a locality or a school starts.
#[derive(Clone, Copy, Default)]
pub(crate) struct Cursor {
    /// Schools before.
    pub(crate) school: u32,
    /// Schools before in the same département.
    pub(crate) serial: u32,
    /// Classes before.
    pub(crate) class: u32,
    /// Pupils before.
    pub(crate) pupil: u32,
    /// Staff before.
    pub(crate) staff: u32,
}

/// A locality; its schools are found again from it whenever they are needed.
pub(crate) struct Locality {
    /// Rank in the academy.
    pub(crate) rank: u32,
    /// What its schools look like.
    pub(crate) kind: Kind,
    /// Number of its département.
    pub(crate) department: u32,
    /// Join number of its circonscription.
    pub(crate) district: u32,
    /// Where its numbers start.
    pub(crate) first: Cursor,
}

/// The shape of a school to be.
pub(crate) struct Outline {
    /// Youngest level, as an index.
    pub(crate) first: usize,
    /// Oldest level, as an index.
    pub(crate) last: usize,
    /// Number of classes.
    pub(crate) classes: u32,
    /// Public or private.
    pub(crate) public: bool,
    /// Small classes.
    pub(crate) rural: bool,
}

impl Kind {
    /// The kind of a locality. The first three of an academy are fixed, so that a territory of five schools
    /// shows an RPI, a maternelle with its élémentaire, and two-level classes.
    pub(crate) fn draw(dice: &mut Dice, rank: u32, schools_left: u32) -> Kind {
        let wanted = match rank {
            0 => Kind::Pair,
            1 => Kind::Town,
            2 => Kind::Village,
            _ => Kind::any(dice),
        };
        if wanted.schools() > schools_left { Kind::Village } else { wanted }
    }

    /// Whether the schools share their levels between communes.
    pub(crate) fn is_shared(self) -> bool {
        matches!(self, Kind::Pair | Kind::Trio)
    }

    fn any(dice: &mut Dice) -> Kind {
        let mut roll = dice.below(1000);
        for (kind, share) in KINDS {
            if roll < share {
                return kind;
            }
            roll -= share;
        }
        Kind::Village
    }

    fn schools(self) -> u32 {
        match self {
            Kind::Pair | Kind::Town => 2,
            Kind::Trio => 3,
            Kind::Hamlet | Kind::Village | Kind::City | Kind::Private => 1,
        }
    }

    // `plain` localities have two classes per school of an RPI and four per village: two levels in each.
    fn outlines(self, dice: &mut Dice, plain: bool) -> Vec<Outline> {
        match self {
            Kind::Pair => {
                let fewest = if plain { 2 } else { 1 };
                let (younger, older) = (dice.between(fewest, 2), dice.between(fewest, 2));
                vec![Outline::rural(PS, CP, younger), Outline::rural(CE1, CM2, older)]
            }
            Kind::Trio => {
                let (younger, older) = (dice.between(1, 2), dice.between(1, 2));
                vec![Outline::rural(PS, GS, 1), Outline::rural(CP, CE1, younger), Outline::rural(CE2, CM2, older)]
            }
            Kind::Hamlet => vec![Outline::rural(PS, CM2, dice.between(1, 3))],
            Kind::Village => vec![Outline::usual(PS, CM2, if plain { 4 } else { dice.between(4, 8) })],
            Kind::Town => {
                let maternelle = dice.between(3, 7);
                let elementary = maternelle * 5 / 3 + dice.below(2);
                vec![Outline::usual(PS, GS, maternelle), Outline::usual(CP, CM2, elementary)]
            }
            Kind::City => vec![Outline::usual(PS, CM2, dice.between(9, 16))],
            Kind::Private => vec![Outline { public: false, ..Outline::usual(PS, CM2, dice.between(5, 11)) }],
        }
    }
}

impl Outline {
    /// Pupils of one class.
    pub(crate) fn class_size(&self, dice: &mut Dice) -> u32 {
        if self.rural {
            return dice.between(15, 23);
        }
        if self.last <= GS { dice.between(20, 28) } else { dice.between(19, 28) }
    }

    fn usual(first: usize, last: usize, classes: u32) -> Outline {
        Outline { first, last, classes, public: true, rural: false }
    }

    fn rural(first: usize, last: usize, classes: u32) -> Outline {
        Outline { rural: true, ..Outline::usual(first, last, classes) }
    }
}

impl Cursor {
    /// Moves past a school.
    pub(crate) fn pass(&mut self, school: &School) {
        self.school += 1;
        self.serial += 1;
        self.class += school.classes.len() as u32;
        self.pupil += school.size();
        self.staff += school.staff_count();
    }
}

impl Locality {
    /// The schools of the locality, always the same; in a later year their classes are others.
    pub(crate) fn schools(&self, source: Source<'_>) -> Vec<School> {
        let mut dice = source.dice(Topic::Locality, self.rank);
        let mut commune = town::commune(&mut dice);
        let mut cursor = self.first;
        let mut schools: Vec<School> = Vec::new();
        for outline in self.kind.outlines(&mut dice, self.rank < 3) {
            if self.kind.is_shared() && !schools.is_empty() {
                commune = town::commune(&mut dice);
            }
            let school = School::found(source, self, &outline, cursor, &commune);
            cursor.pass(&school);
            schools.push(school);
        }
        promotion::resize(source.year, &mut schools);
        schools
    }

    /// The post code of all its addresses, invented for each département.
    pub(crate) fn post_code(&self) -> String {
        format!("{:02}999", self.department)
    }

    /// The name of the RPI, if the locality is one.
    pub(crate) fn shared_name(&self) -> String {
        if self.kind.is_shared() { format!("RPI{:03}{:04}", self.department, self.rank) } else { String::new() }
    }
}
