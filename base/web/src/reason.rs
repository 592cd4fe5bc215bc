//! Decisions that need words: withdrawing, sending back, refusing. One rule for the words, one page that asks for them.

use crate::{
    W,
    component::{Button, ErrorSummary, Field, SafeHtml},
    summary,
};
use askama::{Template, filters::HtmlSafe};
use db::{Problems, Result};
use serde::Deserialize;

/// The longest reason, in characters.
pub const LONGEST: usize = 1000;

/// The reason without spaces around it.
///
/// # Errors
/// [`db::Error::Invalid`] beside the field `reason` when there is none, or too much of it.
pub fn check(typed: &str) -> Result<&str> {
    let reason = typed.trim();
    let mut problems = Problems::default();
    problems.require(!reason.is_empty(), "reason", W.reason_missing());
    problems.require(reason.chars().count() <= LONGEST, "reason", W.reason_too_long());
    problems.or(reason)
}

/// The words typed.
#[derive(Debug, Default, Deserialize)]
pub struct ReasonForm {
    /// Why.
    #[serde(default)]
    pub reason: String,
}

/// What a decision does, and the form that asks why.
#[derive(Debug, Template)]
#[template(path = "reason_question.html")]
pub struct ReasonQuestion {
    explanation: String,
    address: String,
    reason: Field,
    decide: Button,
    back: String,
}

impl HtmlSafe for ReasonQuestion {}

impl ReasonQuestion {
    /// A question sent to `address` by the button `decide`; whoever gives up goes `back`.
    pub fn new(
        label: impl Into<String>,
        explanation: impl Into<String>,
        address: impl Into<String>,
        decide: Button,
        back: impl Into<String>,
    ) -> Self {
        Self {
            explanation: explanation.into(),
            address: address.into(),
            reason: Field::area("reason", label, 4).maxlength(LONGEST).required(),
            decide,
            back: back.into(),
        }
    }

    /// The same with what was typed, and what is wrong with it.
    pub fn typed(mut self, typed: &str, problems: &Problems) -> Self {
        self.reason = self.reason.value(typed).error(problems.of("reason"));
        self
    }
}

/// The page that asks why.
#[derive(Debug, Template)]
#[template(path = "reason.html")]
pub struct ReasonPage {
    heading: String,
    title: String,
    quoted: Option<SafeHtml>,
    summary: Option<ErrorSummary>,
    question: ReasonQuestion,
}

impl ReasonPage {
    /// A page about something of this title.
    pub fn new(
        heading: impl Into<String>,
        title: impl Into<String>,
        question: ReasonQuestion,
        problems: &Problems,
    ) -> Self {
        Self { heading: heading.into(), title: title.into(), quoted: None, summary: summary(problems), question }
    }

    /// Quotes the words it is about.
    pub fn quoting(mut self, words: Option<SafeHtml>) -> Self {
        self.quoted = words;
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_asked_for() {
        assert!(check(" \n ").is_err());
        assert!(check(&"a".repeat(LONGEST + 1)).is_err());
        assert!(check("  Un enfant est reconnaissable. ").is_ok_and(|it| it == "Un enfant est reconnaissable."));
    }
}
