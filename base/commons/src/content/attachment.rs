//! Attachments: the files a thing carries, or one of its parts (a message of a conversation).
//!
//! A form names each of its files by a [`Piece`]: a deposit that waits, or a file the holder already carries. [`set`]
//! makes the files of a holder exactly those. Whoever shows them has loaded the thing before.

use crate::{
    deposit::{self, DepositId},
    file::FileId,
    thing::ThingId,
};
use db::{Error, FromRow, Moment, Result, Tx, Uuid, args};
use school::{PersonId, SchoolId, Viewer};
use std::{fmt, str::FromStr};

/// What carries files.
#[derive(Debug, Clone, Copy)]
pub struct Holder {
    /// The school of the thing.
    pub school: SchoolId,
    /// Who attaches.
    pub owner: PersonId,
    /// The thing.
    pub thing: ThingId,
    /// Which part of it; none for the thing itself.
    pub part: Option<Uuid>,
}

/// Where the bytes of a piece are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// In a deposit of the viewer.
    Deposit(DepositId),
    /// In a file the holder carries already.
    File(FileId),
}

/// A file as a form names it: « depot:… » or « piece:… ».
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Where its bytes are.
    pub source: Source,
    /// What a picture shows, when the form says it.
    pub alt: Option<String>,
}

const DEPOSIT: &str = "depot:";
const FILE: &str = "piece:";

impl FromStr for Piece {
    type Err = Error;

    /// Reads the value of a field.
    fn from_str(text: &str) -> Result<Self> {
        let deposit = text.strip_prefix(DEPOSIT).and_then(|id| id.parse().ok()).map(Source::Deposit);
        let file = || text.strip_prefix(FILE).and_then(|id| id.parse().ok()).map(Source::File);
        deposit.or_else(file).map(|source| Self { source, alt: None }).ok_or(Error::NotFound)
    }
}

impl fmt::Display for Source {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Deposit(id) => write!(out, "{DEPOSIT}{id}"),
            Self::File(id) => write!(out, "{FILE}{id}"),
        }
    }
}

/// A file a holder carries.
#[derive(Debug, Clone, FromRow)]
pub struct Attachment {
    /// The file; of a deposit that waits, its identifier.
    pub file_id: FileId,
    /// Its name.
    pub name: String,
    /// What it is.
    pub mime: String,
    /// Its size in bytes.
    pub size: i64,
    /// What a picture shows.
    pub alt: String,
    /// The width of a picture, in pixels.
    pub width: Option<i64>,
    /// The height of a picture, in pixels.
    pub height: Option<i64>,
    /// The part that carries it.
    pub part: Option<Uuid>,
    /// Whether it is a deposit nobody attached yet.
    pub waiting: bool,
}

impl Attachment {
    /// How a form names it.
    pub fn source(&self) -> Source {
        match self.waiting {
            true => Source::Deposit(DepositId(self.file_id.0)),
            false => Source::File(self.file_id),
        }
    }

    /// Whether it is seen on the page.
    pub fn is_picture(&self) -> bool {
        self.mime.starts_with("image/")
    }

    /// Whether it is heard on the page.
    pub fn is_sound(&self) -> bool {
        self.mime.starts_with("audio/")
    }

    /// Whether it is played on the page.
    pub fn is_film(&self) -> bool {
        self.mime.starts_with("video/")
    }
}

/// Makes the files of a holder exactly these, in this order.
///
/// # Errors
/// [`Error::NotFound`] for a deposit that is not the viewer's, not whole or already used, and for a file the holder does
/// not carry; a fault of the database.
pub async fn set(tx: &mut Tx, viewer: &Viewer, holder: &Holder, pieces: &[Piece]) -> Result<()> {
    set_with(tx, viewer, holder, pieces, &[]).await
}

/// As [`set`], for what passes files on: `lent` are those of other things that the caller knows the viewer reads.
///
/// # Errors
/// As [`set`].
pub async fn set_with(
    tx: &mut Tx,
    viewer: &Viewer,
    holder: &Holder,
    pieces: &[Piece],
    lent: &[Attachment],
) -> Result<()> {
    let before = of(tx, holder.thing, holder.part).await?;
    let stays = |file: FileId| pieces.iter().any(|piece| piece.source == Source::File(file));
    for gone in before.iter().filter(|it| !stays(it.file_id)) {
        tx.change("delete from attachment where thing_id = $1 and file_id = $2", args![holder.thing, gone.file_id])
            .await?;
    }
    for (position, piece) in (1_i64..).zip(pieces) {
        match piece.source {
            Source::File(file) if before.iter().any(|it| it.file_id == file) => {
                place(tx, holder, file, position, piece.alt.as_deref()).await?;
            }
            Source::File(file) => {
                let found = lent.iter().find(|it| it.file_id == file).ok_or(Error::NotFound)?;
                attach(tx, holder, file, position, piece.alt.as_deref().unwrap_or(&found.alt)).await?;
            }
            Source::Deposit(id) => {
                let file = deposit::use_up(tx, viewer, id, holder.school, holder.owner).await?;
                attach(tx, holder, file, position, piece.alt.as_deref().unwrap_or_default()).await?;
            }
        }
    }
    Ok(())
}

/// A file another part of the thing carries already stays where it is.
async fn attach(tx: &mut Tx, holder: &Holder, file: FileId, position: i64, alt: &str) -> Result<()> {
    tx.change(
        "insert into attachment (thing_id, file_id, position, alt, part) values ($1, $2, $3, $4, $5) \
         on conflict (thing_id, file_id) do nothing",
        args![holder.thing, file, position, alt, holder.part],
    )
    .await
}

async fn place(tx: &mut Tx, holder: &Holder, file: FileId, position: i64, alt: Option<&str>) -> Result<()> {
    tx.change(
        "update attachment set position = $3, alt = coalesce($4, alt) where thing_id = $1 and file_id = $2",
        args![holder.thing, file, position, alt],
    )
    .await
}

/// The files of a thing itself, or of one of its parts, in their order. For those who already loaded it.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, thing: ThingId, part: Option<Uuid>) -> Result<Vec<Attachment>> {
    let mut all = everywhere(tx, thing).await?;
    all.retain(|it| it.part == part);
    Ok(all)
}

/// The files of a thing and of all its parts, in the order of each. For those who already loaded all of it.
///
/// # Errors
/// A fault of the database.
pub async fn everywhere(tx: &mut Tx, thing: ThingId) -> Result<Vec<Attachment>> {
    tx.all(
        "select a.file_id, f.name, f.mime, f.size, a.alt, f.width, f.height, a.part, \
             cast(0 as boolean) as waiting \
         from attachment a join file f on f.id = a.file_id where a.thing_id = $1 order by a.position, a.file_id",
        args![thing],
    )
    .await
}

/// Those of the files a thing carries that were made by an instant: what came later is left out, whatever it is called. For those
/// who already loaded it.
///
/// # Errors
/// A fault of the database.
pub async fn there_at(tx: &mut Tx, thing: ThingId, at: Moment) -> Result<Vec<FileId>> {
    tx.column(
        "select a.file_id from attachment a join file f on f.id = a.file_id where a.thing_id = $1 and f.created_at <= $2",
        args![thing, at],
    )
    .await
}

/// The files a form names, to be shown again in it: those of the holder, if it is there already, and deposits of the
/// viewer that wait. What is neither is left out.
///
/// # Errors
/// A fault of the database.
pub async fn chosen(
    tx: &mut Tx,
    viewer: &Viewer,
    holder: Option<(ThingId, Option<Uuid>)>,
    pieces: &[Piece],
) -> Result<Vec<Attachment>> {
    let before = match holder {
        Some((thing, part)) => of(tx, thing, part).await?,
        None => Vec::new(),
    };
    let mut chosen = Vec::new();
    for piece in pieces {
        let found = match piece.source {
            Source::File(file) => before.iter().find(|it| it.file_id == file).cloned(),
            Source::Deposit(id) => waiting(tx, viewer, id).await?,
        };
        if let Some(mut found) = found {
            found.alt = piece.alt.clone().unwrap_or(found.alt);
            chosen.push(found);
        }
    }
    Ok(chosen)
}

async fn waiting(tx: &mut Tx, viewer: &Viewer, id: DepositId) -> Result<Option<Attachment>> {
    tx.first(
        "select id as file_id, name, mime, size, '' as alt, width, height, cast(null as uuid) as part, \
             cast(1 as boolean) as waiting \
         from deposit where id = $1 and account_id = $2 and finished_at is not null and used_at is null",
        args![id, viewer.account],
    )
    .await
}

/// The bytes of an attachment, as the store knows them.
#[derive(Debug, Clone, FromRow)]
pub struct Stored {
    /// The hash of the bytes.
    pub hash: String,
    /// The name of the file.
    pub name: String,
    /// What it is.
    pub mime: String,
}

/// A file a thing carries, in one size when it is a picture kept in several. For those who already loaded the thing.
///
/// # Errors
/// [`Error::NotFound`] when the thing does not carry it, or not in this size.
pub async fn stored(tx: &mut Tx, thing: ThingId, file: FileId, size: Option<&str>) -> Result<Stored> {
    match size {
        None => {
            tx.one(
                "select f.hash, f.name, f.mime from attachment a join file f on f.id = a.file_id \
                 where a.thing_id = $1 and a.file_id = $2",
                args![thing, file],
            )
            .await
        }
        Some(size) => {
            tx.one(
                "select v.hash, f.name, f.mime from attachment a join file f on f.id = a.file_id \
                 join file_variant v on v.file_id = f.id and v.variant = $3 where a.thing_id = $1 and a.file_id = $2",
                args![thing, file, size],
            )
            .await
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_is_written_as_it_is_read() {
        for text in ["depot:01970000000070008000000000000001", "piece:01970000000070008000000000000002"] {
            let piece: Result<Piece> = text.parse();
            assert!(piece.is_ok_and(|it| it.source.to_string() == text && it.alt.is_none()), "{text}");
        }
        for text in ["", "depot:", "depot:mare.jpg", "photo:01970000000070008000000000000001"] {
            assert!(text.parse::<Piece>().is_err(), "{text}");
        }
    }
}
