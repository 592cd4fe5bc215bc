//! Files: bytes by content hash in an object store, rows for who may see them.

use crate::{photo, thing::ThingId};
use bytes::Bytes;
use db::{Error, FromRow, Result, Tx, args, id};
use object_store::{
    GetOptions, GetRange, GetResult, ObjectStore, ObjectStoreExt, PutPayload, WriteMultipart, local::LocalFileSystem,
    path::Path as StorePath,
};
use school::{PersonId, SchoolId};
use std::{io::Read, ops::Range, path::Path, sync::Arc};
use tokio::sync::Semaphore;

id! {
    /// A file.
    FileId
}

/// The store of a house: a folder, or an S3-compatible service.
#[derive(Clone, Debug)]
pub struct Files {
    store: Arc<dyn ObjectStore>,
}

impl Files {
    /// Files kept in a folder, made when absent.
    ///
    /// # Errors
    /// A fault when the folder cannot be used.
    pub fn folder(path: &Path) -> Result<Self> {
        std::fs::create_dir_all(path)?;
        let store = LocalFileSystem::new_with_prefix(path).map_err(Error::fault)?;
        Ok(Self { store: Arc::new(store) })
    }

    /// Keeps bytes and returns their hash. The same bytes are kept once.
    ///
    /// # Errors
    /// A fault of the store.
    pub async fn put(&self, bytes: Vec<u8>) -> Result<String> {
        let hash = blake3::hash(&bytes).to_hex().to_string();
        self.store.put(&place(&hash), PutPayload::from(bytes)).await.map_err(Error::fault)?;
        Ok(hash)
    }

    /// The bytes of a hash.
    ///
    /// # Errors
    /// [`Error::NotFound`] when they are not there; a fault of the store.
    pub async fn get(&self, hash: &str) -> Result<Bytes> {
        self.read(&place(hash)).await
    }

    /// What a hash names, or a range of its bytes, opened without being read whole.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is not there; a fault of the store.
    pub async fn open(&self, hash: &str, range: Option<Range<u64>>) -> Result<GetResult> {
        let options = GetOptions { range: range.map(GetRange::Bounded), ..GetOptions::default() };
        self.store.get_opts(&place(hash), options).await.map_err(missing)
    }

    /// Removes what a hash names. It may be gone already.
    ///
    /// # Errors
    /// A fault of the store.
    pub async fn remove(&self, hash: &str) -> Result<()> {
        self.erase(&place(hash)).await
    }

    /// Keeps a file of this machine under a name of its own, for a time: its bytes are shared with nothing else.
    ///
    /// # Errors
    /// A fault of the machine or of the store.
    pub async fn put_aside(&self, name: &str, path: &Path) -> Result<u64> {
        let upload = self.store.put_multipart(&aside(name)).await.map_err(Error::fault)?;
        let mut whole = WriteMultipart::new(upload);
        let mut file = std::fs::File::open(path)?;
        let (mut size, mut buffer) = (0, vec![0; 1024 * 1024]);
        loop {
            let read = file.read(&mut buffer)?;
            let Some(bytes) = buffer.get(..read).filter(|it| !it.is_empty()) else { break };
            whole.wait_for_capacity(2).await.map_err(Error::fault)?;
            whole.write(bytes);
            size += bytes.len() as u64;
        }
        whole.finish().await.map_err(Error::fault)?;
        Ok(size)
    }

    /// What was kept under a name of its own, opened without being read whole.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is not there; a fault of the store.
    pub async fn open_aside(&self, name: &str) -> Result<GetResult> {
        self.store.get_opts(&aside(name), GetOptions::default()).await.map_err(missing)
    }

    /// Removes what was kept under a name of its own. It may be gone already.
    ///
    /// # Errors
    /// A fault of the store.
    pub async fn remove_aside(&self, name: &str) -> Result<()> {
        self.erase(&aside(name)).await
    }

    /// Keeps one piece of a file on its way.
    pub(crate) async fn put_piece(&self, piece: &str, bytes: Bytes) -> Result<()> {
        self.store.put(&StorePath::from(piece), PutPayload::from(bytes)).await.map(drop).map_err(Error::fault)
    }

    /// One piece of a file on its way.
    pub(crate) async fn piece(&self, piece: &str) -> Result<Bytes> {
        self.read(&StorePath::from(piece)).await
    }

    /// Removes a piece. It may be gone already.
    pub(crate) async fn remove_piece(&self, piece: &str) -> Result<()> {
        self.erase(&StorePath::from(piece)).await
    }

    /// Puts pieces together under the hash of the whole, never holding more than a few of them.
    ///
    /// The same piece sent twice at once may change after it was judged: what is no more what was judged is not kept, or it
    /// would stand for the file of everybody with that hash.
    ///
    /// # Errors
    /// [`Error::Conflict`] when the pieces are not those of the hash any more; a fault of the store.
    pub(crate) async fn join(&self, hash: &str, pieces: &[String]) -> Result<()> {
        let upload = self.store.put_multipart(&place(hash)).await.map_err(Error::fault)?;
        let mut whole = WriteMultipart::new(upload);
        let mut hasher = blake3::Hasher::new();
        for piece in pieces {
            let bytes = self.piece(piece).await?;
            hasher.update(&bytes);
            whole.wait_for_capacity(2).await.map_err(Error::fault)?;
            whole.put(bytes);
        }
        if hasher.finalize().to_hex().as_str() != hash {
            whole.abort().await.map_err(Error::fault)?;
            return Err(Error::Conflict);
        }
        whole.finish().await.map(drop).map_err(Error::fault)
    }

    async fn read(&self, path: &StorePath) -> Result<Bytes> {
        self.store.get(path).await.map_err(missing)?.bytes().await.map_err(Error::fault)
    }

    async fn erase(&self, path: &StorePath) -> Result<()> {
        match self.store.delete(path).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(Error::fault(error)),
        }
    }
}

fn missing(error: object_store::Error) -> Error {
    match error {
        object_store::Error::NotFound { .. } => Error::NotFound,
        error => Error::fault(error),
    }
}

/// Two letters a folder, so that none grows too long.
fn place(hash: &str) -> StorePath {
    let (folder, rest) = hash.split_at_checked(2).unwrap_or((hash, ""));
    StorePath::from(format!("{folder}/{rest}"))
}

fn aside(name: &str) -> StorePath {
    StorePath::from(format!("a-part/{name}"))
}

/// A decoded photograph weighs a hundred megabytes or more: two at a time.
static DARKROOM: Semaphore = Semaphore::const_new(2);

/// A photograph received and rendered, waiting for its rows.
#[derive(Debug)]
pub struct Photo {
    /// The name it came with.
    pub name: String,
    /// What it shows, in the author's words.
    pub alt: String,
    pub(crate) renditions: Vec<(String, photo::Rendition)>,
}

impl Photo {
    /// One of its sizes as the store keeps it: the name of the file, its width and its height. For services that show
    /// photographs without a thing.
    pub fn kept(&self, size: &str) -> Option<(&str, i64, i64)> {
        let (hash, found) = self.renditions.iter().find(|(_, it)| it.size == size)?;
        Some((hash, i64::from(found.width), i64::from(found.height)))
    }
}

/// Renders and stores a photograph. `None` when the bytes are no picture this house can read.
///
/// # Errors
/// A fault of the store or of the encoder.
pub async fn receive(files: &Files, name: String, alt: String, bytes: Bytes) -> Result<Option<Photo>> {
    let photo = render(name, alt, bytes).await?;
    if let Some(photo) = &photo {
        keep(files, photo).await?;
    }
    Ok(photo)
}

/// Renders a photograph and stores one of its sizes, for services that show photographs without a thing. `None` when the
/// bytes are no picture this house can read.
///
/// # Errors
/// A fault of the store or of the encoder.
pub async fn receive_size(files: &Files, name: String, bytes: Bytes, size: &str) -> Result<Option<Photo>> {
    let Some(mut photo) = render(name, String::new(), bytes).await? else { return Ok(None) };
    photo.renditions.retain(|(_, it)| it.size == size);
    keep(files, &photo).await?;
    Ok(Some(photo))
}

/// Renders a photograph; nothing of it is stored yet. `None` when the bytes are no picture this house can read.
pub(crate) async fn render(name: String, alt: String, bytes: Bytes) -> Result<Option<Photo>> {
    let _place = DARKROOM.acquire().await.map_err(Error::fault)?;
    let rendered = tokio::task::spawn_blocking(move || photo::render(&bytes)).await.map_err(Error::fault)??;
    let Some(rendered) = rendered else { return Ok(None) };
    let named = |it: photo::Rendition| (blake3::hash(&it.bytes).to_hex().to_string(), it);
    Ok(Some(Photo { name, alt, renditions: rendered.into_iter().map(named).collect() }))
}

/// Stores a photograph that was rendered.
pub(crate) async fn keep(files: &Files, photo: &Photo) -> Result<()> {
    for (_, rendition) in &photo.renditions {
        files.put(rendition.bytes.clone()).await?;
    }
    Ok(())
}

/// Attaches a photograph to a thing.
///
/// # Errors
/// A fault of the database.
pub async fn attach(
    tx: &mut Tx,
    school: SchoolId,
    owner: PersonId,
    thing: ThingId,
    position: i64,
    photo: &Photo,
) -> Result<FileId> {
    let id: FileId = tx.id();
    let now = tx.now();
    let Some((hash, largest)) = photo.renditions.last() else { return Err(Error::NotFound) };
    let (width, height) = (i64::from(largest.width), i64::from(largest.height));
    tx.change(
        "insert into file (id, school_id, owner_id, hash, mime, name, size, width, height, created_at) \
         values ($1, $2, $3, $4, 'image/jpeg', $5, $6, $7, $8, $9)",
        args![id, school, owner, hash, &photo.name, largest.bytes.len() as i64, width, height, now],
    )
    .await?;
    for (hash, rendition) in &photo.renditions {
        tx.change(
            "insert into file_variant (file_id, variant, hash, width, height, size) values ($1, $2, $3, $4, $5, $6)",
            args![id, rendition.size, hash, rendition.width, rendition.height, rendition.bytes.len() as i64],
        )
        .await?;
    }
    tx.change(
        "insert into attachment (thing_id, file_id, position, alt) values ($1, $2, $3, $4)",
        args![thing, id, position, &photo.alt],
    )
    .await?;
    Ok(id)
}

/// A picture of a thing, in one size.
#[derive(Debug, Clone, FromRow)]
pub struct Picture {
    /// The file.
    pub file_id: FileId,
    /// What it shows.
    pub alt: String,
    /// Width in pixels.
    pub width: i64,
    /// Height in pixels.
    pub height: i64,
}

/// The pictures of a thing in a size, in their order. For those who already loaded the thing.
///
/// # Errors
/// A fault of the database.
pub async fn pictures(tx: &mut Tx, thing: ThingId, size: &str) -> Result<Vec<Picture>> {
    tx.all(
        "select a.file_id, a.alt, v.width, v.height from attachment a \
         join file_variant v on v.file_id = a.file_id and v.variant = $2 where a.thing_id = $1 order by a.position",
        args![thing, size],
    )
    .await
}

/// Takes a picture away from a thing.
///
/// # Errors
/// A fault of the database.
pub async fn detach(tx: &mut Tx, thing: ThingId, file: FileId) -> Result<()> {
    tx.change("delete from attachment where thing_id = $1 and file_id = $2", args![thing, file]).await
}

/// The hash of one size of a picture that a thing shows. For those who already loaded the thing.
///
/// # Errors
/// [`Error::NotFound`] when the thing does not show it.
pub async fn shown(tx: &mut Tx, thing: ThingId, file: FileId, size: &str) -> Result<String> {
    let row: (String,) = tx
        .one(
            "select v.hash from attachment a join file_variant v on v.file_id = a.file_id and v.variant = $3 \
             where a.thing_id = $1 and a.file_id = $2",
            args![thing, file, size],
        )
        .await?;
    Ok(row.0)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[tokio::test]
    async fn pieces_that_changed_after_they_were_judged_are_not_kept() {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::folder(folder.path()).unwrap();
        let hash = files.put(b"une fiche".to_vec()).await.unwrap();
        let piece = "depots/1/0".to_owned();
        files.put_piece(&piece, Bytes::from_static(b"autre chose")).await.unwrap();
        assert!(matches!(files.join(&hash, std::slice::from_ref(&piece)).await, Err(Error::Conflict)));
        assert_eq!(files.get(&hash).await.unwrap(), Bytes::from_static(b"une fiche"));
        files.put_piece(&piece, Bytes::from_static(b"une fiche")).await.unwrap();
        files.join(&hash, &[piece]).await.unwrap();
        assert_eq!(files.get(&hash).await.unwrap(), Bytes::from_static(b"une fiche"));
    }
}
