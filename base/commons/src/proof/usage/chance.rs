//! Chance that comes out the same each time the same thing is asked: what counts are rounded by.

use std::fmt;

/// A source of chance that follows from a key.
#[derive(Clone)]
pub struct Chance([u8; 32]);

impl Chance {
    /// The chance of a key; another key gives another.
    pub fn new(key: &[u8; 16]) -> Self {
        Self(blake3::derive_key("Préau, rounding of small counts", key))
    }

    /// A number, never negative, as if drawn: always the same for the same value of the same thing, unrelated for any other.
    pub fn draw(&self, place: i64, about: &str, value: i64) -> i64 {
        let mut hasher = blake3::Hasher::new_keyed(&self.0);
        hasher.update(&place.to_be_bytes());
        hasher.update(&value.to_be_bytes());
        hasher.update(about.as_bytes());
        let mut bytes = [0; 8];
        bytes.copy_from_slice(&hasher.finalize().as_bytes()[..8]);
        i64::from_be_bytes(bytes) & i64::MAX
    }
}

/// A key is shown nowhere.
impl fmt::Debug for Chance {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Chance")
    }
}

#[cfg(test)]
mod tests {
    use super::Chance;

    #[test]
    fn the_same_question_has_one_answer_and_others_are_spread_evenly() {
        let chance = Chance::new(&[7; 16]);
        assert_eq!(chance.draw(1, "pupil", 3), Chance::new(&[7; 16]).draw(1, "pupil", 3));
        assert_ne!(chance.draw(1, "pupil", 3), Chance::new(&[8; 16]).draw(1, "pupil", 3));
        let mut found = [0; 5];
        for place in 0..1_000 {
            for value in 0..10 {
                let drawn = chance.draw(place, "guardian", value);
                assert!(drawn >= 0);
                found[usize::try_from(drawn % 5).unwrap_or(0)] += 1;
            }
        }
        assert!(found.iter().all(|it| (1_800..2_200).contains(it)), "{found:?}");
    }
}
