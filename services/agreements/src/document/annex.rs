//! The annex: the schools of the convention, one line per national code, and what is due.

use super::Facts;
use crate::{W, campaign, money};
use pdf::{Document, Part};

/// The annex, from what the convention says.
pub fn of(facts: &Facts) -> Document {
    Document {
        title: W.document_annex().to_owned(),
        issuer: facts.parties.academy.lines(),
        about: vec![
            W.document_year(campaign::year_name(facts.year)),
            W.document_number(&facts.number),
            facts.parties.authority.name.clone(),
        ],
        footer: facts.footer(),
        parts: table(facts),
        ..Document::default()
    }
}

/// The annex at the end of the convention.
pub(super) fn parts(facts: &Facts) -> Vec<Part> {
    let heading = Part::Heading(W.document_annex().to_owned());
    std::iter::once(heading).chain(table(facts)).collect()
}

fn table(facts: &Facts) -> Vec<Part> {
    let total = facts.total_cents();
    vec![Part::Table(facts.table()), Part::Strong(W.document_sum(money::euros(total), money::in_words(total)))]
}
