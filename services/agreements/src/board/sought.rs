//! What was typed to find conventions, as what it looks like: a name, a number, a SIRET, a national code.

/// What words look for: each is a pattern of `like`, or the beginning of a code; empty for none.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Sought {
    pub(super) name: String,
    pub(super) siret: String,
    pub(super) uai: String,
}

impl Sought {
    pub(super) fn of(words: &str) -> Self {
        let code: String = words.chars().filter(|it| !it.is_whitespace()).flat_map(char::to_uppercase).collect();
        let all = || "%".to_owned();
        if is_national_code(&code) {
            return Self { name: all(), uai: code, ..Self::default() };
        }
        let digits = code.bytes().all(|it| it.is_ascii_digit());
        // The number of a convention typed with spaces is as long as the beginning of a SIRET.
        let whole = !words.trim().contains(char::is_whitespace);
        if digits && (matches!(code.len(), 9 | 14) || (whole && code.len() > 9)) {
            return Self { name: all(), siret: format!("{code}%"), ..Self::default() };
        }
        Self { name: crate::authority::pattern(words), ..Self::default() }
    }
}

/// « 0311696A », or the seven digits alone.
fn is_national_code(code: &str) -> bool {
    let (digits, letter) = code.split_at_checked(7).unwrap_or((code, ""));
    let is_letter = letter.is_empty() || (letter.len() == 1 && letter.bytes().all(|it| it.is_ascii_uppercase()));
    digits.len() == 7 && digits.bytes().all(|it| it.is_ascii_digit()) && is_letter
}

#[cfg(test)]
mod tests {
    use super::Sought;

    #[test]
    fn words_are_a_name_a_number_a_siret_or_a_national_code() {
        for (words, name, siret, uai) in [
            ("", "%", "", ""),
            ("Sainte-Foy d’Aig", "% sainte% foy% d% aig%", "", ""),
            ("2022-16-0007", "% 2022% 16% 0007%", "", ""),
            ("2022 16 0007", "% 2022% 16% 0007%", "", ""),
            ("0007", "% 0007%", "", ""),
            ("0311696a", "%", "", "0311696A"),
            ("031 1696", "%", "", "0311696"),
            ("213 101 181 00013", "%", "21310118100013%", ""),
            ("213101181", "%", "213101181%", ""),
            ("2131011810", "%", "2131011810%", ""),
        ] {
            let expected = Sought { name: name.to_owned(), siret: siret.to_owned(), uai: uai.to_owned() };
            assert_eq!(Sought::of(words), expected, "{words}");
        }
    }
}
