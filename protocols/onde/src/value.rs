//! The syntax of single cells: nothing here knows a column.

use crate::Sex;
use crate::columns::normalised;

/// Letters beyond which no cell of an extraction goes; the rest is cut.
const MOST_LETTERS: usize = 250;

/// What a cell says, without what surrounds it and without what cannot be seen.
pub(crate) fn clean(cell: &str) -> String {
    let seen = |letter: &char| !matches!(letter, '\u{feff}' | '\u{200b}' | '\u{ad}');
    let spaced = |letter: char| if letter.is_whitespace() || letter.is_control() { ' ' } else { letter };
    let text: String = cell.trim().chars().filter(seen).map(spaced).take(MOST_LETTERS).collect();
    text.trim().to_owned()
}

/// `yyyy-mm-dd` or `dd/mm/yyyy` as `yyyy-mm-dd`, when that day exists.
pub(crate) fn day(text: &str) -> Option<String> {
    let (year, month, day) = match text.split_once('/') {
        Some((day, rest)) => {
            let (month, year) = rest.split_once('/')?;
            (year, month, day)
        }
        None => {
            let (year, rest) = text.split_once('-')?;
            let (month, day) = rest.split_once('-')?;
            (year, month, day)
        }
    };
    let exists = day_exists(number(year, 4)?, number(month, 2)?, number(day, 2)?);
    exists.then(|| format!("{year}-{month}-{day}"))
}

fn number(text: &str, digits: usize) -> Option<u32> {
    let is_number = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { text.parse().ok() } else { None }
}

fn day_exists(year: u32, month: u32, day: u32) -> bool {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    };
    (1900..2100).contains(&year) && (1..=days).contains(&day)
}

/// An INE without spaces and in capitals, when it then has eleven letters and digits.
pub(crate) fn ine(text: &str) -> Option<String> {
    let ine: String = text.chars().filter(|it| !it.is_whitespace()).map(|it| it.to_ascii_uppercase()).collect();
    (ine.len() == 11 && ine.bytes().all(|byte| byte.is_ascii_alphanumeric())).then_some(ine)
}

/// An address that may exist: one `@`, a domain with a point, no space, no list.
pub(crate) fn email(text: &str) -> Option<String> {
    let (local, domain) = text.split_once('@')?;
    let forbidden = |byte: u8| !byte.is_ascii_graphic() || b"@,;:<>()[]\\\"".contains(&byte);
    let plausible = !local.is_empty()
        && !local.bytes().any(forbidden)
        && !domain.bytes().any(forbidden)
        && domain.contains('.')
        && domain.split('.').all(|label| !label.is_empty());
    plausible.then(|| text.to_owned())
}

/// A telephone number as written, when it has 6 to 15 digits after `+` or `00`, and nothing but what people put between them.
pub(crate) fn phone(text: &str) -> Option<String> {
    let compact: String =
        text.chars().filter(|it| !it.is_whitespace() && !matches!(it, '.' | '-' | '/' | '(' | ')')).collect();
    let digits = compact.strip_prefix('+').or_else(|| compact.strip_prefix("00")).unwrap_or(&compact);
    let plausible = (6..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    plausible.then(|| text.to_owned())
}

/// `F`, `H` or `M`, in either case.
pub(crate) fn sex(text: &str) -> Option<Sex> {
    match text {
        "F" | "f" => Some(Sex::Female),
        "H" | "h" | "M" | "m" => Some(Sex::Male),
        _ => None,
    }
}

/// The civilities a cell holds, as the house writes them: one, or the two of a couple.
pub(crate) fn civilities(text: &str) -> Vec<&'static str> {
    let civility = |word: &str| match word {
        "m" | "mr" | "monsieur" => Some("M."),
        "mme" | "mlle" | "madame" | "mademoiselle" => Some("Mme"),
        _ => None,
    };
    text.to_lowercase().split(|letter: char| !letter.is_alphabetic()).filter_map(civility).collect()
}

/// Whether a cell says yes.
pub(crate) fn yes(text: &str) -> bool {
    matches!(normalised(text).as_str(), "oui" | "o" | "vrai" | "1")
}

/// True for what a spreadsheet would run when the file is opened again.
pub(crate) fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@']) && text.chars().any(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_calendar_in_both_forms() {
        for (written, told) in [
            ("29/02/2020", Some("2020-02-29")),
            ("2019-07-14", Some("2019-07-14")),
            ("29/02/2019", None),
            ("2019-02-29", None),
            ("31/04/2020", None),
            ("01/01/1899", None),
            ("01/01/2100", None),
            ("1/1/2020", None),
            ("14-07-2019", None),
            ("2019/07/14", None),
            ("14/07/19", None),
            ("é/07/2019", None),
            ("", None),
        ] {
            assert_eq!(day(written).as_deref(), told, "{written}");
        }
    }

    #[test]
    fn telephones_are_kept_as_written() {
        for written in
            ["0600000001", "06 00 00 00 01", "06.00.00.00.01", "+33600000001", "+33 (0)6 00 00 00 01", "0033612345678"]
        {
            assert_eq!(phone(written).as_deref(), Some(written));
        }
        for written in ["=cmd", "06", "+", "6,00E+08", "06 00 00 00 01 (mère)", "1234567890123456"] {
            assert_eq!(phone(written), None, "{written}");
        }
    }

    #[test]
    fn impossible_addresses_are_seen() {
        assert!(email("b.nemoz@example.org").is_some());
        for written in ["", "a@", "@b.fr", "a@b", "a@b..fr", "a b@c.fr", "a@b@c.fr", "a@b.fr;c@d.fr", "é@b.fr"] {
            assert_eq!(email(written), None, "{written}");
        }
    }

    #[test]
    fn civilities_are_two_ways_of_writing() {
        for (written, told) in [
            ("M.", vec!["M."]),
            ("M", vec!["M."]),
            ("Mme", vec!["Mme"]),
            ("MME", vec!["Mme"]),
            ("Mlle", vec!["Mme"]),
            ("MLLE", vec!["Mme"]),
            ("M. et Mme", vec!["M.", "Mme"]),
            ("Mme ou M.", vec!["Mme", "M."]),
            ("Dr", vec![]),
        ] {
            assert_eq!(civilities(written), told, "{written}");
        }
    }

    #[test]
    fn cells_lose_what_cannot_be_seen() {
        assert_eq!(clean("\u{feff} \u{a0}Zélie\nAnne\0 "), "Zélie Anne");
        assert_eq!(clean(&"É".repeat(400)).chars().count(), MOST_LETTERS);
    }

    #[test]
    fn formulas_begin_by_a_sign() {
        for written in ["=cmd|' /C calc'!A0", "+1+1", "-2", "@SUM(A1)"] {
            assert!(is_formula(written), "{written}");
        }
        for written in ["-", "", "D'ORVAL-NÉMOZ", "a=b"] {
            assert!(!is_formula(written), "{written}");
        }
    }
}
