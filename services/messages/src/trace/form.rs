//! What somebody asks to trace, and why.

use super::reference::read_reference;
use crate::W;
use db::{Error, Problems, Result, fold};
use jiff::civil::Date;

/// The shortest reason that says something, in characters.
const SHORTEST_REASON: usize = 10;
/// The longest kept.
pub const LONGEST_REASON: usize = 500;

/// What somebody asks to trace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sought {
    /// One message, by its reference.
    Reference(String),
    /// What somebody sent in a school on a day.
    Sender {
        /// The UAI of the school.
        uai: String,
        /// The day.
        day: Date,
        /// A part of the name.
        name: String,
    },
}

/// What was typed in the form.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct TraceForm {
    /// A reference.
    pub reference: String,
    /// The UAI of a school.
    pub uai: String,
    /// A day.
    pub jour: String,
    /// A part of a name.
    pub expediteur: String,
    /// Why somebody looks.
    pub motif: String,
    /// Whether the text is asked for: `on`.
    pub texte: String,
}

impl TraceForm {
    /// Whether the text is asked for.
    pub fn with_text(&self) -> bool {
        self.texte == "on"
    }

    /// What is sought, and why.
    ///
    /// # Errors
    /// [`Error::Invalid`] beside the fields that are wrong.
    pub fn check(&self) -> Result<(Sought, String)> {
        let mut problems = Problems::default();
        let reference = self.reference.trim();
        let (uai, name, day) = (self.uai.trim(), fold(&self.expediteur), self.jour.trim().parse::<Date>().ok());
        let sought = if reference.is_empty() {
            problems.require(!uai.is_empty() || day.is_some() || !name.is_empty(), "reference", W.trace_missing());
            if problems.is_empty() {
                problems.require(!uai.is_empty(), "uai", W.trace_uai_missing());
                problems.require(day.is_some(), "jour", W.trace_day_missing());
                problems.require(!name.is_empty(), "expediteur", W.trace_sender_missing());
            }
            day.map(|day| Sought::Sender { uai: uai.to_owned(), day, name })
        } else {
            problems.require(read_reference(reference).is_some(), "reference", W.trace_reference_wrong());
            Some(Sought::Reference(reference.to_owned()))
        };
        let reason: String = self.motif.trim().chars().take(LONGEST_REASON).collect();
        problems.require(reason.chars().count() >= SHORTEST_REASON, "motif", W.trace_reason_missing());
        problems.or(())?;
        Ok((sought.ok_or(Error::NotFound)?, reason))
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn nobody_looks_without_a_reason() {
        let form = TraceForm { reference: "0W3KD-7QF2A".to_owned(), motif: "voir".to_owned(), ..TraceForm::default() };
        assert!(matches!(form.check(), Err(Error::Invalid(problems)) if problems.of("motif").is_some()));
        let form = TraceForm { motif: "Plainte d’une famille".to_owned(), ..form };
        assert_eq!(form.check().unwrap().0, Sought::Reference("0W3KD-7QF2A".to_owned()));
        let empty = TraceForm { reference: String::new(), ..form };
        assert!(matches!(empty.check(), Err(Error::Invalid(problems)) if problems.of("reference").is_some()));
    }
}
