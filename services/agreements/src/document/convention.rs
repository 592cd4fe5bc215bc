//! The convention: its articles, the annex of its schools, what is signed.

use super::{Facts, annex, text};
use crate::{Agreement, W, agreement::Party, campaign, day, signature::Signature};
use db::{Result, Tx};
use pdf::{Document, Part, Signature as Slot};

/// The convention, for those who loaded it.
///
/// # Errors
/// A fault of the database.
pub async fn convention(tx: &mut Tx, agreement: &Agreement) -> Result<Document> {
    Ok(of(&Facts::load(tx, agreement).await?))
}

/// The convention, from what it says.
pub fn of(facts: &Facts) -> Document {
    let values = facts.values();
    let articles = facts.articles.iter().flat_map(|article| {
        let heading = Part::Heading(values.fill(&article.title));
        std::iter::once(heading).chain(text::parts(&article.body, &values))
    });
    let ends = [Part::Heading(W.document_signatures().to_owned()), Part::Signatures(slots(facts))];
    Document {
        title: W.document_convention().to_owned(),
        issuer: facts.parties.academy.lines(),
        about: vec![W.document_year(campaign::year_name(facts.year)), W.document_number(&facts.number)],
        footer: facts.footer(),
        parts: articles.chain(annex::parts(facts)).chain(ends).collect(),
        ..Document::default()
    }
}

fn slots(facts: &Facts) -> Vec<Slot> {
    let (academy, authority) = (&facts.parties.academy, &facts.parties.authority);
    vec![
        slot(facts, Party::Academy, W.document_for_academy(), [&academy.signatory, &academy.quality]),
        slot(facts, Party::Authority, W.document_for_authority(), [&authority.representative, &authority.quality]),
    ]
}

/// Who signed, when somebody did; who is to sign else.
fn slot(facts: &Facts, party: Party, title: &str, known: [&String; 2]) -> Slot {
    let signed = facts.signatures.iter().find(|it| it.party == party);
    let signatory = match signed {
        Some(it) => [&it.name, &it.quality],
        None => known,
    };
    Slot {
        party: title.to_owned(),
        signatory: signatory.into_iter().filter(|line| !line.is_empty()).cloned().collect(),
        signed: signed.map(told),
    }
}

fn told(signature: &Signature) -> String {
    W.document_signed(&signature.place, day::written(&signature.signed_on))
}
