//! Events: one append-only table, written in the same transaction as the change it tells of.

use crate::thing::ThingId;
use db::{Result, Tx, Uuid, args};
use school::{PersonId, SchoolId};

/// Something that happened.
#[derive(Debug)]
pub struct Event<'a> {
    /// In which school.
    pub school: Option<SchoolId>,
    /// Who did it; none for the house itself.
    pub actor: Option<PersonId>,
    /// What: the text of the service's verb enum.
    pub verb: &'static str,
    /// With which thing.
    pub thing: Option<ThingId>,
    /// A reason given, a name changed: never a password, never a code.
    pub detail: Option<&'a str>,
}

/// Writes an event.
///
/// # Errors
/// A fault of the database.
pub async fn record(tx: &mut Tx, event: Event<'_>) -> Result<()> {
    let id: Uuid = tx.id();
    let now = tx.now();
    tx.change(
        "insert into event (id, school_id, actor_id, verb, thing_id, detail, at) values ($1, $2, $3, $4, $5, $6, $7)",
        args![id, event.school, event.actor, event.verb, event.thing, event.detail, now],
    )
    .await
}
