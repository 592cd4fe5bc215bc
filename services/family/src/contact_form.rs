//! What is typed to say how one is reached.

use crate::{
    W,
    contact::{Contact, Shown},
    invitation_form::is_address,
    language,
    onde::Said,
};
use db::{Problems, Result};
use school::person::phone_shown;
use serde::Deserialize;

/// The form, as it was typed.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct ContactForm {
    #[serde(default)]
    pub(crate) telephone: String,
    #[serde(default)]
    pub(crate) autre: String,
    #[serde(default)]
    pub(crate) courriel: String,
    #[serde(default)]
    pub(crate) langue: String,
    #[serde(default)]
    pub(crate) montre: String,
}

impl ContactForm {
    /// The form of what was given before, or of somebody who gave nothing yet.
    pub(crate) fn of(contact: Option<Contact>) -> Self {
        match contact {
            Some(it) => Self {
                telephone: typed_again(&it.phone),
                autre: typed_again(&it.other_phone),
                courriel: it.email,
                langue: it.language,
                montre: it.shown.as_str().to_owned(),
            },
            None => Self {
                langue: language::USUAL.to_owned(),
                montre: Shown::Teachers.as_str().to_owned(),
                ..Self::default()
            },
        }
    }

    /// What is to be kept.
    ///
    /// # Errors
    /// [`db::Error::Invalid`] with what is wrong; where the school has no other way, one is asked for.
    pub(crate) fn check(&self, said: &Said) -> Result<Contact> {
        let (phone, other_phone) = (spaced(&self.telephone), spaced(&self.autre));
        let email = self.courriel.trim().to_lowercase();
        let mut problems = Problems::default();
        problems.require(phone.is_empty() || is_phone(&phone), "telephone", W.phone_wrong());
        problems.require(other_phone.is_empty() || is_phone(&other_phone), "autre", W.phone_wrong());
        problems.require(email.is_empty() || is_address(&email), "courriel", W.email_wrong());
        let reached = said.reaches() || !(phone.is_empty() && other_phone.is_empty() && email.is_empty());
        if problems.is_empty() {
            problems.require(reached, "telephone", W.way_missing());
        }
        problems.require(language::name(&self.langue).is_some(), "langue", W.language_missing());
        let shown = Shown::try_from(self.montre.clone()).ok();
        problems.require(shown.is_some(), "montre", W.shown_missing());
        let language = self.langue.clone();
        problems.or(Contact { phone, other_phone, email, language, shown: shown.unwrap_or(Shown::Head) })
    }
}

/// A telephone number as it is read, in spaces a keyboard writes.
fn typed_again(number: &str) -> String {
    spaced(&phone_shown(number))
}

fn spaced(typed: &str) -> String {
    typed.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Six to fifteen figures (ITU-T E.164), written as people write them.
fn is_phone(typed: &str) -> bool {
    let figures = typed.chars().filter(char::is_ascii_digit).count();
    let plain = |it: char| it.is_ascii_digit() || matches!(it, ' ' | '.' | '-' | '(' | ')' | '+' | '/');
    (6..=15).contains(&figures) && typed.chars().all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn telephones_are_written_in_many_ways() {
        for (typed, fine) in [
            ("06 11 22 33 44", true),
            ("06.11.22.33.44", true),
            ("+33 (0)6 11 22 33 44", true),
            ("12", false),
            ("le mien", false),
            ("06 11 22 33 44 poste deux", false),
        ] {
            assert_eq!(is_phone(typed), fine, "{typed}");
        }
    }

    #[test]
    fn the_school_keeps_a_way_to_reach_a_family() {
        let form = ContactForm { langue: "fr".to_owned(), montre: "head".to_owned(), ..ContactForm::default() };
        assert!(form.check(&Said::default()).is_err());
        let said = Said { emails: vec!["a@example.org".to_owned()], ..Said::default() };
        assert!(form.check(&said).is_ok_and(|it| it.shown == Shown::Head));
    }
}
