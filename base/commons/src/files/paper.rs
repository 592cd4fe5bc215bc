//! Papers kept about a file of the office: the scan of a decision, a signed convention, the photograph of a request.
//!
//! A paper hangs on what it is about, by identifier; whoever loads it has loaded that first, by its own rules.

use crate::{
    House,
    file::Files,
    hold,
    sniff::{self, Family, Refusal},
};
use bytes::Bytes;
use db::{Error, FromRow, Moment, Result, Tx, Uuid, args, id};
use school::AccountId;

id! {
    /// A paper.
    PaperId
}

/// The heaviest paper: a scan of some pages.
const MOST_BYTES: usize = 20 * 1024 * 1024;

/// A paper.
#[derive(Debug, Clone, FromRow)]
pub struct Paper {
    /// The paper.
    pub id: PaperId,
    /// What it is in its file: a word of the service that keeps it.
    pub topic: String,
    /// The name of its file in the store.
    pub hash: String,
    /// The name it came with.
    pub name: String,
    /// What its bytes are.
    pub mime: String,
    /// How many bytes.
    pub size: i64,
    /// When it was kept.
    pub kept_at: Moment,
}

/// A file sent, judged by its bytes and put in the store; nothing of it is in the database yet.
#[derive(Debug, Clone)]
pub struct Judged {
    hash: String,
    name: String,
    mime: &'static str,
    size: i64,
}

/// Judges a file somebody sent, and puts it in the store. Before the transaction: nobody waits for it.
///
/// # Errors
/// Why it is not taken, inside; a fault of the store.
pub async fn judge(files: &Files, name: &str, bytes: Bytes) -> Result<std::result::Result<Judged, Refusal>> {
    if bytes.len() > MOST_BYTES {
        return Ok(Err(Refusal::TooLarge));
    }
    let edge = bytes.len().min(sniff::EDGE);
    let nature = match sniff::sniff(name, &bytes[..edge], &bytes[bytes.len() - edge..]) {
        Ok(nature) => nature,
        Err(refusal) => return Ok(Err(refusal)),
    };
    // A film or a sound is no paper.
    if matches!(nature.family, Family::Sound | Family::Film) {
        return Ok(Err(Refusal::Unknown));
    }
    let size = i64::try_from(bytes.len()).map_err(Error::fault)?;
    let hash = files.put(bytes.to_vec()).await?;
    Ok(Ok(Judged { hash, name: nature.named(name), mime: nature.mime, size }))
}

/// Keeps a paper about something.
///
/// # Errors
/// A fault of the database.
pub async fn keep(tx: &mut Tx, about: Uuid, topic: &str, judged: &Judged, by: Option<AccountId>) -> Result<PaperId> {
    let (id, now): (PaperId, _) = (tx.id(), tx.now());
    tx.change(
        "insert into paper (id, about, topic, hash, name, mime, size, kept_at, kept_by) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        args![id, about, topic, &judged.hash, &judged.name, judged.mime, judged.size, now, by],
    )
    .await?;
    Ok(id)
}

/// The papers about something, the oldest first. For those who loaded it.
///
/// # Errors
/// A fault of the database.
pub async fn about(tx: &mut Tx, about: Uuid) -> Result<Vec<Paper>> {
    tx.all(
        "select id, topic, hash, name, mime, size, kept_at from paper where about = $1 order by kept_at, id",
        args![about],
    )
    .await
}

/// One paper about something. For those who loaded it.
///
/// # Errors
/// [`Error::NotFound`] when it is about something else.
pub async fn one(tx: &mut Tx, about: Uuid, id: PaperId) -> Result<Paper> {
    tx.one(
        "select id, topic, hash, name, mime, size, kept_at from paper where about = $1 and id = $2",
        args![about, id],
    )
    .await
}

/// Takes a paper away from what it is about. For those who loaded that. Its bytes stay in the store: another paper may be the
/// same file.
///
/// # Errors
/// [`Error::NotFound`] when it is about something else.
pub async fn remove(tx: &mut Tx, about: Uuid, id: PaperId) -> Result<()> {
    match tx.changed_rows("delete from paper where about = $1 and id = $2", args![about, id]).await? {
        0 => Err(Error::NotFound),
        _ => Ok(()),
    }
}

/// Takes a paper away from what it is about, with its bytes when nothing else is the same file. For those who loaded that.
///
/// # Errors
/// [`Error::NotFound`] when it is about something else; a fault of the store.
pub async fn erase(tx: &mut Tx, house: &House, about: Uuid, id: PaperId) -> Result<()> {
    let paper = one(tx, about, id).await?;
    remove(tx, about, id).await?;
    hold::forget(tx, house, &[paper.hash]).await
}

/// Erases every paper about something of which nothing is to remain, with the bytes nobody else needs. For the service that
/// kept them, once their time is over.
///
/// # Errors
/// A fault of the database or of the store.
pub async fn erase_about(house: &House, tx: &mut Tx, about: Uuid) -> Result<()> {
    let hashes: Vec<String> = tx.column("delete from paper where about = $1 returning hash", args![about]).await?;
    hold::forget(tx, house, &hashes).await
}
