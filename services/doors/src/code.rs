//! Activation codes: eight letters and figures that nobody confuses when reading a sheet aloud.
//!
//! They are derived from the house's key, the account and its sheet, never stored: a sheet can be printed again with
//! the same code, and the code dies when the number of the sheet goes up, or with its time.

use crate::proof::same;
use commons::House;
use db::Moment;
use school::{AccountId, account::Account};

const LETTERS: &[u8; 28] = b"abcdefghjkmnprstvwxyz3456789";
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

/// Whether what was typed is the code of the sheet in force, whatever its spaces and capitals.
pub(crate) fn opens(house: &House, account: &Account, typed: &str) -> bool {
    let code = activation_code(house, account.id, account.sheet);
    same(code.as_bytes(), normalized(typed).as_bytes())
}

/// An instant of the last day of an account's code, the day a sheet prints.
pub(crate) fn last_day(account: &Account) -> Moment {
    account.sheet_since.plus_days(CODE_DAYS)
}

/// Whether the code had its time. The day printed on the sheet is good to its end.
pub(crate) fn is_over(account: &Account, now: Moment) -> bool {
    now.day() > last_day(account).day()
}

fn normalized(typed: &str) -> String {
    typed.chars().filter(|it| it.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::{LETTERS, normalized};

    #[test]
    fn a_code_is_read_as_it_is_printed_or_dictated() {
        for typed in ["abcd3456", "ABCD 3456", " abcd-3456\n", "ab cd 34 56"] {
            assert_eq!(normalized(typed), "abcd3456");
        }
    }

    #[test]
    fn no_two_letters_look_alike() {
        for confusing in b"iloqu012" {
            assert!(!LETTERS.contains(confusing));
        }
    }
}
