//! What was said and done about a request, in order. Notes of the commune are read by the commune alone.

use crate::{request::Request, side::Side};
use commons::paper::{self, Paper};
use db::{Error, FromRow, Moment, Result, Tx, args, id};
use school::text_enum;

pub use crate::new_entry::NewEntry;

id! {
    /// Something said or done about a request.
    EntryId
}

/// What the files of requests and answers are in the store of papers.
pub const TOPIC: &str = "demande";

text_enum! {
    /// What it is.
    EntryKind {
        /// One side says something to the other.
        Answer = "answer",
        /// The commune says something to itself.
        Note = "note",
        /// The commune takes care of it.
        Taken = "taken",
        /// The school is asked something.
        Asked = "asked",
        /// It has its day.
        Planned = "planned",
        /// It is done.
        Done = "done",
        /// It will not be done.
        Refused = "refused",
        /// The school opens it again.
        Reopened = "reopened",
        /// Another service handles it.
        Assigned = "assigned",
    }
}

/// Something said or done.
#[derive(Debug, Clone, FromRow)]
pub struct Entry {
    /// The entry.
    pub id: EntryId,
    /// What it is.
    pub kind: EntryKind,
    /// Whether the commune did it.
    pub by_town: bool,
    /// Who did.
    pub author: String,
    /// Its words; empty for none.
    pub body: String,
    /// The day it is planned for, or the service that handles it.
    pub detail: String,
    /// How many files came with it.
    pub files: i64,
    /// When.
    pub at: Moment,
    /// The files that came with it.
    #[sqlx(skip)]
    pub papers: Vec<Paper>,
}

/// What the viewer may read of what was said and done about a request they loaded, the oldest first.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, request: &Request) -> Result<Vec<Entry>> {
    let mut entries: Vec<Entry> = tx
        .all(
            "select id, kind, by_town, author, body, detail, files, at from town_request_entry \
             where request_id = $1 and school_id = $2 and ($3 or kind <> 'note') order by at, id",
            args![request.id, request.school_id, request.side == Side::Town],
        )
        .await?;
    for entry in entries.iter_mut().filter(|entry| entry.files > 0) {
        entry.papers = paper::about(tx, entry.id.0).await?;
    }
    Ok(entries)
}

/// One entry of a request the viewer loaded.
///
/// # Errors
/// [`Error::NotFound`] when it is another's, or for the commune alone.
pub async fn one(tx: &mut Tx, request: &Request, id: EntryId) -> Result<Entry> {
    of(tx, request).await?.into_iter().find(|entry| entry.id == id).ok_or(Error::NotFound)
}

/// The files that came with a request the viewer loaded.
///
/// # Errors
/// A fault of the database.
pub async fn papers_of(tx: &mut Tx, request: &Request) -> Result<Vec<Paper>> {
    if request.files > 0 { paper::about(tx, request.id.0).await } else { Ok(Vec::new()) }
}
