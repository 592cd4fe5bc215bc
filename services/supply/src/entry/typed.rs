//! What was typed in a form, as it came.

use crate::W;
use db::Problems;
use jiff::civil::Date;
use serde::Deserialize;

/// The longest name, in characters.
pub const LONGEST_NAME: usize = 60;
/// The longest address of a letter box.
pub const LONGEST_EMAIL: usize = 120;

/// Pairs of a form, in the order of the page.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(transparent)]
pub struct Typed(pub Vec<(String, String)>);

impl Typed {
    /// The text of a field on one line; empty when it was not sent.
    pub fn text(&self, name: &str) -> String {
        let text = self.0.iter().find(|(it, _)| it == name).map_or("", |(_, text)| text.as_str());
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The values of a field sent several times.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(it, _)| it == name).map(|(_, text)| text.trim())
    }

    /// A name that must be there.
    pub(crate) fn name(&self, field: &'static str, missing: &str, problems: &mut Problems) -> String {
        let name = self.text(field);
        problems.require(name.chars().any(char::is_alphabetic), field, missing);
        problems.require(name.chars().count() <= LONGEST_NAME, field, W.entry_name_too_long());
        name
    }

    /// An address of a letter box, when one was typed.
    pub(crate) fn email(&self, field: &'static str, problems: &mut Problems) -> Option<String> {
        let email = self.text(field).to_lowercase();
        if email.is_empty() {
            return None;
        }
        problems.require(is_email(&email), field, W.entry_email_wrong());
        Some(email)
    }

    /// A day, when one was typed.
    pub(crate) fn day(&self, field: &'static str, wrong: &str, problems: &mut Problems) -> Option<Date> {
        let text = self.text(field);
        if text.is_empty() {
            return None;
        }
        let day = text.parse::<Date>().ok();
        problems.require(day.is_some(), field, wrong);
        day
    }
}

/// Enough to tell a slip of the finger from an address; a letter tells the rest.
fn is_email(text: &str) -> bool {
    let Some((local, host)) = text.split_once('@') else { return false };
    let is_host = host.contains('.') && !host.starts_with('.') && !host.ends_with('.') && !host.contains('@');
    !local.is_empty()
        && is_host
        && text.is_ascii()
        && text.len() <= LONGEST_EMAIL
        && !text.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::is_email;

    #[test]
    fn an_address_has_a_name_and_a_host() {
        for (text, fits) in [
            ("lila@example.org", true),
            ("lila@example", false),
            ("@example.org", false),
            ("a@b@example.org", false),
            ("lila@example.org.", false),
        ] {
            assert_eq!(is_email(text), fits, "{text}");
        }
    }
}
