//! Repeatable chance: every draw depends on the seed and on what is drawn, never on the order of drawing.

/// What is being drawn, so that two draws about the same number never agree by accident.
#[derive(Clone, Copy)]
pub(crate) enum Topic {
    /// The shape of a locality.
    Locality = 1,
    /// What the schools of a locality look like.
    LocalityKind,
    /// One school: its name, its classes, its posts.
    School,
    /// One family of day 0.
    Family,
    /// One member of staff.
    Staff,
    /// The posts of a member of staff who works in several schools.
    Itinerant,
    /// The day on which a family changes.
    FamilyDay,
    /// The day on which a member of staff changes.
    StaffDay,
    /// What the change of a family is.
    FamilyChange,
    /// What the change of a member of staff is.
    StaffChange,
    /// A family that arrives on a given day.
    Newcomer,
    /// A child who begins school in a later year.
    Beginner,
    /// Whether somebody new comes to a post of staff in a later year.
    Relief,
}

/// A stream of numbers (splitmix64) started from a seed and a list of keys.
pub(crate) struct Dice {
    state: u64,
}

const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

impl Dice {
    /// The dice of one entity; the same keys always give the same stream.
    pub(crate) fn keyed(seed: u64, keys: &[u64]) -> Dice {
        let mut state = scramble(seed.wrapping_add(STEP));
        for key in keys {
            state = scramble(state ^ scramble(key.wrapping_add(STEP)));
        }
        Dice { state }
    }

    /// A number from 0 to `bound` − 1; 0 when the bound is 0.
    pub(crate) fn below(&mut self, bound: u32) -> u32 {
        ((u128::from(self.roll()) * u128::from(bound)) >> 64) as u32
    }

    /// A number from `low` to `high`, both possible.
    pub(crate) fn between(&mut self, low: u32, high: u32) -> u32 {
        low + self.below(high - low + 1)
    }

    /// True `per_mille` times out of a thousand.
    pub(crate) fn chance(&mut self, per_mille: u32) -> bool {
        self.below(1000) < per_mille
    }

    /// One of the items, which must not be empty.
    pub(crate) fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len() as u32) as usize]
    }

    /// One of the items, the first ones being more common, as first names and family names are.
    pub(crate) fn pick_common<T: Copy>(&mut self, items: &[T]) -> T {
        let bound = items.len() as u32;
        let index = self.below(bound).min(self.below(bound));
        items[index as usize]
    }

    fn roll(&mut self) -> u64 {
        self.state = self.state.wrapping_add(STEP);
        scramble(self.state)
    }
}

fn scramble(value: u64) -> u64 {
    let mixed = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

#[cfg(test)]
mod tests {
    use super::Dice;

    #[test]
    fn the_same_keys_give_the_same_draws() {
        let draw = |keys: &[u64]| Dice::keyed(7, keys).below(1_000_000);
        assert_eq!(draw(&[1, 2]), draw(&[1, 2]));
        assert_ne!(draw(&[1, 2]), draw(&[2, 1]));
    }

    #[test]
    fn draws_stay_within_their_bounds() {
        let mut dice = Dice::keyed(1, &[]);
        assert_eq!(dice.below(0), 0);
        assert!((0..1000).all(|_| (3..=5).contains(&dice.between(3, 5))));
    }
}
