//! What is said and done about a request, in order: answers its author reads, notes desks keep among themselves, steps.

use crate::{asking::TOPIC, desk::json_list, level::Level, request::HelpRequest};
use commons::{
    ThingId,
    paper::{self, Judged, Paper},
};
use db::{Error, FromRow, Moment, Result, Tx, args, id};
use richtext::Doc;
use school::{Territory, Viewer, text_enum};

id! {
    /// Something said or done about a request.
    EntryId
}

text_enum! {
    /// What it is.
    EntryKind {
        /// Words for the author, or of the author.
        Answer = "answer",
        /// Words desks keep among themselves.
        Note = "note",
        /// Somebody takes care of it.
        Taken = "taken",
        /// It was passed on to another desk; the word with it is for that desk.
        Passed = "passed",
        /// It is solved.
        Solved = "solved",
        /// Its author says it is not.
        Reopened = "reopened",
    }
}

/// Something said or done.
#[derive(Debug, Clone, FromRow)]
pub struct Entry {
    /// The entry.
    pub id: EntryId,
    /// What it is.
    pub kind: EntryKind,
    /// Whether a desk did it.
    pub by_desk: bool,
    /// Who, by name.
    pub author: String,
    body: String,
    /// The desk it was passed on to, or who took it.
    pub detail: String,
    files: i64,
    /// When.
    pub at: Moment,
    /// The files that came with it.
    #[sqlx(skip)]
    pub papers: Vec<Paper>,
}

impl Entry {
    /// Its words.
    ///
    /// # Errors
    /// A fault when what is stored is no document.
    pub fn doc(&self) -> Result<Doc> {
        match self.body.is_empty() {
            true => Ok(Doc::default()),
            false => richtext::parse(&self.body).map_err(Error::fault),
        }
    }

    /// Whether its words are for desks alone.
    fn is_internal(&self) -> bool {
        match self.kind {
            EntryKind::Note | EntryKind::Passed => true,
            EntryKind::Answer | EntryKind::Taken | EntryKind::Solved | EntryKind::Reopened => false,
        }
    }
}

/// What the viewer may read of a request, the oldest first, with the files of each.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, request: &HelpRequest) -> Result<Vec<Entry>> {
    let mut entries: Vec<Entry> = tx
        .all(
            "select id, kind, by_desk, author, body, detail, files, at from help_entry where request_id = $1 \
             order by at, id",
            args![request.id],
        )
        .await?;
    if !request.is_followed() {
        entries.retain(|entry| entry.kind != EntryKind::Note);
        entries.iter_mut().filter(|entry| entry.is_internal()).for_each(|entry| entry.body.clear());
    }
    for entry in entries.iter_mut().filter(|entry| entry.files > 0) {
        entry.papers = paper::about(tx, entry.id.0).await?;
    }
    Ok(entries)
}

/// One entry of a request the viewer loaded, when the viewer may read it.
///
/// # Errors
/// [`Error::NotFound`] when it is another's, or for desks alone.
pub async fn one(tx: &mut Tx, request: &HelpRequest, id: EntryId) -> Result<Entry> {
    of(tx, request).await?.into_iter().find(|entry| entry.id == id).ok_or(Error::NotFound)
}

/// What is to be written down.
#[derive(Debug)]
pub struct NewEntry<'a> {
    /// What it is.
    pub kind: EntryKind,
    /// Whether a desk does it.
    pub by_desk: bool,
    /// Its words.
    pub body: Option<&'a Doc>,
    /// The desk it was passed on to, or who took it.
    pub detail: &'a str,
    /// The files that come with it.
    pub papers: &'a [Judged],
}

impl<'a> NewEntry<'a> {
    /// A step without words.
    pub fn step(kind: EntryKind, by_desk: bool) -> Self {
        Self { kind, by_desk, body: None, detail: "", papers: &[] }
    }

    /// The same with words.
    pub fn saying(self, body: Option<&'a Doc>) -> Self {
        Self { body, ..self }
    }

    /// Writes it down.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn write(self, tx: &mut Tx, viewer: &Viewer, request: ThingId) -> Result<EntryId> {
        let (id, now): (EntryId, _) = (tx.id(), tx.now());
        let body = self.body.map(Doc::to_json).unwrap_or_default();
        let files = i64::try_from(self.papers.len()).unwrap_or(i64::MAX);
        tx.change(
            "insert into help_entry (id, request_id, kind, by_desk, author, account_id, body, detail, files, at) \
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            args![id, request, self.kind, self.by_desk, viewer.name(), viewer.account, body, self.detail, files, now],
        )
        .await?;
        for judged in self.papers {
            paper::keep(tx, id.0, TOPIC, judged, Some(viewer.account)).await?;
        }
        Ok(id)
    }
}

/// Lets the desks of a level over some territories read a request from now on.
pub(crate) async fn reach(tx: &mut Tx, request: ThingId, level: Level, around: &[Territory]) -> Result<()> {
    let desks: Vec<String> = match level {
        // A school alone answers its families, the provider alone stands for itself.
        Level::School => {
            around.iter().filter(|it| matches!(it, Territory::School(_))).map(|it| level.key(it)).collect()
        }
        Level::Provider => vec![level.key(&Territory::Region)],
        Level::District | Level::Academy => around.iter().map(|it| level.key(it)).collect(),
    };
    tx.change(
        "insert into help_desk (request_id, level, desk) select $1, $2, value from json_each($3) where true \
         on conflict (request_id, desk) do nothing",
        args![request, level, json_list(&desks)],
    )
    .await
}
