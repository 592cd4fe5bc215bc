//! What leaves by letter: the invitation and its end, the word to the other adults responsible, and that accounts were joined or
//! parted.

use crate::{
    W,
    invitation::{DAYS, InvitationId},
    invitation_link,
};
use commons::{
    House, delivery,
    job::{self, JobKind},
    mail::{self, Letter},
};
use db::{Error, Result, Tx, args};
use school::{PersonId, SchoolId, account::Account, person};

/// The job that tells the other adults responsible for a child of an invitation, when the school opens.
pub(crate) const TELL: JobKind =
    JobKind { name: "family.tell", run: |house, payload| Box::pin(tell_others(house, payload)) };

/// Sends the letter of an invitation just written.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn invite(tx: &mut Tx, house: &House, id: InvitationId) -> Result<()> {
    let invitation = invitation_link::load(tx, id).await?;
    let by = person::full(&invitation.by_first_name, &invitation.by_last_name);
    let child = web::of_name(&invitation.child_first_name);
    let link = format!("{}{}", house.address, invitation_link::path(house, id));
    let said = W.letter_invitation(&by, &child);
    let asked = W.letter_invitation_link(DAYS, &link);
    let text = web::letter_to(&invitation.first_name, &[&said, &asked, W.letter_not_for_you()]);
    mail::post(tx, &Letter { to: invitation.email, subject: W.letter_invitation_subject(by, child), text }).await
}

/// Has the other adults responsible for the child told at the next opening of the school.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn others_later(tx: &mut Tx, id: InvitationId, school: SchoolId) -> Result<()> {
    let at = delivery::instant(tx, school, None).await?;
    job::enqueue(tx, TELL.name, &id.to_string(), at).await
}

// The account of who invited is told nothing, whichever of its persons did.
const OTHERS: &str = "\
select distinct a.email from family_invitation i \
join guardianship g on g.child_id = i.child_id and g.until is null \
join account_person h on h.person_id = g.adult_id \
join account a on a.id = h.account_id and a.email is not null and a.activated_at is not null and a.blocked_at is null \
where i.id = $1 and h.account_id not in (select k.account_id from account_person k where k.person_id = i.invited_by) \
order by a.email";

async fn tell_others(house: House, payload: String) -> Result<()> {
    let id: InvitationId = payload.parse().map_err(Error::fault)?;
    let mut tx = house.db.write().await?;
    // Ended meanwhile: there is nothing to tell any more.
    let invitation = match invitation_link::load(&mut tx, id).await {
        Err(Error::NotFound) => return Ok(()),
        loaded => loaded?,
    };
    let others: Vec<String> = tx.column(OTHERS, args![id]).await?;
    let by = person::full(&invitation.by_first_name, &invitation.by_last_name);
    let child = web::of_name(&invitation.child_first_name);
    for to in others {
        let link = format!("{}/foyer", house.address);
        let said = W.letter_other_invited(&by, &child, link);
        let text = web::letter(&[&said]);
        mail::post(&mut tx, &Letter { to, subject: W.letter_other_invited_subject(&child), text }).await?;
    }
    tx.commit().await
}

/// Tells somebody who read with the family of a child that the family ended it, and not which of its adults did.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn ended(tx: &mut Tx, child: PersonId, first_name: &str, to: String) -> Result<()> {
    let child: Option<String> = tx.value("select first_name from person where id = $1", args![child]).await?;
    let child = web::of_name(child.unwrap_or_default());
    let said = W.letter_ended(&child);
    let text = web::letter_to(first_name, &[&said, W.letter_ended_what()]);
    mail::post(tx, &Letter { to, subject: W.letter_ended_subject(&child), text }).await
}

/// Tells the owners of two accounts that became one.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn joined(tx: &mut Tx, kept: &Account, other: &Account) -> Result<()> {
    let said = W.letter_joined(&kept.login, &other.login);
    to_both(tx, kept, other, W.letter_joined_subject(), &said).await
}

/// Tells the owners of two accounts that they are two again.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn parted(tx: &mut Tx, kept: &Account, other: &Account) -> Result<()> {
    let said = W.letter_parted(&kept.login, &other.login);
    to_both(tx, kept, other, W.letter_parted_subject(), &said).await
}

async fn to_both(tx: &mut Tx, kept: &Account, other: &Account, subject: &str, said: &str) -> Result<()> {
    let mut addresses: Vec<String> = [&kept.email, &other.email].into_iter().flatten().cloned().collect();
    addresses.dedup();
    for to in addresses {
        let text = web::letter(&[said]);
        mail::post(tx, &Letter { to, subject: subject.to_owned(), text }).await?;
    }
    Ok(())
}
