//! A copy of all that is kept about somebody: gathered when it is asked for, packed by a job, given for seven days.

mod gather;
mod pack;
mod page;

use crate::{
    request::desk,
    whose::{self, Whose},
};
use commons::{
    audit::{self, Action},
    job,
};
use db::{Error, FromRow, Moment, Result, Tx, Uuid, args, id};
use school::{AccountId, PersonId, Viewer};
use web::Service;

pub use pack::{FORGET, PACK};

id! {
    /// A copy.
    CopyId
}

/// How long a copy can be fetched, in days.
pub const KEPT_DAYS: i64 = 7;
/// Asking again within so many seconds gives the same one.
const SAME_SECONDS: i64 = 86_400;

/// A copy somebody asked for.
#[derive(Debug, Clone, FromRow)]
pub struct DataCopy {
    /// The copy.
    pub id: CopyId,
    /// Whose data: the account's own, or a person's.
    pub subject_id: Uuid,
    /// Their name.
    pub label: String,
    /// How many bytes.
    pub size: Option<i64>,
    /// When it was asked for.
    pub asked_at: Moment,
    /// When it was ready.
    pub ready_at: Option<Moment>,
    /// Until when it can be fetched.
    pub ends_at: Option<Moment>,
    /// When it was fetched first.
    pub fetched_at: Option<Moment>,
}

/// One list of columns for the ways copies are found.
macro_rules! select_copies {
    ($condition:literal) => {
        concat!(
            "select id, subject_id, label, size, asked_at, ready_at, ends_at, fetched_at from data_copy where ",
            $condition
        )
    };
}

impl DataCopy {
    /// A copy the viewer asked for, until its end.
    ///
    /// # Errors
    /// [`Error::NotFound`] for those of others, for what is over, and about a child the viewer is responsible for no more.
    pub async fn load(tx: &mut Tx, viewer: &Viewer, id: CopyId) -> Result<Self> {
        let now = tx.now();
        let found: Self = tx
            .one(
                select_copies!("id = $1 and account_id = $2 and (ends_at is null or ends_at > $3)"),
                args![id, viewer.account, now],
            )
            .await?;
        if found.is_allowed(tx, viewer).await? { Ok(found) } else { Err(Error::NotFound) }
    }

    /// Whether the viewer still may read it: their own, that of their child, or one for the desk they are at.
    async fn is_allowed(&self, tx: &mut Tx, viewer: &Viewer) -> Result<bool> {
        if self.subject_id == viewer.account.0 {
            return Ok(true);
        }
        let subject = PersonId(self.subject_id);
        let is_child = whose::children(tx, viewer).await?.iter().any(|child| child.id == subject);
        Ok(is_child || desk::covers(viewer, &desk::scope_of_person(tx, subject).await?))
    }

    /// The copies an account asked for that are not over, the latest first.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn of(tx: &mut Tx, account: AccountId) -> Result<Vec<Self>> {
        let now = tx.now();
        tx.all(
            select_copies!(
                "account_id = $1 and (ends_at is null or ends_at > $2) order by asked_at desc, id desc limit 50"
            ),
            args![account, now],
        )
        .await
    }

    /// Where it is fetched.
    pub fn path(&self) -> String {
        path(self.id)
    }

    /// Whether it is about somebody.
    pub fn is_about(&self, whose: &Whose) -> bool {
        subject_of(whose) == Some(self.subject_id)
    }

    /// Notes that it was fetched.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn fetched(tx: &mut Tx, id: CopyId) -> Result<()> {
        let now = tx.now();
        tx.change("update data_copy set fetched_at = $2 where id = $1 and fetched_at is null", args![id, now]).await
    }
}

/// Where a copy is fetched.
pub fn path(id: CopyId) -> String {
    format!("/mes-donnees/exports/{id}")
}

/// The name its bytes are kept under.
pub(crate) fn aside(id: CopyId) -> String {
    format!("copie-{id}")
}

/// Oneself is an account, which may hold several persons; anybody else is one person.
fn subject_of(whose: &Whose) -> Option<Uuid> {
    match (whose.own, whose.account) {
        (true, Some(account)) => Some(account.0),
        _ => whose.people.first().map(|it| it.0),
    }
}

/// Asks for a copy: gathers all there is now, and has it packed. The one of the same day stands.
///
/// # Errors
/// [`Error::NotFound`] for nobody's data; a fault of the database.
pub async fn ask(tx: &mut Tx, services: &[&Service], viewer: &Viewer, whose: &Whose) -> Result<CopyId> {
    let subject = subject_of(whose).ok_or(Error::NotFound)?;
    let now = tx.now();
    let same: Option<CopyId> = tx
        .value(
            "select id from data_copy where account_id = $1 and subject_id = $2 and asked_at > $3 \
             order by asked_at desc limit 1",
            args![viewer.account, subject, now.plus_seconds(-SAME_SECONDS)],
        )
        .await?;
    if let Some(id) = same {
        return Ok(id);
    }
    let content = gather::gather(tx, services, whose).await?;
    let id: CopyId = tx.id();
    tx.change(
        // What could not be packed goes away in time too.
        "insert into data_copy (id, account_id, subject_id, label, content, asked_at, ends_at) \
         values ($1, $2, $3, $4, $5, $6, $7)",
        args![id, viewer.account, subject, &whose.name, content.to_json()?, now, now.plus_days(KEPT_DAYS)],
    )
    .await?;
    job::enqueue(tx, PACK.name, &id.to_string(), now).await?;
    let about = whose.people.first().map(ToString::to_string);
    audit::write(tx, Some(viewer.account), Action::DataExported, about, None).await?;
    Ok(id)
}
