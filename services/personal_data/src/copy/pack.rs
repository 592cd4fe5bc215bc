//! Packing a copy into an archive: a table a file, a page to read them all, the files themselves. And taking it away.

use super::{CopyId, KEPT_DAYS, aside, gather::Content, page, path};
use crate::{W, letterbox};
use commons::{House, job::JobKind};
use db::{Error, Result, args};
use school::AccountId;
use serde_json::{Map, Value};
use std::{
    fs::{self, File},
    io::{BufWriter, Write},
    path::Path,
};
use web::{
    dates,
    personal::{Datum, Part},
};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// The job that packs a copy.
pub const PACK: JobKind = JobKind { name: "personal_data.pack", run: |house, payload| Box::pin(pack(house, payload)) };
/// The job of the night that takes away copies that are over.
pub const FORGET: JobKind = JobKind { name: "personal_data.forget", run: |house, _| Box::pin(forget(house)) };

/// How much of a file is held at once.
const PIECE: u64 = 4 * 1024 * 1024;

async fn pack(house: House, payload: String) -> Result<()> {
    let id: CopyId = payload.parse().map_err(Error::fault)?;
    let mut tx = house.db.read().await?;
    let waiting: Option<(AccountId, String)> =
        tx.first("select account_id, content from data_copy where id = $1 and content is not null", args![id]).await?;
    drop(tx);
    let Some((account, json)) = waiting else { return Ok(()) };
    let content = Content::of_json(&json)?;
    let archive = house.passage.path().join(format!("{id}.zip"));
    let size = keep(&house, id, &archive, &content).await;
    // Whatever became of it: it is full of somebody's life.
    if let Err(error) = fs::remove_file(&archive) {
        tracing::debug!(%error, "no archive to remove");
    }
    let size = i64::try_from(size?).map_err(Error::fault)?;
    let mut tx = house.db.write().await?;
    let now = tx.now();
    let ready = tx
        .changed_rows(
            "update data_copy set content = null, size = $2, ready_at = $3, ends_at = $4 \
             where id = $1 and content is not null",
            args![id, size, now, now.plus_days(KEPT_DAYS)],
        )
        .await?;
    if ready > 0 {
        let until = dates::date(now.plus_days(KEPT_DAYS).day());
        let text = W.mail_copy(until, format!("{}{}", house.address, path(id)));
        letterbox::tell(&mut tx, Some(account), W.mail_copy_subject(), &text).await?;
    }
    tx.commit().await
}

/// Writes the archive on this machine, then into the store.
async fn keep(house: &House, id: CopyId, archive: &Path, content: &Content) -> Result<u64> {
    write(house, archive, content).await?;
    house.files.put_aside(&aside(id), archive).await
}

async fn write(house: &House, archive: &Path, content: &Content) -> Result<()> {
    let mut zip = ZipWriter::new(BufWriter::new(File::create(archive)?));
    let texts = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    zip.start_file("index.html", texts).map_err(Error::fault)?;
    zip.write_all(page::html(content)?.as_bytes())?;
    for part in &content.parts {
        zip.start_file(format!("donnees/{}.json", part.name), texts).map_err(Error::fault)?;
        zip.write_all(&json(part)?)?;
    }
    // Photographs and films are as small as they get.
    let whole = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for file in &content.files {
        zip.start_file(file.path.as_str(), whole).map_err(Error::fault)?;
        let mut start = 0;
        while start < file.size {
            let end = file.size.min(start + PIECE);
            let piece = match house.files.open(&file.hash, Some(start..end)).await {
                Ok(found) => found.bytes().await.map_err(Error::fault)?,
                // It was removed since: the copy does without.
                Err(Error::NotFound) => break,
                Err(error) => return Err(error),
            };
            zip.write_all(&piece)?;
            start = end;
        }
    }
    let mut file = zip.finish().map_err(Error::fault)?;
    file.flush()?;
    Ok(())
}

/// A table as other programs read it: an object a row, named by the columns.
fn json(part: &Part) -> Result<Vec<u8>> {
    let row = |row: &Vec<Datum>| {
        let values = part.columns.iter().zip(row).map(|(column, value)| (column.clone(), plain(value)));
        Value::Object(values.collect::<Map<String, Value>>())
    };
    let rows: Vec<Value> = part.rows.iter().map(row).collect();
    serde_json::to_vec_pretty(&serde_json::json!({ "titre": part.title, "lignes": rows })).map_err(Error::fault)
}

fn plain(value: &Datum) -> Value {
    match value {
        Datum::Text(text) => Value::String(text.clone()),
        Datum::At(at) => Value::String(at.timestamp().to_string()),
        Datum::Nothing => Value::Null,
    }
}

async fn forget(house: House) -> Result<()> {
    let mut tx = house.db.write().await?;
    let now = tx.now();
    let over: Vec<CopyId> = tx.column("select id from data_copy where ends_at <= $1", args![now]).await?;
    for id in over {
        // Before the commit: what could not be removed is found again the next night.
        house.files.remove_aside(&aside(id)).await?;
        tx.change("delete from data_copy where id = $1", args![id]).await?;
    }
    tx.commit().await
}
