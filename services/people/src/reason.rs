//! Why somebody looks for people of a territory: said once a day, before the first search, and kept in the journal. The card of
//! each person opened is noted with it, for that person to read.

use crate::W;
use commons::audit::{self, Action};
use db::{Day, Error, Problems, Result, Tx, args};
use school::Viewer;

/// The shortest reason: « Incident 1204 » says something, « test » does not.
const SHORTEST: usize = 10;
const LONGEST: usize = 200;

/// The reason given today.
///
/// # Errors
/// A fault of the database.
pub async fn of_today(tx: &mut Tx, viewer: &Viewer) -> Result<Option<String>> {
    let today = Day::from(tx.now().day());
    tx.value("select reason from people_reason where account_id = $1 and day = $2", args![viewer.account, today]).await
}

/// Keeps a reason for the rest of the day.
///
/// # Errors
/// [`Error::Invalid`] beside `motif` when it says too little or too much; a fault of the database.
pub async fn give(tx: &mut Tx, viewer: &Viewer, typed: &str) -> Result<()> {
    let reason = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    let length = reason.chars().count();
    if !(SHORTEST..=LONGEST).contains(&length) {
        return Err(Error::Invalid(Problems::one("motif", W.reason_wrong())));
    }
    let now = tx.now();
    tx.change(
        "insert into people_reason (account_id, day, reason, given_at) values ($1, $2, $3, $4) \
         on conflict (account_id, day) do update set reason = excluded.reason, given_at = excluded.given_at",
        args![viewer.account, Day::from(now.day()), &reason, now],
    )
    .await?;
    audit::write(tx, Some(viewer.account), Action::DirectorySearched, None, Some(&reason)).await
}
