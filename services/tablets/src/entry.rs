//! A child comes in by one of the doors for children.

use crate::device::{self, Device};
use commons::audit::{self, Action};
use db::{Result, Tx};
use school::{
    Door, account,
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
/// [`db::Error::Forbidden`] when the account was closed, or is no child's; a fault of the database.
pub(crate) async fn let_in(tx: &mut Tx, pupil: &Name, way: &Way<'_>) -> Result<String> {
    let account = account::open_for_pupil(tx, pupil).await?;
    let token = session::begin_by(tx, account, way.name, way.stay, way.door).await?;
    if let Some(device) = way.device {
        device::note_entry(tx, device, account, &token).await?;
    }
    audit::write(tx, Some(account), Action::ChildCameIn, Some(pupil.id.to_string()), Some(way.door.as_str())).await?;
    Ok(token)
}
