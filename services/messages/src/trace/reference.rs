//! The short *reference* of a message, which its readers can dictate: the minute it was sent in, and the end of its
//! identifier. It is derived from the identifier, and leads back to it without an index of its own.

use crate::conversation::MessageId;
use db::Uuid;

/// Letters and figures nobody confuses when reading aloud (Crockford).
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// How many of them a reference has: five for the minute, five for the end of the identifier.
const LENGTH: usize = 10;
const MINUTE_MILLIS: u128 = 60_000;
/// 1 January 2020: minutes counted from there fit in five letters until 2083.
const FIRST_MILLIS: u128 = 1_577_836_800_000;
/// Where the instant begins in an identifier of version 7.
const INSTANT_SHIFT: u32 = 80;
const END_BITS: u128 = (1 << 25) - 1;

/// The reference of a message: « 0W3KD-7QF2A ».
pub fn reference(message: MessageId) -> String {
    let id = message.0.as_u128();
    let number = (minute_of(id) << 25) | (id & END_BITS);
    let letter = |place: usize| char::from(LETTERS[usize::try_from((number >> (5 * place)) & 31).unwrap_or(0)]);
    let letters: String = (0..LENGTH).rev().map(letter).collect();
    format!("{}-{}", &letters[..5], &letters[5..])
}

fn minute_of(id: u128) -> u128 {
    (id >> INSTANT_SHIFT).saturating_sub(FIRST_MILLIS) / MINUTE_MILLIS
}

/// The identifiers a reference may stand for: the first and the one after the last, and how the right one ends.
pub(super) fn read_reference(typed: &str) -> Option<(Uuid, Uuid, u128)> {
    let mut number: u128 = 0;
    let mut letters = 0;
    for letter in typed.chars().filter(char::is_ascii_alphanumeric) {
        let letter = match letter.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        };
        let value = LETTERS.iter().position(|it| char::from(*it) == letter)?;
        number = (number << 5) | u128::try_from(value).ok()?;
        letters += 1;
    }
    if letters != LENGTH {
        return None;
    }
    let first = FIRST_MILLIS + (number >> 25) * MINUTE_MILLIS;
    let id = |millis: u128| Uuid::from_u128(millis << INSTANT_SHIFT);
    Some((id(first), id(first + MINUTE_MILLIS), number & END_BITS))
}

/// Whether the identifier of a message ends as a reference says.
pub(super) fn ends_with(message: MessageId, end: u128) -> bool {
    message.0.as_u128() & END_BITS == end
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn a_reference_leads_back_to_its_message() {
        let id = MessageId(Uuid::from_u128(0x0199_a0b1_c2d3_7abc_8def_0123_4567_89ab));
        let reference = reference(id);
        assert_eq!(reference.len(), LENGTH + 1);
        for typed in [reference.clone(), reference.to_lowercase(), format!(" {} ", reference.replace('-', " "))] {
            let (first, after, end) = read_reference(&typed).unwrap();
            assert!(first <= id.0 && id.0 < after, "{typed}");
            assert_eq!(id.0.as_u128() & END_BITS, end, "{typed}");
        }
    }

    #[test]
    fn what_is_no_reference_leads_nowhere() {
        for typed in ["", "ABC", "0W3KD-7QF2", "0W3KD-7QF2AA", "UUUUU-UUUUU", "é"] {
            assert!(read_reference(typed).is_none(), "{typed}");
        }
        assert_eq!(read_reference("OW3KD-7QFIA"), read_reference("0w3kd 7qf1a"));
    }
}
