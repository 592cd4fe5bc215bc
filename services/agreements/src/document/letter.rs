//! The letter the convention is sent with.

use super::Facts;
use crate::{W, campaign};
use pdf::{Document, Part, Signature};
use web::dates;

const TEXT: &str = include_str!("../../texts/letter.txt");

/// The letter, from what the convention says.
pub fn of(facts: &Facts) -> Document {
    let (academy, authority) = (&facts.parties.academy, &facts.parties.authority);
    let signatory = [&academy.signatory, &academy.quality, &academy.delegation];
    let mut parts = facts.text(TEXT);
    parts.push(Part::Signatures(vec![Signature {
        party: W.document_for_academy().to_owned(),
        signatory: signatory.into_iter().filter(|line| !line.is_empty()).cloned().collect(),
        signed: None,
    }]));
    let attention = [&authority.representative, &authority.quality].into_iter().filter(|it| !it.is_empty());
    let attention = attention.map(String::as_str).collect::<Vec<_>>().join(", ");
    let mut recipient = authority.lines();
    if !attention.is_empty() {
        recipient.insert(usize::from(!recipient.is_empty()), attention);
    }
    Document {
        title: W.document_letter(campaign::year_name(facts.year)),
        issuer: academy.lines(),
        recipient,
        about: vec![dates::date(facts.today), W.document_reference(&facts.number)],
        footer: facts.footer(),
        parts,
    }
}
