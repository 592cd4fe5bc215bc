//! The photographs and documents of a site. Photographs are encoded again, so that nothing says where and when they were
//! taken; documents are PDF papers about the site.

use crate::site::{PublicSite, SiteId};
use bytes::Bytes;
use commons::{
    file::{self, Files},
    hold,
    paper::{self, Judged, Paper, PaperId},
};
use db::{Error, FromRow, Result, Tx, Uuid, args, id};
use school::Viewer;

pub use crate::known::{Known, known};

id! {
    /// A photograph.
    PictureId
}

/// The size of photographs kept for pages.
const SIZE: &str = "moyen";
/// What documents are, in the papers about a site.
const TOPIC: &str = "document";

/// A photograph.
#[derive(Debug, Clone, FromRow)]
pub struct Picture {
    /// The photograph.
    pub id: PictureId,
    /// The name of its file in the store.
    pub hash: String,
    /// Width in pixels.
    pub width: i64,
    /// Height in pixels.
    pub height: i64,
}

/// A file received, whose row is not written yet.
#[derive(Debug)]
pub enum Received {
    /// A photograph.
    Picture(file::Photo),
    /// A document.
    Document(Judged),
}

/// Reads a photograph; nothing when it is none this house can read. No connection to the database may be held meanwhile.
///
/// # Errors
/// A fault of the store or of the encoder.
pub async fn receive_picture(files: &Files, name: &str, bytes: Bytes) -> Result<Option<Received>> {
    let photo = file::receive_size(files, name.to_owned(), bytes, SIZE).await?;
    Ok(photo.map(Received::Picture))
}

/// Judges a document; nothing when it is no PDF the house takes.
///
/// # Errors
/// A fault of the store.
pub async fn receive_document(files: &Files, name: &str, bytes: Bytes) -> Result<Option<Received>> {
    if !bytes.starts_with(b"%PDF-") {
        return Ok(None);
    }
    Ok(paper::judge(files, name, bytes).await?.ok().map(Received::Document))
}

/// Keeps a file for a site; tells which it is.
///
/// # Errors
/// A fault of the database.
pub async fn keep(tx: &mut Tx, viewer: &Viewer, site: SiteId, received: &Received) -> Result<Uuid> {
    match received {
        Received::Document(judged) => paper::keep(tx, site.0, TOPIC, judged, Some(viewer.account)).await.map(|id| id.0),
        Received::Picture(photo) => {
            let (hash, width, height) = photo.kept(SIZE).ok_or_else(|| Error::fault("a photograph without size"))?;
            let (id, now): (PictureId, _) = (tx.id(), tx.now());
            tx.change(
                "insert into portal_picture (id, site_id, name, hash, width, height, kept_at, kept_by) \
                 values ($1, $2, $3, $4, $5, $6, $7, $8)",
                args![id, site, &photo.name, hash, width, height, now, viewer.account],
            )
            .await?;
            hold::hold(tx, hash, id.0).await?;
            Ok(id.0)
        }
    }
}

/// A photograph or a document, for whoever may see it.
#[derive(Debug)]
pub enum Shown {
    /// A photograph.
    Picture(Picture),
    /// A document.
    Document(Paper),
}

/// A file of a site. For those who loaded its desk.
///
/// # Errors
/// [`Error::NotFound`] when the site has no such file.
pub async fn one(tx: &mut Tx, site: SiteId, file: Uuid) -> Result<Shown> {
    let picture: Option<Picture> = tx
        .first("select id, hash, width, height from portal_picture where site_id = $1 and id = $2", args![site, file])
        .await?;
    match picture {
        Some(picture) => Ok(Shown::Picture(picture)),
        None => paper::one(tx, site.0, PaperId(file)).await.map(Shown::Document),
    }
}

/// A file that a page on line shows: everybody has it.
///
/// # Errors
/// [`Error::NotFound`] when none shows it.
pub async fn public(tx: &mut Tx, site: &PublicSite, file: Uuid) -> Result<Shown> {
    let shown = tx
        .count("select count(*) as n from portal_shown where file_id = $1 and site_id = $2", args![file, site.id])
        .await?;
    if shown == 0 { Err(Error::NotFound) } else { one(tx, site.id, file).await }
}
