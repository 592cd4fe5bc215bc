//! A child comes in by one of the doors for children.

use crate::device::{self, Device};
use commons::audit::{self, Action};
use db::{Error, Result, Tx};
use school::{
    AccountId, Door, Profile, Viewer,
    account::{self, Account},
    person::Name,
    session::{self, Stay},
};

/// By which door, and on what.
pub(crate) struct Way<'a> {
    /// The door.
    pub(crate) door: Door,
    /// How long the session rests.
    pub(crate) stay: Stay,
    /// The device of the class, when it is one.
    pub(crate) device: Option<&'a Device>,
    /// What the session is called in lists.
    pub(crate) name: &'a str,
}

/// Begins the session of a child; answers what its cookie holds.
///
/// # Errors
/// [`Error::Forbidden`] when the account was closed, or is no child's; a fault of the database.
pub(crate) async fn let_in(tx: &mut Tx, pupil: &Name, way: &Way<'_>) -> Result<String> {
    let account = account_of(tx, pupil).await?;
    let token = session::begin_by(tx, account, way.name, way.stay, way.door).await?;
    if let Some(device) = way.device {
        device::note_entry(tx, device, account, &token).await?;
    }
    audit::write(tx, Some(account), Action::ChildCameIn, Some(pupil.id.to_string()), Some(way.door.as_str())).await?;
    Ok(token)
}

/// The account of a child. The entry of a child held by an adult's account opens nothing by these doors.
///
/// # Errors
/// [`Error::Forbidden`] when the account was closed, or is no child's; a fault of the database.
pub(crate) async fn account_of(tx: &mut Tx, pupil: &Name) -> Result<AccountId> {
    let account = account::open_for(tx, pupil).await?;
    let closed = Account::load(tx, account).await?.blocked_at.is_some();
    if closed || Viewer::load(tx, account).await?.profile() != Profile::Pupil {
        return Err(Error::Forbidden);
    }
    Ok(account)
}
