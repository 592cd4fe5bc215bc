//! Folders of somebody's own, with folders in them and no deeper.

use crate::W;
use db::{Error, FromRow, Problems, Result, Tx, args, fold, id};
use school::Viewer;

id! {
    /// A folder.
    FolderId
}

/// The longest name, in characters.
pub const LONGEST: usize = 60;
/// As many folders as somebody can look over.
const MOST: usize = 60;

/// A folder.
#[derive(Debug, Clone, FromRow)]
pub struct Folder {
    /// The folder.
    pub id: FolderId,
    /// The folder it is in.
    pub parent_id: Option<FolderId>,
    /// Its name.
    pub name: String,
}

/// The folders of the viewer, each followed by those in it.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Folder>> {
    let all: Vec<Folder> = tx
        .all(
            "select id, parent_id, name from message_folder where account_id = $1 order by sort_key, id",
            args![viewer.account],
        )
        .await?;
    let tops = all.iter().filter(|folder| folder.parent_id.is_none());
    let with_own = tops.flat_map(|top| {
        let own = all.iter().filter(|folder| folder.parent_id == Some(top.id));
        std::iter::once(top).chain(own).cloned().collect::<Vec<_>>()
    });
    Ok(with_own.collect())
}

/// A folder of the viewer.
///
/// # Errors
/// [`Error::NotFound`] when it is absent, or somebody else's.
pub async fn load(tx: &mut Tx, viewer: &Viewer, id: FolderId) -> Result<Folder> {
    tx.one(
        "select id, parent_id, name from message_folder where id = $1 and account_id = $2",
        args![id, viewer.account],
    )
    .await
}

/// Makes a folder, in another or not.
///
/// # Errors
/// [`Error::Invalid`] for a name that cannot be; [`Error::NotFound`] for a folder that is not the viewer's.
pub async fn create(tx: &mut Tx, viewer: &Viewer, name: &str, parent: Option<FolderId>) -> Result<FolderId> {
    check_name(name)?;
    if let Some(parent) = parent {
        // A folder in a folder holds none.
        if load(tx, viewer, parent).await?.parent_id.is_some() {
            return Err(Error::NotFound);
        }
    }
    if of(tx, viewer).await?.len() >= MOST {
        return Err(Error::invalid("name", W.too_many_folders()));
    }
    let id: FolderId = tx.id();
    let now = tx.now();
    tx.change(
        "insert into message_folder (id, account_id, parent_id, name, sort_key, created_at) values ($1, $2, $3, $4, $5, $6)",
        args![id, viewer.account, parent, name.trim(), fold(name), now],
    )
    .await?;
    Ok(id)
}

/// Gives a folder another name.
///
/// # Errors
/// As [`create`].
pub async fn rename(tx: &mut Tx, viewer: &Viewer, folder: &Folder, name: &str) -> Result<()> {
    check_name(name)?;
    tx.change(
        "update message_folder set name = $3, sort_key = $4 where id = $1 and account_id = $2",
        args![folder.id, viewer.account, name.trim(), fold(name)],
    )
    .await
}

/// Takes a folder away, with those in it; what it held goes back to the messages received.
///
/// # Errors
/// A fault of the database.
pub async fn remove(tx: &mut Tx, viewer: &Viewer, folder: &Folder) -> Result<()> {
    tx.change(
        "update message_box set folder_id = null where account_id = $1 and school_id is not null and folder_id in ( \
             select id from message_folder where account_id = $1 and (id = $2 or parent_id = $2))",
        args![viewer.account, folder.id],
    )
    .await?;
    tx.change("delete from message_folder where account_id = $1 and parent_id = $2", args![viewer.account, folder.id])
        .await?;
    tx.change("delete from message_folder where account_id = $1 and id = $2", args![viewer.account, folder.id]).await
}

fn check_name(name: &str) -> Result<()> {
    let mut problems = Problems::default();
    problems.require(!name.trim().is_empty(), "name", W.folder_name_missing());
    problems.require(name.chars().count() <= LONGEST, "name", W.folder_name_too_long());
    problems.or(())
}
