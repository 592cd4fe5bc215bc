//! The answer as a letter, and what who was refused may do.

use super::{Request, State};
use crate::W;
use commons::identity::Identity;
use db::{Error, Result, Tx};
use pdf::{Document, Part};
use web::dates;

/// What may be done against a refusal: the officer, the CNIL, the court.
pub fn remedies(identity: &Identity) -> Vec<String> {
    let officer = identity.officer.trim();
    let officer = match officer.is_empty() {
        true => W.remedy_officer().to_owned(),
        false => W.remedy_officer_at(lines(officer).join(", ")),
    };
    vec![officer, W.remedy_cnil().to_owned(), W.remedy_court().to_owned()]
}

/// The letter of a request that is over.
///
/// # Errors
/// [`Error::NotFound`] while it is not; a fault of the database.
pub async fn document(tx: &mut Tx, request: &Request) -> Result<Document> {
    let (Some(outcome), Some(closed)) = (&request.outcome, request.closed_at) else { return Err(Error::NotFound) };
    let identity = Identity::of(tx, &request.scope).await?;
    let received = request.received_on.date().map(dates::date).unwrap_or_default();
    let mut parts = vec![Part::Paragraph(W.letter_opening(W.right(request.kind.as_str()), received))];
    if request.state == State::Refused {
        parts.push(Part::Strong(W.letter_refused().to_owned()));
    }
    parts.extend(lines(outcome).into_iter().map(Part::Paragraph));
    if request.state == State::Refused {
        parts.push(Part::Heading(W.remedies_title().to_owned()));
        parts.push(Part::List(remedies(&identity)));
    }
    parts.push(Part::Paragraph(identity.signatory.clone()));
    parts.push(Part::Paragraph(identity.quality.clone()));
    parts.retain(|part| !matches!(part, Part::Paragraph(text) if text.trim().is_empty()));
    let name = Some(identity.name.clone()).filter(|it| !it.trim().is_empty());
    Ok(Document {
        title: W.letter_title(&request.reference),
        issuer: name.into_iter().chain(lines(&identity.address)).collect(),
        recipient: vec![request.subject_name.clone()],
        about: vec![W.letter_dated(dates::date(closed.day())), W.letter_reference(&request.reference)],
        footer: W.letter_title(&request.reference),
        parts,
    })
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}
