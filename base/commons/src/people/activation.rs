//! Activation codes: eight letters and figures that nobody confuses when reading a sheet aloud.
//!
//! They are derived from the house's key, the account and its sheet, never stored: a sheet can be printed again with
//! the same code, and the code dies when the number of the sheet goes up, or with its time.

use crate::House;
use school::AccountId;

/// The letters of a code: none is taken for another.
pub const LETTERS: &[u8; 28] = b"abcdefghjkmnprstvwxyz3456789";
const LENGTH: usize = 8;
/// How long a code lives, in days: as the paper notices of EduConnect, three months (domain.md §4). Whoever finds a
/// forgotten sheet later opens nothing with it.
pub const CODE_DAYS: i64 = 90;

/// The code printed on a sheet of an account.
pub fn activation_code(house: &House, account: AccountId, sheet: i64) -> String {
    let mut number = u128::from_be_bytes(house.derive("activation", &format!("{account}:{sheet}")));
    let mut code = String::with_capacity(LENGTH);
    for _ in 0..LENGTH {
        let position = usize::try_from(number % 28).unwrap_or(0);
        code.push(char::from(LETTERS[position]));
        number /= 28;
    }
    code
}

#[cfg(test)]
mod tests {
    use super::LETTERS;

    #[test]
    fn no_two_letters_look_alike() {
        for confusing in b"iloqu012" {
            assert!(!LETTERS.contains(confusing));
        }
    }
}
