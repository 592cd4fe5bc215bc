//! Names as they are compared: without accents, case, spaces, hyphens, apostrophes (interfaces.md §2.3).

use db::fold;

/// The names somebody goes by: in use, and of birth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Names {
    first: String,
    lasts: Vec<String>,
}

impl Names {
    pub(super) fn new<'a>(first: &str, lasts: impl IntoIterator<Item = &'a str>) -> Self {
        let lasts = lasts.into_iter().map(key).filter(|it| !it.is_empty());
        Self { first: key(first), lasts: lasts.collect() }
    }

    /// Whether both may be one person: one first name, and a last name they share.
    pub(super) fn fits(&self, other: &Self) -> bool {
        self.first == other.first && self.lasts.iter().any(|last| other.lasts.contains(last))
    }
}

/// A word as it is compared.
pub(super) fn key(text: &str) -> String {
    fold(text).replace(' ', "")
}

/// Whether two names are written alike, but for case and the shape of apostrophes: other differences are worth telling.
pub(super) fn alike(one: &str, other: &str) -> bool {
    let plain = |text: &str| text.trim().replace('\u{2019}', "'").to_lowercase();
    plain(one) == plain(other)
}

/// Whether an extraction lost a letter on its way: such a text says nothing of how the name is written.
pub(super) fn is_garbled(text: &str) -> bool {
    text.contains(['?', char::REPLACEMENT_CHARACTER])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fit_by_the_one_in_use_or_that_of_birth() {
        let known = Names::new("Zélie-Anne", ["D'ORVAL-NÉMOZ", ""]);
        for (first, lasts, fits) in [
            ("zelie anne", ["D’Orval Nemoz", "Autre"], true),
            ("Zélie", ["D'ORVAL-NÉMOZ", ""], false),
            ("Zélie-Anne", ["NÉMOZ", ""], false),
            ("Zélie-Anne", ["", ""], false),
        ] {
            assert_eq!(known.fits(&Names::new(first, lasts)), fits, "{first} {lasts:?}");
        }
    }

    #[test]
    fn an_accent_is_a_difference_and_a_case_is_none() {
        assert!(alike("D’ORVAL", "d'orval"));
        assert!(!alike("Zoe", "Zoé"));
    }

    #[test]
    fn a_letter_lost_on_the_way_is_seen() {
        assert!(is_garbled("Zo?") && is_garbled("Zo\u{fffd}") && !is_garbled("Zoé"));
    }
}
