//! Whether what was typed is the code of a sheet ([`commons::activation`]), and in its time.

use crate::proof::same;
use commons::{
    House,
    activation::{CODE_DAYS, activation_code},
};
use db::Moment;
use school::account::Account;

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
    use super::normalized;

    #[test]
    fn a_code_is_read_as_it_is_printed_or_dictated() {
        for typed in ["abcd3456", "ABCD 3456", " abcd-3456\n", "ab cd 34 56"] {
            assert_eq!(normalized(typed), "abcd3456");
        }
    }
}
