//! Receipts: what must be read, signed or answered, a row per thing, version, child and adult.

use crate::thing::ThingId;
use db::{Result, Tx, args};
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

/// Notes that an adult opened a thing for a child; the first time counts.
///
/// # Errors
/// A fault of the database.
pub async fn opened(tx: &mut Tx, thing: ThingId, version: i64, child: PersonId, adult: PersonId) -> Result<()> {
    let now = tx.now();
    tx.run(
        "insert into receipt (thing_id, version, child_id, adult_id, opened_at, channel) values ($1, $2, $3, $4, $5, $6) \
         on conflict (thing_id, version, child_id, adult_id) do update \
         set opened_at = coalesce(receipt.opened_at, excluded.opened_at)",
        args![thing, version, child, adult, now, Channel::App],
    )
    .await
    .map(drop)
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
