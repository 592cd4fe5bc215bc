//! An account of a school closed by its head with a reason, and opened again. Its owner hears of both.

use crate::{
    W,
    act::{self, Kind},
    renewal::{self, RENEWAL, Subject},
    sheet::{Place, Readers},
};
use commons::audit::{self, Action};
use db::{Error, Moment, Result, Tx, args};
use school::{PersonId, SchoolId, Viewer, account, session};

/// Somebody of a school whose account its head may close. One that opens another school too is not the head's alone.
///
/// # Errors
/// As [`renewal::subject`]; [`Error::Invalid`] under [`RENEWAL`] when it opens another school.
pub(crate) async fn find(tx: &mut Tx, viewer: &Viewer, school: SchoolId, person: PersonId) -> Result<(Place, Subject)> {
    let place = Place::accounts_of_head(tx, viewer, school).await?;
    let among = [Readers::Pupils, Readers::Families, Readers::Team];
    let found = renewal::subject(tx, viewer, &place, &among, person).await?;
    match found.elsewhere {
        true => Err(Error::invalid(RENEWAL, W.block_elsewhere(web::of_name(found.holder.name.full())))),
        false => Ok((place, found)),
    }
}

/// Closes an account; its sessions end.
///
/// # Errors
/// As [`find`]; [`Error::Conflict`] when it is closed already.
pub(crate) async fn block(
    tx: &mut Tx,
    viewer: &Viewer,
    school: SchoolId,
    person: PersonId,
    reason: &str,
) -> Result<()> {
    let (place, found) = find(tx, viewer, school, person).await?;
    if found.account.blocked_at.is_some() {
        return Err(Error::Conflict);
    }
    let id = found.account.id;
    account::block(tx, id).await?;
    session::end_all(tx, id).await?;
    audit::write(tx, Some(viewer.account), Action::AccountBlocked, Some(person.to_string()), Some(reason)).await?;
    act::note(tx, viewer, id, Kind::Blocked, Some(reason)).await?;
    let day = web::dates::date(tx.now().day());
    let text = W.letter_blocked(&found.account.login, &place.school.name, viewer.name(), day, reason);
    act::write_to(tx, &found.account, &found.holder, W.letter_blocked_subject(), &text).await
}

/// Opens an account again that a head closed; what others closed, for a death, is theirs to open.
///
/// # Errors
/// As [`find`]; [`Error::Conflict`] when it is open; [`Error::Forbidden`] when no head closed it.
pub(crate) async fn unblock(tx: &mut Tx, viewer: &Viewer, school: SchoolId, person: PersonId) -> Result<()> {
    let (place, found) = find(tx, viewer, school, person).await?;
    let Some(since) = found.account.blocked_at else { return Err(Error::Conflict) };
    let id = found.account.id;
    if !was_a_heads(tx, id, since).await? {
        return Err(Error::Forbidden);
    }
    account::unblock(tx, id).await?;
    audit::write(tx, Some(viewer.account), Action::AccountUnblocked, Some(person.to_string()), None).await?;
    act::note(tx, viewer, id, Kind::Unblocked, None).await?;
    let text = W.letter_unblocked(&found.account.login, &place.school.name, viewer.name());
    act::write_to(tx, &found.account, &found.holder, W.letter_unblocked_subject(), &text).await
}

/// Whether the account was closed by an act of a head, at the very instant since which it is.
async fn was_a_heads(tx: &mut Tx, account: school::AccountId, since: Moment) -> Result<bool> {
    let found = tx
        .count(
            "select count(*) as n from door_act where account_id = $1 and kind = $2 and at = $3",
            args![account, Kind::Blocked, since],
        )
        .await?;
    Ok(found > 0)
}
