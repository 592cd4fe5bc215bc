//! Codes that are typed: letters nobody confuses, and the mark by which the house finds one again without keeping it.

use commons::{House, activation::LETTERS};
use db::Moment;
use jiff::civil::date;
use school::SchoolYear;

/// How many letters: 28 to the tenth is 48 bits.
const LENGTH: usize = 10;

/// Ten letters out of sixteen bytes of chance, or of the house's secret.
pub(crate) fn letters(bytes: [u8; 16]) -> String {
    let mut number = u128::from_be_bytes(bytes);
    let mut code = String::with_capacity(LENGTH);
    for _ in 0..LENGTH {
        let position = usize::try_from(number % 28).unwrap_or(0);
        code.push(char::from(LETTERS[position]));
        number /= 28;
    }
    code
}

/// What was typed, without spaces and capitals.
pub(crate) fn normalized(typed: &str) -> String {
    typed.chars().filter(|it| it.is_alphanumeric()).flat_map(char::to_lowercase).take(64).collect()
}

/// What is kept of a code: nothing that leads back to it without the house's secret.
pub(crate) fn mark(house: &House, purpose: &str, code: &str) -> Vec<u8> {
    house.derive(purpose, code).to_vec()
}

/// The end of the school year an instant is in: what is given for a year dies on the first of August.
pub(crate) fn year_end(now: Moment) -> Moment {
    let year = SchoolYear::of(now.day()).0;
    let first = date(i16::try_from(year + 1).unwrap_or(i16::MAX), 8, 1);
    db::PARIS.to_timestamp(first.at(0, 0, 0, 0)).map_or(now, Moment::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_ten_letters_and_is_read_as_it_is_dictated() {
        let code = letters([7; 16]);
        assert_eq!(code.chars().count(), LENGTH);
        assert_eq!(normalized(&format!(" {} ", code.to_uppercase())), code);
        assert_eq!(normalized("ab-CD 34"), "abcd34");
    }

    #[test]
    fn a_year_ends_on_the_first_of_august() {
        let at = |text: &str| Moment::from(text.parse::<jiff::Timestamp>().unwrap_or_default());
        assert_eq!(year_end(at("2026-10-05T08:00:00Z")), at("2027-07-31T22:00:00Z"));
        assert_eq!(year_end(at("2027-07-31T21:00:00Z")), at("2027-07-31T22:00:00Z"));
    }
}
