//! Adding offers, changing and ending them.

use crate::{
    W,
    charge::Charge,
    offer::{Offer, OfferId},
    offer_draft::OfferDraft,
};
use db::{Error, Result, Tx, args};
use school::School;

/// Adds an offer for some schools: one for each, so that each goes its own way.
///
/// # Errors
/// [`Error::Invalid`] beside `ecoles` when no school was chosen; a fault of the database.
pub async fn create(tx: &mut Tx, charge: &Charge, schools: &[&School], draft: &OfferDraft) -> Result<()> {
    if schools.is_empty() {
        return Err(Error::invalid("ecoles", W.choose_school()));
    }
    for school in schools {
        let (id, now): (OfferId, _) = (tx.id(), tx.now());
        tx.change(
            "insert into town_offer (id, scope, school_id, kind, name, hours, place, contact, link, weekday, closes_at, \
             changed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
            args![
                id,
                charge.scope.to_string(),
                school.id,
                draft.kind,
                &draft.name,
                &draft.hours,
                &draft.place,
                &draft.contact,
                &draft.link,
                draft.deadline.as_ref().map(|it| it.0),
                draft.deadline.as_ref().map(|it| it.1.as_str()),
                now
            ],
        )
        .await?;
    }
    Ok(())
}

/// Changes an offer.
///
/// # Errors
/// A fault of the database.
pub async fn change(tx: &mut Tx, offer: &Offer, draft: &OfferDraft) -> Result<()> {
    let now = tx.now();
    tx.change(
        "update town_offer set kind = $3, name = $4, hours = $5, place = $6, contact = $7, link = $8, weekday = $9, \
         closes_at = $10, changed_at = $11 where id = $1 and school_id = $2",
        args![
            offer.id,
            offer.school_id,
            draft.kind,
            &draft.name,
            &draft.hours,
            &draft.place,
            &draft.contact,
            &draft.link,
            draft.deadline.as_ref().map(|it| it.0),
            draft.deadline.as_ref().map(|it| it.1.as_str()),
            now
        ],
    )
    .await
}

/// Ends an offer.
///
/// # Errors
/// A fault of the database.
pub async fn end(tx: &mut Tx, offer: &Offer) -> Result<()> {
    let now = tx.now();
    tx.change(
        "update town_offer set ended_at = $3 where id = $1 and school_id = $2 and ended_at is null",
        args![offer.id, offer.school_id, now],
    )
    .await
}
