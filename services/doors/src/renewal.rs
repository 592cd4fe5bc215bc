//! A new code for somebody who lost everything, given by the school, in person.

use crate::{
    W,
    sheet::{Place, Readers, heads},
};
use commons::{
    audit::{self, Action},
    mail::{self, Letter},
};
use db::{Error, Result, Tx};
use school::{
    PersonId, Profile, Role, Viewer,
    account::{self, Account},
    session,
};

/// What a refusal is said under.
pub(crate) const RENEWAL: &str = "code";

/// Gives somebody of a place a new code: the password in force dies with all sessions, and a letter says so to those
/// who gave an address. Only for accounts that open nothing beyond: a teacher must not come in as a head who is also
/// a parent, nor a head as the head of another school. The code of a family of two schools opens both: the head gives
/// it, and answers for it in the journal; a teacher does not.
///
/// # Errors
/// [`Error::NotFound`] when nobody active of the place has this identifier; [`Error::Forbidden`] when the account
/// opens more; [`Error::Invalid`] under [`RENEWAL`] when it opens another school, and the viewer is not the head.
pub(crate) async fn renew(
    tx: &mut Tx,
    viewer: &Viewer,
    place: &Place,
    readers: Readers,
    person: PersonId,
) -> Result<()> {
    let holders = place.holders(tx, readers).await?;
    let holder = holders.iter().find(|it| it.active && it.name.id == person).ok_or(Error::NotFound)?;
    let id = account::open_for(tx, &holder.name).await?;
    let owner = Viewer::load(tx, id).await?;
    if id == viewer.account || opens_more(&owner, place) {
        return Err(Error::Forbidden);
    }
    let elsewhere = owner.seats.iter().any(|seat| seat.school != place.school.id);
    if elsewhere && !heads(viewer, place.school.id) {
        return Err(Error::invalid(RENEWAL, W.sheets_opens_elsewhere(holder.name.full())));
    }
    let account = Account::load(tx, id).await?;
    account::reopen(tx, id).await?;
    session::end_all(tx, id).await?;
    let detail = elsewhere.then_some("opens another school");
    audit::write(tx, Some(viewer.account), Action::ResetAsked, Some(person.to_string()), detail).await?;
    tell(tx, &account, place).await
}

fn opens_more(owner: &Viewer, place: &Place) -> bool {
    let elsewhere = owner.seats.iter().any(|seat| seat.school != place.school.id && seat.role != Role::Guardian);
    match owner.profile() {
        Profile::Pupil | Profile::Guardian => false,
        Profile::Staff | Profile::Teacher => place.circle.is_some() || elsewhere,
        Profile::Head | Profile::Town | Profile::Administrator => true,
    }
}

async fn tell(tx: &mut Tx, account: &Account, place: &Place) -> Result<()> {
    let Some(to) = account.email.clone() else { return Ok(()) };
    let text = [W.letter_hello(), &W.letter_renewed(&account.login, &place.school.name), W.letter_end()].join("\n\n");
    let subject = W.letter_renewed_subject().to_owned();
    mail::post(tx, &Letter { to, subject, text }).await
}
