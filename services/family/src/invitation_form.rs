//! What is typed to invite a reader.

use crate::W;
use db::{Problems, Result};
use serde::Deserialize;

/// The longest name or word.
pub(crate) const LONGEST: usize = 60;
/// The longest address there can be (RFC 5321).
pub(crate) const LONGEST_EMAIL: usize = 254;

/// The form, as it was typed.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct InvitationForm {
    #[serde(default)]
    pub(crate) prenom: String,
    #[serde(default)]
    pub(crate) nom: String,
    #[serde(default)]
    pub(crate) lien: String,
    #[serde(default)]
    pub(crate) courriel: String,
}

/// An invitation to be sent.
#[derive(Debug)]
pub(crate) struct Draft {
    pub(crate) first_name: String,
    pub(crate) last_name: String,
    pub(crate) word: String,
    pub(crate) email: String,
}

impl InvitationForm {
    /// What is to be sent.
    ///
    /// # Errors
    /// [`db::Error::Invalid`] with what is wrong.
    pub(crate) fn check(&self) -> Result<Draft> {
        let draft = Draft {
            first_name: one_line(&self.prenom),
            last_name: one_line(&self.nom),
            word: one_line(&self.lien),
            email: self.courriel.trim().to_lowercase(),
        };
        let mut problems = Problems::default();
        problems.require(is_name(&draft.first_name), "prenom", W.reader_first_name_missing());
        problems.require(is_name(&draft.last_name), "nom", W.reader_last_name_missing());
        problems.require(is_short(&draft.word), "lien", W.reader_word_missing());
        problems.require(is_address(&draft.email), "courriel", W.email_wrong());
        problems.or(draft)
    }
}

fn one_line(typed: &str) -> String {
    typed.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_short(text: &str) -> bool {
    !text.is_empty() && text.chars().count() <= LONGEST
}

/// A name has a letter, and nothing that could be taken for an address in a letter.
fn is_name(text: &str) -> bool {
    let plain = |it: char| it.is_alphabetic() || matches!(it, ' ' | '-' | '\'' | '’' | '.');
    is_short(text) && text.chars().any(char::is_alphabetic) && text.chars().all(plain)
}

/// Whether a letter could reach this address: what our mailer would refuse is refused here, where it can be typed again.
pub(crate) fn is_address(typed: &str) -> bool {
    let Some((local, domain)) = typed.split_once('@') else { return false };
    let of_local = |it: char| it.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(it);
    let of_domain = |it: char| it.is_ascii_alphanumeric() || it == '-';
    typed.len() <= LONGEST_EMAIL && dotted(local, of_local) && dotted(domain, of_domain) && domain.contains('.')
}

/// Whether a text is made of such letters, in parts between dots.
fn dotted(text: &str, fits: impl Fn(char) -> bool) -> bool {
    text.split('.').all(|part| !part.is_empty() && part.chars().all(&fits))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_can_be_reached() {
        for (typed, fine) in [
            ("lucette.fabre@example.org", true),
            ("lucette+ecole@mairie.example.fr", true),
            ("lucette", false),
            ("lucette@localhost", false),
            ("lucette@@example.org", false),
            ("lucette fabre@example.org", false),
            ("lucette@example..org", false),
            ("a@example.org,b@example.org", false),
            ("lucette.@example.org", false),
            ("", false),
        ] {
            assert_eq!(is_address(typed), fine, "{typed}");
        }
    }

    #[test]
    fn a_name_is_no_address() {
        assert!(is_name("Anne-Lise") && is_name("D’Orval Némoz"));
        for wrong in ["", "12", "https://ailleurs.example", "Lucette <b>"] {
            assert!(!is_name(wrong), "{wrong}");
        }
    }
}
