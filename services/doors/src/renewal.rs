//! A new code for somebody who lost everything, given by the school, in person; and whose account somebody in charge may touch at
//! all.

use crate::{
    W,
    act::{self, Kind},
    holder::Holder,
    sheet::{Place, Readers, heads},
};
use commons::audit::{self, Action};
use db::{Error, Result, Tx, args};
use school::{
    AccountId, PersonId, Profile, Role, Viewer,
    account::{self, Account},
    person::Name,
    session,
    viewer::or_not_found,
};

/// What a refusal is said under.
pub(crate) const RENEWAL: &str = "code";

/// Somebody of a place whose account the viewer may touch.
pub(crate) struct Subject {
    /// The person.
    pub(crate) holder: Holder,
    /// The account.
    pub(crate) account: Account,
    /// Who is behind it.
    pub(crate) owner: Viewer,
    /// Whether it opens another school too.
    pub(crate) elsewhere: bool,
}

/// Finds somebody of a place. Only accounts that open nothing beyond: a teacher must not come in as a head who is also a
/// parent, nor a head as the head of another school. The account of a family of two schools opens both: the head may touch it,
/// and answers for it in the journal; a teacher does not.
///
/// # Errors
/// [`Error::NotFound`] when nobody of the place with an account has this identifier; [`Error::Forbidden`] when the account
/// opens more; [`Error::Invalid`] under [`RENEWAL`] when it opens another school, and the viewer is not the head.
pub(crate) async fn subject(
    tx: &mut Tx,
    viewer: &Viewer,
    place: &Place,
    among: &[Readers],
    person: PersonId,
) -> Result<Subject> {
    let holders = place.everybody(tx, among).await?;
    let holder = holders.into_iter().find(|it| it.name.id == person).ok_or(Error::NotFound)?;
    let id: AccountId =
        tx.one_value("select account_id from account_person where person_id = $1", args![person]).await?;
    let owner = Viewer::load(tx, id).await?;
    if id == viewer.account || opens_more(&owner, place) {
        return Err(Error::Forbidden);
    }
    let elsewhere = owner.seats.iter().any(|seat| seat.school != place.school.id);
    if elsewhere && !heads(viewer, place.school.id) {
        return Err(Error::invalid(RENEWAL, W.sheets_opens_elsewhere(web::of_name(holder.name.full()))));
    }
    Ok(Subject { account: Account::load(tx, id).await?, holder, owner, elsewhere })
}

/// Gives somebody of a place who came in a new code, and says to whom: the password in force dies with all sessions, and a letter
/// says so where an address is known.
///
/// # Errors
/// As [`subject`]; [`Error::NotFound`] when nobody active has this identifier.
pub(crate) async fn renew(
    tx: &mut Tx,
    viewer: &Viewer,
    place: &Place,
    readers: Readers,
    person: PersonId,
) -> Result<Name> {
    let found = subject(tx, viewer, place, &[readers], person).await?;
    or_not_found(found.holder.active)?;
    let id = found.account.id;
    account::reopen(tx, id).await?;
    session::end_all(tx, id).await?;
    let detail = found.elsewhere.then_some("opens another school");
    audit::write(tx, Some(viewer.account), Action::ResetAsked, Some(person.to_string()), detail).await?;
    act::note(tx, viewer, id, Kind::Renewed, None).await?;
    let text = W.letter_renewed(&found.account.login, &place.school.name);
    act::write_to(tx, &found.account, &found.holder, W.letter_renewed_subject(), &text).await?;
    Ok(found.holder.name)
}

/// Whether an account opens more than those in charge of a place may touch.
pub(crate) fn opens_more(owner: &Viewer, place: &Place) -> bool {
    let elsewhere = owner.seats.iter().any(|seat| seat.school != place.school.id && seat.role != Role::Guardian);
    match owner.profile() {
        Profile::Pupil | Profile::Guardian => false,
        Profile::Staff | Profile::Teacher => place.circle.is_some() || elsewhere,
        Profile::Head | Profile::Town | Profile::Administrator => true,
    }
}
