//! What stands between somebody who may write and a message that leaves: closed doors, quotas, what harms many.

use crate::{recipient::Recipient, send::Outgoing};
use db::{Result, Tx};
use school::{SchoolId, Viewer};

/// Refuses what must not leave.
///
/// # Errors
/// What is refused.
pub(crate) async fn check(
    _tx: &mut Tx,
    _viewer: &Viewer,
    _school: SchoolId,
    _outgoing: &Outgoing,
    _recipients: &[Recipient],
) -> Result<()> {
    Ok(())
}
