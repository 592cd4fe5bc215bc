//! What sets families apart: how many children, which adults, and what makes directories hard to read.

use crate::dice::Dice;

/// The adults a child depends on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Home {
    /// Two parents at one address.
    Together,
    /// Two parents at two addresses.
    Separated,
    /// One parent.
    OneParent,
    /// A guardian named by a judge.
    Tutor,
    /// The child welfare service (ASE).
    Welfare,
    /// Nobody is recorded.
    Nobody,
}

/// The situation of a family.
pub(crate) struct Situation {
    /// Children wanted; fewer when the locality has no place left at a plausible level.
    pub(crate) children: u32,
    /// The first two are born the same day and share a class.
    pub(crate) twins: bool,
    /// The adults.
    pub(crate) home: Home,
    /// The first parent appears under two numbers, one for the eldest and one for the others.
    pub(crate) listed_twice: bool,
    /// A grandparent is recorded too.
    pub(crate) grandparent: bool,
    /// The first child bears a very common name.
    pub(crate) homonym: bool,
}

impl Situation {
    /// The situation of the family of a rank in its locality. When `forced`, the first ones are those a small
    /// territory must show: a separated couple, twins, a parent listed twice, two homonyms.
    pub(crate) fn draw(dice: &mut Dice, rank: u32, forced: bool) -> Situation {
        let drawn = Situation::any(dice);
        let couple = Situation { home: Home::Together, listed_twice: false, twins: false, ..drawn };
        match rank {
            0 if forced => Situation { children: 2, home: Home::Separated, ..couple },
            1 if forced => Situation { children: 2, twins: true, ..couple },
            2 if forced => Situation { children: 2, listed_twice: true, ..couple },
            3 | 4 if forced => Situation { children: 1, homonym: true, ..couple },
            _ => drawn,
        }
    }

    /// The situation of a family that arrives during the year: one child and both parents.
    pub(crate) fn newcomer(dice: &mut Dice) -> Situation {
        Situation { home: Home::Together, ..Situation::beginner(dice) }
    }

    /// The situation of a family whose first child begins school in a later year.
    pub(crate) fn beginner(dice: &mut Dice) -> Situation {
        Situation { children: 1, twins: false, ..Situation::any(dice) }
    }

    fn any(dice: &mut Dice) -> Situation {
        let twins = dice.chance(12);
        let children = match dice.below(1000) {
            0..780 => 1,
            780..955 => 2,
            955..990 => 3,
            _ => 4,
        };
        let home = Home::draw(dice);
        Situation {
            children: if twins { children.max(2) } else { children },
            twins,
            home,
            // Only families of two children or more can show it: about three families in a hundred do.
            listed_twice: dice.chance(140),
            grandparent: dice.chance(30),
            homonym: false,
        }
    }
}

impl Home {
    fn draw(dice: &mut Dice) -> Home {
        match dice.below(1000) {
            0..3 => Home::Nobody,
            3..7 => Home::Tutor,
            7..11 => Home::Welfare,
            11..111 => Home::OneParent,
            111..361 => Home::Separated,
            _ => Home::Together,
        }
    }
}
