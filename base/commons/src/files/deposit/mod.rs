//! Deposits: files on their way. Announced, received piece by piece, judged, then waiting to be attached to what their
//! sender writes.
//!
//! Pieces lie in the store of the house, so that any node goes on with what another began. What nobody attaches within
//! two days goes away, unless a draft holds it.

mod judgement;
mod removal;

use crate::{
    House,
    file::FileId,
    file_name::base_name,
    job::{self, JobKind},
    sniff::{self, ENOUGH, Refusal},
};
use bytes::Bytes;
use db::{Error, FromRow, Moment, Result, Tx, args, id, id_list};
use school::{PersonId, Profile, SchoolId, Viewer};

pub use removal::{erase_left, erase_of, left};

id! {
    /// A deposit.
    DepositId
}

/// How long a deposit waits to be attached.
const KEPT_SECONDS: i64 = 2 * 86_400;
/// What an account may deposit in a day, in bytes: some forty photographs for a child, a morning of films for an adult.
const PUPIL_A_DAY: i64 = 300 * 1024 * 1024;
const ADULT_A_DAY: i64 = 1536 * 1024 * 1024;

/// The job that takes away what was left.
pub const EXPIRE: JobKind =
    JobKind { name: "deposit.expire", run: |house, payload| Box::pin(removal::expire(house, payload)) };

/// A deposit of the viewer.
#[derive(Debug, Clone, FromRow)]
pub struct Deposit {
    /// The deposit.
    pub id: DepositId,
    /// The name of the file.
    pub name: String,
    /// Its size once whole.
    pub size: i64,
    /// How many of its bytes have come.
    pub received: i64,
    /// What it is, once whole.
    pub mime: Option<String>,
    /// When it was whole and accepted.
    pub finished_at: Option<Moment>,
    /// When it was attached.
    pub used_at: Option<Moment>,
}

/// What became of a piece.
#[derive(Debug)]
pub enum Progress {
    /// So many bytes have come.
    Going(i64),
    /// The piece does not follow: so many bytes have come.
    Elsewhere(i64),
    /// The file is whole.
    Done,
    /// The file is not taken, and nothing of it is kept.
    Refused(Refusal),
}

impl Deposit {
    /// Reads a deposit of the viewer.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is absent, or somebody else's.
    pub async fn load(tx: &mut Tx, viewer: &Viewer, id: DepositId) -> Result<Self> {
        tx.one(
            "select id, name, size, received, mime, finished_at, used_at from deposit where id = $1 and account_id = $2",
            args![id, viewer.account],
        )
        .await
    }
}

/// Announces a file.
///
/// # Errors
/// A fault of the database. What cannot be taken is refused in the value.
pub async fn announce(
    tx: &mut Tx,
    viewer: &Viewer,
    name: &str,
    size: i64,
) -> Result<std::result::Result<DepositId, Refusal>> {
    if size < 1 {
        return Ok(Err(Refusal::Empty));
    }
    if size > sniff::MOST_BYTES {
        return Ok(Err(Refusal::TooLarge));
    }
    let since = tx.now().plus_days(-1);
    let sent = tx
        .count(
            "select cast(coalesce(sum(size), 0) as bigint) as n from deposit where account_id = $1 and created_at > $2",
            args![viewer.account, since],
        )
        .await?;
    let most = if viewer.profile() == Profile::Pupil { PUPIL_A_DAY } else { ADULT_A_DAY };
    if sent + size > most {
        return Ok(Err(Refusal::TooMuch));
    }
    let id: DepositId = tx.id();
    let now = tx.now();
    tx.change(
        "insert into deposit (id, account_id, name, size, received, created_at) values ($1, $2, $3, $4, 0, $5)",
        args![id, viewer.account, base_name(name), size, now],
    )
    .await?;
    job::enqueue(tx, EXPIRE.name, &id.to_string(), now.plus_seconds(KEPT_SECONDS)).await?;
    Ok(Ok(id))
}

/// Adds a piece that begins at `from`. An empty piece after the last byte finishes what an accident left unfinished.
/// No connection to the database may be held meanwhile.
///
/// # Errors
/// [`Error::NotFound`] when the deposit is not the viewer's; a fault of the store or of the database.
pub async fn append(house: &House, viewer: &Viewer, id: DepositId, from: i64, bytes: Bytes) -> Result<Progress> {
    let deposit = read(house, viewer, id).await?;
    if deposit.finished_at.is_some() || deposit.received != from {
        return Ok(Progress::Elsewhere(deposit.received));
    }
    let length = i64::try_from(bytes.len()).map_err(Error::fault)?;
    if from + length > deposit.size {
        return refuse(house, id, Refusal::TooLarge).await;
    }
    if from == 0
        && bytes.len() >= ENOUGH
        && let Err(refusal) = sniff::glance(&deposit.name, &bytes)
    {
        return refuse(house, id, refusal).await;
    }
    if length > 0 {
        house.files.put_piece(&piece(id, from), bytes).await?;
        let mut tx = house.db.write().await?;
        let followed = advance(&mut tx, id, from, length).await?;
        tx.commit().await?;
        if !followed {
            return Ok(Progress::Elsewhere(read(house, viewer, id).await?.received));
        }
    }
    match from + length < deposit.size {
        true => Ok(Progress::Going(from + length)),
        false => judgement::finish(house, &deposit).await,
    }
}

/// Receives a whole file at once, from a form without script.
///
/// # Errors
/// A fault of the store or of the database. What cannot be taken is refused in the value.
pub async fn receive(
    house: &House,
    viewer: &Viewer,
    name: &str,
    bytes: Bytes,
) -> Result<std::result::Result<DepositId, Refusal>> {
    let mut tx = house.db.write().await?;
    let size = i64::try_from(bytes.len()).map_err(Error::fault)?;
    let announced = announce(&mut tx, viewer, name, size).await?;
    tx.commit().await?;
    let Ok(id) = announced else { return Ok(announced) };
    match append(house, viewer, id, 0, bytes).await? {
        Progress::Done => Ok(Ok(id)),
        Progress::Refused(refusal) => Ok(Err(refusal)),
        Progress::Going(_) | Progress::Elsewhere(_) => Err(Error::Conflict),
    }
}

/// Gives a deposit up.
///
/// # Errors
/// [`Error::NotFound`] when it is not the viewer's; a fault of the store or of the database.
pub async fn discard(house: &House, viewer: &Viewer, id: DepositId) -> Result<()> {
    let deposit = read(house, viewer, id).await?;
    match deposit.used_at {
        Some(_) => Ok(()),
        None => removal::remove(house, id).await,
    }
}

/// Lets deposits of the viewer wait until an instant: a draft holds them. Those that are not the viewer's, or are attached
/// already, are left as they are.
///
/// # Errors
/// A fault of the database.
pub async fn keep(tx: &mut Tx, viewer: &Viewer, ids: &[DepositId], until: Moment) -> Result<()> {
    tx.change(
        "update deposit set kept_until = $3 where account_id = $1 and used_at is null \
         and id in (select unhex(value) from json_each($2))",
        args![viewer.account, id_list(ids.iter().copied()), until],
    )
    .await
}

/// Makes of a finished deposit of the viewer a file of a school; it is nobody's deposit any more.
pub(crate) async fn use_up(
    tx: &mut Tx,
    viewer: &Viewer,
    id: DepositId,
    school: SchoolId,
    owner: PersonId,
) -> Result<FileId> {
    let now = tx.now();
    let used = tx
        .changed_rows(
            "update deposit set used_at = $3 where id = $1 and account_id = $2 and finished_at is not null and used_at is null",
            args![id, viewer.account, now],
        )
        .await?;
    if used == 0 {
        return Err(Error::NotFound);
    }
    let file: FileId = tx.id();
    tx.change(
        "insert into file (id, school_id, owner_id, hash, mime, name, size, width, height, created_at) \
         select $1, $2, $3, d.hash, d.mime, d.name, d.size, d.width, d.height, $4 from deposit d where d.id = $5",
        args![file, school, owner, now, id],
    )
    .await?;
    tx.change(
        "insert into file_variant (file_id, variant, hash, width, height, size) \
         select $1, v.variant, v.hash, v.width, v.height, v.size from deposit_variant v where v.deposit_id = $2",
        args![file, id],
    )
    .await?;
    Ok(file)
}

async fn read(house: &House, viewer: &Viewer, id: DepositId) -> Result<Deposit> {
    let mut tx = house.db.read().await?;
    Deposit::load(&mut tx, viewer, id).await
}

/// Whether the piece was the next one: of two that come at once, one is.
async fn advance(tx: &mut Tx, id: DepositId, from: i64, length: i64) -> Result<bool> {
    let followed = tx
        .changed_rows(
            "update deposit set received = received + $3 where id = $1 and received = $2 and finished_at is null",
            args![id, from, length],
        )
        .await?;
    if followed == 0 {
        return Ok(false);
    }
    tx.change("insert into deposit_chunk (deposit_id, start, size) values ($1, $2, $3)", args![id, from, length])
        .await?;
    Ok(true)
}

async fn refuse(house: &House, id: DepositId, refusal: Refusal) -> Result<Progress> {
    removal::remove(house, id).await?;
    Ok(Progress::Refused(refusal))
}

/// Where the pieces of a deposit lie, in their order.
async fn pieces(tx: &mut Tx, id: DepositId) -> Result<Vec<String>> {
    let starts: Vec<i64> =
        tx.column("select start from deposit_chunk where deposit_id = $1 order by start", args![id]).await?;
    Ok(starts.into_iter().map(|start| piece(id, start)).collect())
}

fn piece(id: DepositId, start: i64) -> String {
    format!("depots/{id}/{start}")
}
