//! Drafts: what somebody was typing in a form, so that another device may take it up.

use commons::{
    House,
    job::{self, JobKind},
};
use db::{Error, FromRow, Moment, Result, Tx, Uuid, args};
use school::Viewer;

/// The heaviest draft, in bytes.
pub const HEAVIEST: usize = 256 * 1024;
/// How many drafts an account keeps; the oldest makes room.
const MOST: i64 = 50;
/// The longest key, in characters.
const LONGEST_KEY: usize = 200;
/// How long a draft waits to be taken up.
const KEPT_DAYS: i64 = 30;

/// The job that takes away what nobody took up.
pub const EXPIRE: JobKind = JobKind { name: "writing.expire", run: |house, payload| Box::pin(expire(house, payload)) };

/// A draft of the viewer.
#[derive(Debug, Clone, FromRow)]
pub struct Draft {
    /// What was typed, as the form reads it.
    pub content: String,
    /// When.
    pub saved_at: Moment,
}

/// The draft of a form, if the viewer has one.
///
/// # Errors
/// A fault of the database.
pub async fn find(tx: &mut Tx, viewer: &Viewer, key: &str) -> Result<Option<Draft>> {
    tx.first("select content, saved_at from draft where account_id = $1 and key = $2", args![viewer.account, key]).await
}

/// Keeps the draft of a form in place of the one before.
///
/// # Errors
/// [`Error::NotFound`] for what is no key; a fault of the database.
pub async fn save(tx: &mut Tx, viewer: &Viewer, key: &str, content: &str) -> Result<Moment> {
    if key.is_empty() || key.chars().count() > LONGEST_KEY {
        return Err(Error::NotFound);
    }
    let now = tx.now();
    let replaced = tx
        .changed_rows(
            "update draft set content = $3, saved_at = $4 where account_id = $1 and key = $2",
            args![viewer.account, key, content, now],
        )
        .await?;
    if replaced > 0 {
        return Ok(now);
    }
    make_room(tx, viewer).await?;
    let id: Uuid = tx.id();
    // Two tabs may begin at once: the later one stands.
    tx.change(
        "insert into draft (id, account_id, key, content, saved_at) values ($1, $2, $3, $4, $5) \
         on conflict (account_id, key) do update set content = excluded.content, saved_at = excluded.saved_at",
        args![id, viewer.account, key, content, now],
    )
    .await?;
    job::enqueue(tx, EXPIRE.name, &id.to_string(), now.plus_days(KEPT_DAYS)).await?;
    Ok(now)
}

/// Forgets the draft of a form: it was sent, or given up.
///
/// # Errors
/// A fault of the database.
pub async fn discard(tx: &mut Tx, viewer: &Viewer, key: &str) -> Result<()> {
    tx.change("delete from draft where account_id = $1 and key = $2", args![viewer.account, key]).await
}

async fn make_room(tx: &mut Tx, viewer: &Viewer) -> Result<()> {
    tx.change(
        "delete from draft where account_id = $1 and id not in ( \
             select recent.id from (select id from draft where account_id = $1 order by saved_at desc, id desc limit $2) recent)",
        args![viewer.account, MOST - 1],
    )
    .await
}

async fn expire(house: House, payload: String) -> Result<()> {
    let id: Uuid = payload.parse().map_err(Error::fault)?;
    let mut tx = house.db.write().await?;
    let saved: Option<Moment> = tx.value("select saved_at from draft where id = $1", args![id]).await?;
    let Some(saved_at) = saved else { return Ok(()) };
    let end = saved_at.plus_days(KEPT_DAYS);
    if end > tx.now() {
        // Somebody went on typing meanwhile.
        job::enqueue(&mut tx, EXPIRE.name, &payload, end).await?;
    } else {
        tx.change("delete from draft where id = $1", args![id]).await?;
    }
    tx.commit().await
}
