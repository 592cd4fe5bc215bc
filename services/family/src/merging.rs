//! Accounts that became one, as their owner sees them, and how they are two again.

use crate::telling;
use commons::audit::{self, Action};
use db::{Error, Moment, Result, Tx};
use school::{
    Viewer,
    account::Account,
    merge::{self, MergeId},
};

/// A merge that can still be undone.
#[derive(Debug)]
pub(crate) struct Joined {
    /// The merge.
    pub(crate) id: MergeId,
    /// The login that serves no more.
    pub(crate) login: String,
    /// Whether somebody came in with it before they were joined; otherwise its sheet alone opens it.
    pub(crate) opened: bool,
    /// When.
    pub(crate) at: Moment,
}

/// The merges of the viewer's account that can still be undone.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn of(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Joined>> {
    let mut joined = Vec::new();
    for it in merge::of(tx, viewer.account).await? {
        let other = Account::load(tx, it.other_id).await?;
        let opened = other.activated_at.is_some();
        joined.push(Joined { id: it.id, login: other.login, opened, at: it.at });
    }
    Ok(joined)
}

/// One of them.
///
/// # Errors
/// [`Error::NotFound`] when it is no merge of the viewer's account, or cannot be undone any more; a fault of the database.
pub(crate) async fn load(tx: &mut Tx, viewer: &Viewer, id: MergeId) -> Result<Joined> {
    of(tx, viewer).await?.into_iter().find(|it| it.id == id).ok_or(Error::NotFound)
}

/// Gives the other account its persons back; answers with that account.
///
/// # Errors
/// [`Error::NotFound`] when it is no merge of the viewer's account, or cannot be undone any more; a fault of the database.
pub(crate) async fn undo(tx: &mut Tx, viewer: &Viewer, id: MergeId) -> Result<Account> {
    load(tx, viewer, id).await?;
    let undone = merge::undo(tx, id).await?;
    let (kept, other) = (Account::load(tx, undone.kept_id).await?, Account::load(tx, undone.other_id).await?);
    audit::write(tx, Some(kept.id), Action::AccountsParted, Some(other.id.to_string()), None).await?;
    telling::parted(tx, &kept, &other).await?;
    Ok(other)
}
