//! Receipts: what must be read, signed or answered, a row per thing, version, child and adult.
//!
//! A row says *opened* when that adult opened it for that child, and *done* (`signed_at`) when the reading was confirmed,
//! the thing signed or the question answered. What comes back on paper is done too, entered by somebody of the school; when
//! the slip does not say which adult signed, the row is the child's own (`adult_id` = `child_id`).

use crate::thing::ThingId;
use db::{FromRow, Moment, Result, Tx, args};
use school::{PersonId, text_enum};

text_enum! {
    /// How an answer came.
    Channel {
        /// In the application.
        App = "app",
        /// By the link of an e-mail.
        Mail = "mail",
        /// On paper.
        Paper = "paper",
    }
}

/// What one adult did about a thing for one child.
#[derive(Debug, Clone, FromRow)]
pub struct Receipt {
    /// The version it is about.
    pub version: i64,
    /// The child.
    pub child_id: PersonId,
    /// The adult; the child itself when a slip does not say who signed.
    pub adult_id: PersonId,
    /// When it was opened first.
    pub opened_at: Option<Moment>,
    /// When it was signed, confirmed or answered.
    pub signed_at: Option<Moment>,
    /// The answer given.
    pub answer: Option<String>,
    /// How it came.
    pub channel: Channel,
    /// Who entered what came on paper.
    pub entered_by: Option<PersonId>,
    /// When it was entered.
    pub entered_at: Option<Moment>,
}

/// Notes that an adult opened a thing for a child; the first time counts.
///
/// # Errors
/// A fault of the database.
pub async fn opened(tx: &mut Tx, thing: ThingId, version: i64, child: PersonId, adult: PersonId) -> Result<()> {
    let now = tx.now();
    tx.change(
        "insert into receipt (thing_id, version, child_id, adult_id, opened_at, channel) values ($1, $2, $3, $4, $5, $6) \
         on conflict (thing_id, version, child_id, adult_id) do update \
         set opened_at = coalesce(receipt.opened_at, excluded.opened_at)",
        args![thing, version, child, adult, now, Channel::App],
    )
    .await
}

/// Notes that an adult signed, confirmed or answered for a child. The last answer counts, with its instant: what a proof
/// says was answered was answered then. Doing the same again changes nothing.
///
/// # Errors
/// A fault of the database.
pub async fn done(
    tx: &mut Tx,
    thing: ThingId,
    version: i64,
    child: PersonId,
    adult: PersonId,
    answer: Option<&str>,
) -> Result<()> {
    let now = tx.now();
    // What an adult answers here replaces what somebody entered from paper for them.
    tx.change(
        "insert into receipt (thing_id, version, child_id, adult_id, opened_at, signed_at, answer, channel) \
         values ($1, $2, $3, $4, $5, $5, $6, $7) on conflict (thing_id, version, child_id, adult_id) do update \
         set opened_at = coalesce(receipt.opened_at, excluded.opened_at), \
             signed_at = case when receipt.signed_at is null or receipt.channel <> excluded.channel \
                     or receipt.answer is distinct from excluded.answer then excluded.signed_at \
                 else receipt.signed_at end, \
             answer = excluded.answer, channel = excluded.channel, entered_by = null, entered_at = null",
        args![thing, version, child, adult, now, answer, Channel::App],
    )
    .await
}

/// Notes what came back on paper, entered by somebody of the school. What an adult did in the application stays as it is:
/// tells whether the slip was noted.
///
/// # Errors
/// A fault of the database.
pub async fn paper(
    tx: &mut Tx,
    thing: ThingId,
    version: i64,
    child: PersonId,
    adult: PersonId,
    answer: Option<&str>,
    by: PersonId,
) -> Result<bool> {
    let now = tx.now();
    let noted = tx
        .changed_rows(
            "insert into receipt (thing_id, version, child_id, adult_id, signed_at, answer, channel, entered_by, entered_at) \
             values ($1, $2, $3, $4, $5, $6, $7, $8, $5) on conflict (thing_id, version, child_id, adult_id) do update \
             set signed_at = excluded.signed_at, answer = excluded.answer, channel = excluded.channel, \
                 entered_by = excluded.entered_by, entered_at = excluded.entered_at \
             where receipt.signed_at is null or receipt.channel = $7",
            args![thing, version, child, adult, now, answer, Channel::Paper, by],
        )
        .await?;
    Ok(noted > 0)
}

/// Takes back what was entered from paper of one version for an adult and a child: somebody took the wrong slip. What came
/// back of other versions stays. Tells whether there was something to take back.
///
/// # Errors
/// A fault of the database.
pub async fn forget_paper(tx: &mut Tx, thing: ThingId, version: i64, child: PersonId, adult: PersonId) -> Result<bool> {
    let undone = tx
        .changed_rows(
            "update receipt set signed_at = null, answer = null, channel = $6, entered_by = null, entered_at = null \
             where thing_id = $1 and version = $2 and child_id = $3 and adult_id = $4 and channel = $5",
            args![thing, version, child, adult, Channel::Paper, Channel::App],
        )
        .await?;
    Ok(undone > 0)
}

/// The receipts of a thing from a version on, oldest version first. For those who already loaded it.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, thing: ThingId, from_version: i64) -> Result<Vec<Receipt>> {
    tx.all(
        "select version, child_id, adult_id, opened_at, signed_at, answer, channel, entered_by, entered_at from receipt \
         where thing_id = $1 and version >= $2 order by version, child_id, adult_id",
        args![thing, from_version],
    )
    .await
}

/// How many families opened a thing: children with at least one adult who did.
///
/// # Errors
/// A fault of the database.
pub async fn families_reached(tx: &mut Tx, thing: ThingId) -> Result<i64> {
    tx.count(
        "select count(distinct child_id) as n from receipt where thing_id = $1 and opened_at is not null",
        args![thing],
    )
    .await
}
