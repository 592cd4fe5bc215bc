//! The explanatory note the members of a council receive before they decide (domain.md §1.1, D6).

use super::Facts;
use crate::W;
use pdf::Document;

const TEXT: &str = include_str!("../../texts/note.txt");

/// The note, from what the convention says.
pub fn of(facts: &Facts) -> Document {
    Document {
        title: W.document_note().to_owned(),
        issuer: facts.parties.authority.lines(),
        footer: facts.footer(),
        parts: facts.text(TEXT),
        ..Document::default()
    }
}
