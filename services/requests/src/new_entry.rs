//! Writing down what is said or done about a request, with the files that come with it.

use crate::{
    entry::{EntryId, EntryKind, TOPIC},
    request::Request,
    side::Side,
};
use commons::paper::{self, Judged};
use db::{Result, Tx, args};
use school::Viewer;

/// What is to be written down.
#[derive(Debug)]
pub struct NewEntry<'a> {
    /// What it is.
    pub kind: EntryKind,
    /// Its words.
    pub body: &'a str,
    /// The day it is planned for, or the service that handles it.
    pub detail: &'a str,
    /// The files that come with it.
    pub papers: &'a [Judged],
}

impl<'a> NewEntry<'a> {
    /// A step without words.
    pub fn step(kind: EntryKind) -> Self {
        Self { kind, body: "", detail: "", papers: &[] }
    }

    /// The same with words.
    pub fn saying(self, body: &'a str) -> Self {
        Self { body, ..self }
    }

    /// Writes it down.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn write(self, tx: &mut Tx, viewer: &Viewer, request: &Request) -> Result<()> {
        let (id, now): (EntryId, _) = (tx.id(), tx.now());
        let files = i64::try_from(self.papers.len()).unwrap_or(i64::MAX);
        let by_town = request.side == Side::Town;
        tx.change(
            "insert into town_request_entry (id, request_id, school_id, kind, by_town, author, account_id, body, detail, \
             files, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            args![
                id,
                request.id,
                request.school_id,
                self.kind,
                by_town,
                viewer.name(),
                viewer.account,
                self.body,
                self.detail,
                files,
                now
            ],
        )
        .await?;
        keep_papers(tx, id.0, self.papers, viewer).await
    }
}

/// Keeps the files that come with a request or an entry.
pub(crate) async fn keep_papers(tx: &mut Tx, about: db::Uuid, papers: &[Judged], viewer: &Viewer) -> Result<()> {
    for judged in papers {
        paper::keep(tx, about, TOPIC, judged, Some(viewer.account)).await?;
    }
    Ok(())
}
