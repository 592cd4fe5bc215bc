//! The syntax of single values (interfaces.md §1.3): nothing here knows a record.

use std::ops::Range;

/// The longest name kept, in characters.
pub(crate) const NAME_LIMIT: usize = 100;

/// True when the eighth character of a UAI is the check letter of its seven digits (interfaces.md §1.4).
pub fn uai_is_valid(uai: &str) -> bool {
    const LETTERS: &[u8; 23] = b"ABCDEFGHJKLMNPRSTUVWXYZ";
    let bytes = uai.as_bytes();
    if bytes.len() != 8 {
        return false;
    }
    digits(bytes, 0..7).is_some_and(|number| LETTERS[number as usize % 23] == bytes[7])
}

/// `dd/mm/yyyy` as `yyyy-mm-dd`, when that day exists.
pub(crate) fn iso_date(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    if bytes.len() != 10 || bytes[2] != b'/' || bytes[5] != b'/' {
        return None;
    }
    let (day, month, year) = (digits(bytes, 0..2)?, digits(bytes, 3..5)?, digits(bytes, 6..10)?);
    day_exists(year, month, day).then(|| [&text[6..], "-", &text[3..5], "-", &text[..2]].concat())
}

/// `yyyymmdd` as `yyyy-mm-dd`, when that day exists.
pub(crate) fn iso_date_from_compact(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    if bytes.len() != 8 {
        return None;
    }
    let (year, month, day) = (digits(bytes, 0..4)?, digits(bytes, 4..6)?, digits(bytes, 6..8)?);
    day_exists(year, month, day).then(|| [&text[..4], "-", &text[4..6], "-", &text[6..]].concat())
}

/// `O`, `Y` or `N`, in either case.
pub(crate) fn boolean(text: &str) -> Option<bool> {
    match text {
        "O" | "o" | "Y" | "y" => Some(true),
        "N" | "n" => Some(false),
        _ => None,
    }
}

/// A jointure: a decimal number that fits in 64 bits.
pub(crate) fn identifier(text: &str) -> Option<i64> {
    let is_decimal = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_decimal { text.parse().ok() } else { None }
}

/// An INE without spaces and in capitals, when it then has eleven letters and digits.
pub(crate) fn ine(text: &str) -> Option<String> {
    let ine: String = text.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_uppercase()).collect();
    (ine.len() == 11 && ine.bytes().all(|byte| byte.is_ascii_alphanumeric())).then_some(ine)
}

/// True for an address that may exist: one `@`, a domain with a point, no space, no list.
pub(crate) fn email_is_plausible(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else {
        return false;
    };
    let forbidden = |byte: u8| !byte.is_ascii_graphic() || b"@,;:<>()[]\\\"".contains(&byte);
    text.len() <= 254
        && !local.is_empty()
        && !local.bytes().any(forbidden)
        && !domain.bytes().any(forbidden)
        && domain.contains('.')
        && domain.split('.').all(|label| !label.is_empty())
}

/// The first hundred characters of a name, and whether something was cut.
pub(crate) fn limited_name(text: &str) -> (&str, bool) {
    if text.len() <= NAME_LIMIT {
        return (text, false);
    }
    match text.char_indices().nth(NAME_LIMIT) {
        Some((end, _)) => (text[..end].trim_end(), true),
        None => (text, false),
    }
}

/// A first name written in capitals only, with capitals at the start of its words; `None` leaves any other alone.
pub(crate) fn out_of_capitals(text: &str) -> Option<String> {
    let in_capitals = text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase);
    if !in_capitals {
        return None;
    }
    let mut name = String::with_capacity(text.len());
    let mut starts_word = true;
    for letter in text.chars() {
        if starts_word {
            name.push(letter);
        } else {
            name.extend(letter.to_lowercase());
        }
        starts_word = matches!(letter, ' ' | '\u{a0}' | '-' | '\'' | '’' | '.');
    }
    Some(name)
}

/// The content of a field of a compound value; `-` means none (interfaces.md §1.8).
pub(crate) fn present(field: &str) -> Option<&str> {
    let field = field.trim();
    (!field.is_empty() && field != "-").then_some(field)
}

fn digits(bytes: &[u8], range: Range<usize>) -> Option<u32> {
    bytes[range].iter().try_fold(0, |number, byte| byte.is_ascii_digit().then(|| number * 10 + u32::from(byte - b'0')))
}

const fn day_exists(year: u32, month: u32, day: u32) -> bool {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    };
    year >= 1900 && day >= 1 && day <= days
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_letter_of_public_schools_is_right() {
        assert!(uai_is_valid("0690037R"));
        assert!(uai_is_valid("0670007U"));
        assert!(uai_is_valid("0319991S"));
        assert!(!uai_is_valid("0690037S"));
        assert!(!uai_is_valid("069003R"));
        assert!(!uai_is_valid("069é037R"));
    }

    #[test]
    fn dates_are_days_of_the_calendar() {
        assert_eq!(iso_date("29/02/2020").as_deref(), Some("2020-02-29"));
        assert_eq!(iso_date("29/02/2019"), None);
        assert_eq!(iso_date("29/02/1900"), None);
        assert_eq!(iso_date("31/02/2020"), None);
        assert_eq!(iso_date("2020-02-29"), None);
        assert_eq!(iso_date("1/é/2020xx"), None);
        assert_eq!(iso_date_from_compact("20260907").as_deref(), Some("2026-09-07"));
        assert_eq!(iso_date_from_compact("20261307"), None);
    }

    #[test]
    fn first_names_in_capitals_are_put_in_title_case() {
        assert_eq!(out_of_capitals("JEAN-PIERRE").as_deref(), Some("Jean-Pierre"));
        assert_eq!(out_of_capitals("ZÉLIE ANNE").as_deref(), Some("Zélie Anne"));
        assert_eq!(out_of_capitals("N’GOLO").as_deref(), Some("N’Golo"));
        assert_eq!(out_of_capitals("Maïwenn"), None);
        assert_eq!(out_of_capitals("李明"), None);
    }

    #[test]
    fn impossible_addresses_are_seen() {
        assert!(email_is_plausible("ce.0319991s@example.org"));
        for address in ["", "a@", "@b.fr", "a@b", "a@b..fr", "a b@c.fr", "a@b@c.fr", "a@b.fr;c@d.fr", "é@b.fr"] {
            assert!(!email_is_plausible(address), "{address}");
        }
    }

    #[test]
    fn names_are_cut_between_characters() {
        let long = "É".repeat(120);
        assert_eq!(limited_name(&long), ("É".repeat(100).as_str(), true));
        let just_right = "É".repeat(100);
        assert_eq!(limited_name(&just_right), (just_right.as_str(), false));
    }
}
