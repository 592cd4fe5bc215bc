//! Amounts: integer cents, written in euros.

/// « 135,00 € », with a space that no line breaks at.
pub fn euros(cents: i64) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    let (whole, rest) = (cents.unsigned_abs() / 100, cents.unsigned_abs() % 100);
    let digits = whole.to_string();
    let mut grouped = String::new();
    for (rank, digit) in digits.chars().enumerate() {
        if rank > 0 && (digits.len() - rank).is_multiple_of(3) {
            grouped.push('\u{202f}');
        }
        grouped.push(digit);
    }
    format!("{sign}{grouped},{rest:02}\u{a0}€")
}

/// « 135,00 », as a field of a form holds it.
pub fn typed(cents: i64) -> String {
    format!("{},{:02}", cents / 100, cents.rem_euclid(100))
}

/// An amount as somebody types it: « 135 », « 135,5 », « 1 350,00 € ». None for what is no amount.
pub fn read(typed: &str) -> Option<i64> {
    let kept: String = typed.chars().filter(|it| !it.is_whitespace() && *it != '€').collect();
    let (whole, rest) = kept.split_once([',', '.']).unwrap_or((kept.as_str(), ""));
    let digits = |text: &str| text.bytes().all(|it| it.is_ascii_digit());
    if whole.is_empty() || whole.len() > 9 || rest.len() > 2 || !digits(whole) || !digits(rest) {
        return None;
    }
    let cents: i64 = format!("{rest:0<2}").parse().ok()?;
    Some(whole.parse::<i64>().ok()? * 100 + cents)
}

const UNITS: [&str; 17] = [
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize",
];
const TENS: [&str; 7] = ["", "dix", "vingt", "trente", "quarante", "cinquante", "soixante"];

/// « cent trente-cinq euros », « deux euros et cinquante centimes ».
pub fn in_words(cents: i64) -> String {
    let sign = if cents < 0 { "moins " } else { "" };
    let whole = usize::try_from(cents.unsigned_abs() / 100).unwrap_or(usize::MAX);
    let rest = usize::try_from(cents.unsigned_abs() % 100).unwrap_or_default();
    let plural = |count: usize| if count > 1 { "s" } else { "" };
    // « un million d’euros »: a noun of number wants its complement.
    let of = if whole > 0 && whole.is_multiple_of(1_000_000) { "d’" } else { "" };
    let euros = format!("{} {of}euro{}", number(whole, true), plural(whole));
    let centimes = format!("{} centime{}", number(rest, true), plural(rest));
    match (whole, rest) {
        (_, 0) => format!("{sign}{euros}"),
        (0, _) => format!("{sign}{centimes}"),
        _ => format!("{sign}{euros} et {centimes}"),
    }
}

/// A number in letters. « Vingt » and « cent » take their plural at the end of it, or before a noun, not before « mille ».
fn number(n: usize, ends: bool) -> String {
    match n {
        0..=99 => under_hundred(n, ends),
        100..=999 => {
            let head = match (n / 100, n % 100) {
                (1, _) => "cent".to_owned(),
                (hundreds, 0) if ends => format!("{} cents", UNITS[hundreds]),
                (hundreds, _) => format!("{} cent", UNITS[hundreds]),
            };
            followed(head, n % 100, ends)
        }
        1_000..=999_999 => {
            let head = match n / 1_000 {
                1 => "mille".to_owned(),
                thousands => format!("{} mille", number(thousands, false)),
            };
            followed(head, n % 1_000, ends)
        }
        1_000_000..=999_999_999 => followed(counted(n / 1_000_000, "million"), n % 1_000_000, ends),
        _ => followed(counted(n / 1_000_000_000, "milliard"), n % 1_000_000_000, ends),
    }
}

fn under_hundred(n: usize, ends: bool) -> String {
    match n {
        0..=16 => UNITS[n].to_owned(),
        17..=19 => format!("dix-{}", UNITS[n - 10]),
        20..=69 => match n % 10 {
            0 => TENS[n / 10].to_owned(),
            1 => format!("{} et un", TENS[n / 10]),
            unit => format!("{}-{}", TENS[n / 10], UNITS[unit]),
        },
        71 => "soixante et onze".to_owned(),
        70 | 72..=79 => format!("soixante-{}", under_hundred(n - 60, ends)),
        80 if ends => "quatre-vingts".to_owned(),
        80 => "quatre-vingt".to_owned(),
        _ => format!("quatre-vingt-{}", under_hundred(n - 80, ends)),
    }
}

fn counted(n: usize, noun: &str) -> String {
    format!("{} {noun}{}", number(n, true), if n > 1 { "s" } else { "" })
}

fn followed(head: String, rest: usize, ends: bool) -> String {
    if rest == 0 { head } else { format!("{head} {}", number(rest, ends)) }
}

#[cfg(test)]
mod tests {
    use super::{euros, in_words, read, typed};

    #[test]
    fn amounts_are_written_as_in_france() {
        assert_eq!(euros(13_500), "135,00\u{a0}€");
        assert_eq!(euros(0), "0,00\u{a0}€");
        assert_eq!(euros(19_350_005), "193\u{202f}500,05\u{a0}€");
        assert_eq!(euros(-4500), "-45,00\u{a0}€");
    }

    #[test]
    fn amounts_are_read_as_they_are_typed() {
        for (text, cents) in [
            ("135", Some(13_500)),
            ("135,5", Some(13_550)),
            ("1\u{202f}350,00\u{a0}€", Some(135_000)),
            ("0.05", Some(5)),
            ("", None),
            ("-3", None),
            ("1,234", None),
            ("12345678901", None),
            ("1,é", None),
        ] {
            assert_eq!(read(text), cents, "{text}");
        }
        assert_eq!(typed(13_550), "135,50");
    }

    #[test]
    fn amounts_are_written_in_letters() {
        for (cents, words) in [
            (13_500, "cent trente-cinq euros"),
            (4_500, "quarante-cinq euros"),
            (0, "zéro euro"),
            (100, "un euro"),
            (150, "un euro et cinquante centimes"),
            (1, "un centime"),
            (80, "quatre-vingts centimes"),
            (1_600, "seize euros"),
            (1_700, "dix-sept euros"),
            (2_100, "vingt et un euros"),
            (2_200, "vingt-deux euros"),
            (6_100, "soixante et un euros"),
            (7_000, "soixante-dix euros"),
            (7_100, "soixante et onze euros"),
            (7_700, "soixante-dix-sept euros"),
            (8_000, "quatre-vingts euros"),
            (8_100, "quatre-vingt-un euros"),
            (9_100, "quatre-vingt-onze euros"),
            (9_900, "quatre-vingt-dix-neuf euros"),
            (10_100, "cent un euros"),
            (18_000, "cent quatre-vingts euros"),
            (20_000, "deux cents euros"),
            (20_100, "deux cent un euros"),
            (28_000, "deux cent quatre-vingts euros"),
            (100_000, "mille euros"),
            (100_100, "mille un euros"),
            (200_000, "deux mille euros"),
            (8_000_000, "quatre-vingt mille euros"),
            (20_000_000, "deux cent mille euros"),
            (19_350_005, "cent quatre-vingt-treize mille cinq cents euros et cinq centimes"),
            (100_000_000, "un million d’euros"),
            (200_000_100, "deux millions un euros"),
            (8_000_000_000, "quatre-vingts millions d’euros"),
            (100_000_000_000, "un milliard d’euros"),
            (-4_500, "moins quarante-cinq euros"),
        ] {
            assert_eq!(in_words(cents), words, "{cents}");
        }
    }

    proptest::proptest! {
        #[test]
        fn every_amount_has_its_own_words(one in 0_i64..200_000_000, other in 0_i64..200_000_000) {
            let distinct = in_words(one) != in_words(other);
            proptest::prop_assert_eq!(distinct, one != other);
            proptest::prop_assert!(!in_words(one).contains("  ") && !in_words(one).contains("zéro") || one < 100);
        }
    }
}
