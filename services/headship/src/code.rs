//! The code by which a substitute comes in: ten letters and figures that nobody confuses.
//!
//! It is derived from the secret of the house and the identifier of its pass, and never stored; what is stored is a
//! fingerprint only this house can make, by which a code that was typed is found again.

use crate::pass::PassId;
use commons::{House, activation::LETTERS};

const LENGTH: usize = 10;

/// The code of a pass.
pub(crate) fn code_of(house: &House, pass: PassId) -> String {
    let mut number = u128::from_be_bytes(house.derive("replacement", &pass.to_string()));
    let mut code = String::with_capacity(LENGTH);
    for _ in 0..LENGTH {
        let position = usize::try_from(number % LETTERS.len() as u128).unwrap_or(0);
        code.push(char::from(LETTERS[position]));
        number /= LETTERS.len() as u128;
    }
    code
}

/// What is kept of a code, however it was typed.
pub(crate) fn fingerprint(house: &House, typed: &str) -> String {
    let code = normalized(typed);
    format!("{:032x}", u128::from_be_bytes(house.derive("replacement-typed", &code)))
}

/// A code as it is read: two groups of five.
pub(crate) fn grouped(code: &str) -> String {
    let (first, second) = code.split_at(code.len() / 2);
    format!("{first} {second}")
}

fn normalized(typed: &str) -> String {
    typed.chars().filter(|it| it.is_alphanumeric()).flat_map(char::to_lowercase).take(LENGTH * 2).collect()
}

#[cfg(test)]
mod tests {
    use super::{grouped, normalized};

    #[test]
    fn a_code_is_read_as_it_is_printed_or_dictated() {
        assert_eq!(grouped("abcde34567"), "abcde 34567");
        for typed in ["abcde 34567", "ABCDE34567", " abcde-34567\n", "ab cd e3 45 67"] {
            assert_eq!(normalized(typed), "abcde34567");
        }
        // Whoever types a novel hashes the beginning of it.
        assert_eq!(normalized(&"a".repeat(5000)).len(), 20);
    }
}
