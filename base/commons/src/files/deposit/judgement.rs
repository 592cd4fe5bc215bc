//! A file that is whole is read once, told by its bytes, and kept under its hash or refused.
//!
//! Its hashes are written down before its bytes are stored: whoever removes the same bytes meanwhile sees that they are
//! needed, and what an accident leaves in the store goes away with the deposit.

use super::{Deposit, DepositId, Progress, pieces, refuse};
use crate::{
    House, file, hold,
    sniff::{self, EDGE, Family, Nature, Refusal},
};
use db::{Error, Result, Tx, args};

/// What is kept of a whole file.
struct Kept {
    name: String,
    mime: &'static str,
    size: i64,
    sides: Option<(u32, u32)>,
    hash: String,
    photo: Option<file::Photo>,
}

/// Judges a file that is whole, and keeps it under its hash.
pub(super) async fn finish(house: &House, deposit: &Deposit) -> Result<Progress> {
    let mut tx = house.db.read().await?;
    let pieces = pieces(&mut tx, deposit.id).await?;
    drop(tx);
    let whole = Whole::read(house, &pieces).await?;
    let nature = match sniff::sniff(&deposit.name, &whole.head, &whole.tail) {
        Ok(nature) if deposit.size <= nature.most_bytes() => nature,
        Ok(_) => return refuse(house, deposit.id, Refusal::TooLarge).await,
        Err(refusal) => return refuse(house, deposit.id, refusal).await,
    };
    let Some(kept) = prepare(house, deposit, nature, whole.hash, &pieces).await? else {
        return refuse(house, deposit.id, Refusal::Picture).await;
    };
    let mut tx = house.db.write().await?;
    claim(&mut tx, deposit.id, &kept).await?;
    tx.commit().await?;
    store(house, &kept, &pieces).await?;
    let mut tx = house.db.write().await?;
    if !settle(&mut tx, deposit.id, &kept).await? {
        // Given up meanwhile: nothing of it stays. Finished by the same piece sent twice: the other one needs it.
        hold::forget(&mut tx, house, &kept.hashes()).await?;
    }
    tx.commit().await?;
    for piece in &pieces {
        house.files.remove_piece(piece).await?;
    }
    Ok(Progress::Done)
}

impl Kept {
    fn hashes(&self) -> Vec<String> {
        let sizes = self.photo.iter().flat_map(|photo| &photo.renditions).map(|(hash, _)| hash.clone());
        sizes.chain([self.hash.clone()]).collect()
    }
}

/// What was learnt of a file by reading its pieces once.
struct Whole {
    hash: String,
    head: Vec<u8>,
    tail: Vec<u8>,
}

impl Whole {
    async fn read(house: &House, pieces: &[String]) -> Result<Self> {
        let mut hasher = blake3::Hasher::new();
        let (mut head, mut tail): (Vec<u8>, Vec<u8>) = (Vec::new(), Vec::new());
        for piece in pieces {
            let bytes = house.files.piece(piece).await?;
            hasher.update(&bytes);
            head.extend(bytes.iter().take(EDGE - head.len()));
            tail.extend_from_slice(&bytes);
            tail.drain(..tail.len().saturating_sub(EDGE));
        }
        Ok(Self { hash: hasher.finalize().to_hex().to_string(), head, tail })
    }
}

/// What is to be kept; a photograph is rendered anew. Nothing when it is a picture the house cannot read.
async fn prepare(
    house: &House,
    deposit: &Deposit,
    nature: Nature,
    hash: String,
    pieces: &[String],
) -> Result<Option<Kept>> {
    let name = nature.named(&deposit.name);
    if nature.family != Family::Picture {
        return Ok(Some(Kept { name, mime: nature.mime, size: deposit.size, sides: None, hash, photo: None }));
    }
    let mut bytes = Vec::new();
    for piece in pieces {
        bytes.extend_from_slice(&house.files.piece(piece).await?);
    }
    let photo = file::render(name.clone(), String::new(), bytes.into()).await?;
    let Some(photo) = photo else { return Ok(None) };
    let Some((hash, largest)) = photo.renditions.last() else { return Ok(None) };
    let size = i64::try_from(largest.bytes.len()).map_err(Error::fault)?;
    let sides = Some((largest.width, largest.height));
    Ok(Some(Kept { name, mime: nature.mime, size, sides, hash: hash.clone(), photo: Some(photo) }))
}

/// Writes down what is about to be stored.
async fn claim(tx: &mut Tx, id: DepositId, kept: &Kept) -> Result<()> {
    let claimed = tx
        .changed_rows("update deposit set hash = $2 where id = $1 and finished_at is null", args![id, &kept.hash])
        .await?;
    if claimed == 0 {
        return Err(Error::Conflict);
    }
    for (hash, rendition) in kept.photo.iter().flat_map(|photo| &photo.renditions) {
        let size = i64::try_from(rendition.bytes.len()).map_err(Error::fault)?;
        tx.change(
            "insert into deposit_variant (deposit_id, variant, hash, width, height, size) values ($1, $2, $3, $4, $5, $6) \
             on conflict (deposit_id, variant) do update set hash = excluded.hash, width = excluded.width, \
                 height = excluded.height, size = excluded.size",
            args![id, rendition.size, hash, rendition.width, rendition.height, size],
        )
        .await?;
    }
    Ok(())
}

/// Stores the bytes.
async fn store(house: &House, kept: &Kept, pieces: &[String]) -> Result<()> {
    match &kept.photo {
        Some(photo) => file::keep(&house.files, photo).await,
        None => house.files.join(&kept.hash, pieces).await,
    }
}

/// Says that the deposit is whole; false when it is there no more, or was finished already.
async fn settle(tx: &mut Tx, id: DepositId, kept: &Kept) -> Result<bool> {
    let now = tx.now();
    let (width, height) = kept.sides.unzip();
    let settled = tx
        .changed_rows(
            "update deposit set name = $2, mime = $3, size = $4, received = $4, width = $5, height = $6, hash = $7, \
             finished_at = $8 where id = $1 and finished_at is null",
            args![id, &kept.name, kept.mime, kept.size, width, height, &kept.hash, now],
        )
        .await?;
    if settled > 0 {
        tx.change("delete from deposit_chunk where deposit_id = $1", args![id]).await?;
    }
    Ok(settled > 0)
}
