//! How somebody keeps conversations: archived, in a folder, thrown away for a while, to be read again. Nobody else is
//! concerned.

use crate::{
    conversation::Conversation,
    folder::{self, FolderId},
};
use commons::ThingId;
use db::{Result, Tx, args};
use school::Viewer;

/// What to do with the conversations ticked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// Put them away.
    Archive,
    /// Put them back among the messages received, out of archives, bin and folders.
    BringBack,
    /// Throw them away.
    Discard,
    /// Mark them to be read again.
    Unread,
    /// Put them in a folder.
    File(FolderId),
}

impl Keep {
    /// What a form asks for; none for what no page of ours sends.
    pub fn parse(word: &str, folder: &str) -> Option<Self> {
        Some(match word {
            "archiver" => Self::Archive,
            "reprendre" => Self::BringBack,
            "supprimer" => Self::Discard,
            "non-lu" => Self::Unread,
            "classer" => Self::File(folder.parse().ok()?),
            _ => return None,
        })
    }
}

/// Keeps some conversations in another way. One that is not the viewer's to see stops everything.
///
/// # Errors
/// [`db::Error::NotFound`] for a conversation or a folder that is not the viewer's.
pub async fn keep(tx: &mut Tx, viewer: &Viewer, things: &[ThingId], how: Keep) -> Result<()> {
    if let Keep::File(id) = how {
        folder::load(tx, viewer, id).await?;
    }
    for thing in things {
        let conversation = Conversation::load(tx, viewer, *thing).await?;
        one(tx, viewer, &conversation, how).await?;
    }
    Ok(())
}

async fn one(tx: &mut Tx, viewer: &Viewer, conversation: &Conversation, how: Keep) -> Result<()> {
    let (thing, school, now) = (conversation.thing.id, conversation.thing.school_id, tx.now());
    tx.change(
        "insert into message_box (account_id, thing_id, school_id, unread) values ($1, $2, $3, false) \
         on conflict (account_id, thing_id) do nothing",
        args![viewer.account, thing, school],
    )
    .await?;
    let change = match how {
        Keep::Archive => {
            "update message_box set archived_at = $4 where account_id = $1 and thing_id = $2 and school_id = $3"
        }
        Keep::Discard => {
            "update message_box set deleted_at = $4 where account_id = $1 and thing_id = $2 and school_id = $3"
        }
        Keep::BringBack => {
            "update message_box set archived_at = null, deleted_at = null, folder_id = null \
             where account_id = $1 and thing_id = $2 and school_id = $3 and $4 is not null"
        }
        Keep::Unread => {
            "update message_box set unread = true \
             where account_id = $1 and thing_id = $2 and school_id = $3 and $4 is not null"
        }
        Keep::File(folder) => {
            return tx
                .change(
                    "update message_box set folder_id = $4, archived_at = null, deleted_at = null \
                     where account_id = $1 and thing_id = $2 and school_id = $3",
                    args![viewer.account, thing, school, folder],
                )
                .await;
        }
    };
    tx.change(change, args![viewer.account, thing, school, now]).await
}
