//! Three simple words for a password, from CE2: easy to keep in mind, long to guess.
//!
//! Three of more than 1,200 words are 30 bits. That is less than the 50 the CNIL asks of a password behind a door that closes (deliberation
//! 2022-100, domain.md §6.5): a child of eight keeps no more in mind, nothing of others is behind it than what the class shares,
//! and the main door closes after five mistakes, for an hour at most.

use db::{Dice, Result, Tx, args};
use school::PersonId;
use std::sync::LazyLock;

/// How many words.
const LENGTH: usize = 3;

static WORDS: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| include_str!("../data/mots.txt").split_whitespace().collect());

/// Three different words by chance.
pub(crate) fn draw(dice: &Dice) -> String {
    let mut drawn: Vec<&str> = Vec::new();
    while drawn.len() < LENGTH {
        let number = u32::from_be_bytes(dice.bytes::<4>());
        let word = WORDS[usize::try_from(number).unwrap_or(0) % WORDS.len()];
        if !drawn.contains(&word) {
            drawn.push(word);
        }
    }
    drawn.join(" ")
}

/// Notes that a pupil was given a phrase now. For whoever loaded the class.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn note(tx: &mut Tx, pupil: PersonId) -> Result<()> {
    let now = tx.now();
    tx.change(
        "insert into tablet_pupil (person_id, phrase_at, failures, changed_at) values ($1, $2, 0, $2) \
         on conflict (person_id) do update set phrase_at = excluded.phrase_at, changed_at = excluded.changed_at",
        args![pupil, now],
    )
    .await
}

#[cfg(test)]
mod tests {
    use super::{WORDS, draw};
    use db::Dice;

    #[test]
    fn the_words_are_many_plain_and_each_there_once() {
        assert!(WORDS.len() >= 1024, "{} words", WORDS.len());
        assert!(WORDS.is_sorted_by(|one, next| one < next));
        for word in WORDS.iter() {
            let plain = word.chars().all(|it| it.is_ascii_lowercase());
            assert!(plain && (4..=10).contains(&word.len()), "{word}");
        }
    }

    #[test]
    fn a_phrase_has_three_words() {
        assert_eq!(draw(&Dice::seeded(7)).split(' ').count(), 3);
    }
}
