//! What is past its time leaves the journal, from its beginning; the chain goes on from there.
//!
//! A *checkpoint* says up to which number rows were erased, with the seal of the last one: the next row follows from it. It
//! is signed with the key of the chain, so that rows taken away by somebody else are missed all the same. Rows that do not
//! follow are not erased: they are the trace of what was done to the journal.

use super::{Row, key};
use crate::{House, retention::BATCH};
use db::{FromRow, Moment, Result, Tx, args};

/// Where the chain begins.
#[derive(FromRow)]
pub(super) struct Checkpoint {
    pub(super) number: i64,
    pub(super) seal: String,
    at: Moment,
    proof: String,
}

impl Checkpoint {
    fn new(key: &[u8; 32], number: i64, seal: String, at: Moment) -> Self {
        let mut hash = blake3::Hasher::new_keyed(key);
        for part in ["checkpoint", &number.to_string(), &seal, &at.0.to_string()] {
            hash.update(part.as_bytes());
            hash.update(b"\0");
        }
        Self { number, seal, at, proof: hash.finalize().to_hex().to_string() }
    }

    /// Whether it was made with the key of the chain.
    pub(super) fn is_true(&self, key: &[u8; 32]) -> bool {
        Self::new(key, self.number, self.seal.clone(), self.at).proof == self.proof
    }
}

/// The last checkpoint, true or not.
pub(super) async fn last(tx: &mut Tx) -> Result<Option<Checkpoint>> {
    tx.first("select number, seal, at, proof from audit_checkpoint order by number desc limit 1", &[]).await
}

/// The number of the last row erased; 0 for none.
///
/// # Errors
/// A fault of the database.
pub async fn erased(tx: &mut Tx) -> Result<i64> {
    Ok(last(tx).await?.map_or(0, |it| it.number))
}

/// How many rows are older than an instant.
///
/// # Errors
/// A fault of the database.
pub async fn past(tx: &mut Tx, older_than: Moment) -> Result<i64> {
    tx.count("select count(*) as n from audit where at < $1", args![older_than]).await
}

/// Erases the rows at the beginning of the chain that are older than an instant, a batch of them; tells how many.
///
/// # Errors
/// A fault of the database.
pub async fn erase(house: &House, tx: &mut Tx, older_than: Moment) -> Result<i64> {
    let key = key(house);
    let (begun, mut seal) = match last(tx).await? {
        Some(checkpoint) if checkpoint.is_true(&key) => (checkpoint.number, checkpoint.seal),
        Some(_) => return Ok(0),
        None => (0, String::new()),
    };
    let rows: Vec<Row> = tx
        .all(
            "select id, at, account_id, action, subject, detail, number, seal from audit \
             where number > $1 order by number limit $2",
            args![begun, BATCH],
        )
        .await?;
    let mut number = begun;
    for row in rows.iter().take_while(|row| row.at < older_than) {
        let next = row.sealed_after(&key, number + 1, &seal);
        if row.number != Some(number + 1) || row.seal.as_deref() != Some(next.as_str()) {
            break;
        }
        (number, seal) = (number + 1, next);
    }
    if number > begun {
        let checkpoint = Checkpoint::new(&key, number, seal, tx.now());
        keep(tx, &checkpoint).await?;
        tx.change("delete from audit where number <= $1", args![number]).await?;
    }
    Ok(number - begun)
}

async fn keep(tx: &mut Tx, checkpoint: &Checkpoint) -> Result<()> {
    tx.change(
        "insert into audit_checkpoint (number, seal, at, proof) values ($1, $2, $3, $4)",
        args![checkpoint.number, &checkpoint.seal, checkpoint.at, &checkpoint.proof],
    )
    .await
}
