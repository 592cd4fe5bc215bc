//! What authorises a convention of the demonstration, and who signs it.

use agreements::{
    Agreement, AgreementId,
    agreement::Party,
    decision::{self, Decision},
    enrolment,
    parties::Parties,
    signature::{self, Signature},
};
use db::{Error, Result, Tx};
use jiff::ToSpan;
use school::{Authority, Viewer};

/// The council decided a week before the extract came, and authorises the mayor to sign.
pub(super) async fn decide(tx: &mut Tx, viewer: &Viewer, id: AgreementId) -> Result<()> {
    let agreement = Agreement::managed(tx, viewer, id).await?;
    let authority = Authority::load(tx, agreement.authority_id).await?;
    let schools = enrolment::of(tx, id).await?.len();
    let total = agreement.price_cents * i64::try_from(schools).map_err(Error::fault)?;
    let entered = tx.now().day();
    let before = |days: i32| entered.saturating_add((-days).days()).to_string();
    let stated = Decision {
        session_number: format!("{}/04", entered.year()),
        number: format!("{}/04-07", entered.year()),
        theme: "Enseignement".to_owned(),
        held_on: before(8),
        convened_on: Some(before(14)),
        place: "Salle du conseil".to_owned(),
        chair: authority.representative,
        secretary: "Anatole Garnède".to_owned(),
        members: Some(15),
        in_office: Some(15),
        present: Some(12),
        absent: Some(3),
        votes_cast: Some(12),
        votes_for: Some(11),
        votes_against: Some(0),
        abstained: Some(1),
        adopted: true,
        authorises: true,
        amount_cents: Some(total),
        names: "{}".to_owned(),
        certified_on: Some(before(5)),
        received_on: Some(before(4)),
    };
    decision::enter(tx, viewer, &agreement, &stated).await
}

/// A party signs: whoever its convention names, today.
pub(super) async fn sign(tx: &mut Tx, viewer: &Viewer, id: AgreementId, party: Party) -> Result<()> {
    let agreement = Agreement::managed(tx, viewer, id).await?;
    let parties = Parties::of(tx, &agreement).await?;
    let authority = Authority::load(tx, agreement.authority_id).await?;
    let (place, name, quality) = match party {
        Party::Academy => ("Toulouse".to_owned(), parties.academy.signatory, parties.academy.quality),
        Party::Authority => (authority.town, parties.authority.representative, parties.authority.quality),
    };
    let signed_on = tx.now().day().to_string();
    let put = Signature { party, signed_on, place, name, quality };
    signature::sign(tx, viewer, &agreement, &put).await.map(drop)
}
