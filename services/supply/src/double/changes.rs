//! What a merge changed, noted so that it can be given back.

use commons::ThingId;
use db::{Error, Moment, Result, Tx, args, id};
use school::{AccountId, CircleId, PersonId, merge::MergeId};
use serde::{Deserialize, Serialize};

id! {
    /// An entry whose place another took.
    AbsorptionId
}

/// A seat that ended.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct EndedSeat {
    pub(super) circle: CircleId,
    pub(super) role: String,
    pub(super) source: String,
    pub(super) until: Option<Moment>,
}

/// All that changed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Changes {
    /// When the entry had left already.
    pub(super) gone_at: Option<Moment>,
    /// The person an account was given, and the account.
    pub(super) linked: Option<(PersonId, AccountId)>,
    /// The accounts that became one.
    pub(super) joined: Option<MergeId>,
    pub(super) ended_seats: Vec<EndedSeat>,
    /// Circle and role.
    pub(super) given_seats: Vec<(CircleId, String)>,
    /// Child and adult.
    pub(super) ended_ties: Vec<(PersonId, PersonId)>,
    /// Child and adult.
    pub(super) made_ties: Vec<(PersonId, PersonId)>,
    /// Those whom the family of the child lets read.
    pub(super) readers: Vec<PersonId>,
    /// Things, and the circle each is shared with since.
    pub(super) shares: Vec<(ThingId, CircleId)>,
}

impl Changes {
    /// Writes what changed.
    pub(super) async fn keep(
        &self,
        tx: &mut Tx,
        id: AbsorptionId,
        parent: Option<AbsorptionId>,
        (kept, other): (PersonId, PersonId),
        by: Option<AccountId>,
    ) -> Result<()> {
        let now = tx.now();
        let changes = serde_json::to_string(self).map_err(Error::fault)?;
        tx.change(
            "insert into supply_absorption (id, parent_id, kept_id, other_id, changes, by_id, at) \
             values ($1, $2, $3, $4, $5, $6, $7)",
            args![id, parent, kept, other, changes, by, now],
        )
        .await
    }

    /// Reads what changed.
    pub(super) fn read(text: &str) -> Result<Self> {
        serde_json::from_str(text).map_err(Error::fault)
    }
}
