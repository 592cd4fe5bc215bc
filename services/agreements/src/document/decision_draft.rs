//! The project of a council's decision: the schools and the amount are known, the council fills in the rest (domain.md §1.1, D6).

use super::Facts;
use crate::W;
use pdf::{Document, Part, Signature};

const TEXT: &str = include_str!("../../texts/decision.txt");

/// The project, from what the convention says.
pub fn of(facts: &Facts) -> Document {
    let mut parts = facts.text(TEXT);
    let slot = |party: &str| Signature { party: party.to_owned(), signatory: Vec::new(), signed: None };
    parts.push(Part::Signatures(vec![slot(W.document_chair()), slot(W.document_secretary())]));
    Document {
        title: W.document_decision().to_owned(),
        issuer: facts.parties.authority.lines(),
        footer: facts.footer(),
        parts,
        ..Document::default()
    }
}
