//! The wordings of the charter of use: whose each is, which version is in force, who accepted it. Their texts are words
//! of the doors.

use crate::{AccountId, Profile, Viewer, text_enum};
use db::{Result, Tx, args};

text_enum! {
    /// Whom a wording is for.
    Audience {
        /// Children.
        Pupils = "pupils",
        /// Adults responsible for a pupil.
        Families = "families",
        /// Whoever works for schools.
        Staff = "staff",
        /// Whom a family lets read with it, and who is nothing else here.
        Readers = "readers",
    }
}

impl Audience {
    /// The wording for somebody.
    pub fn of_viewer(viewer: &Viewer) -> Self {
        match viewer.profile() {
            Profile::Guardian if viewer.only_reads() => Self::Readers,
            profile => Self::of(profile),
        }
    }

    /// The wording for a profile.
    pub const fn of(profile: Profile) -> Self {
        match profile {
            Profile::Pupil => Self::Pupils,
            Profile::Guardian => Self::Families,
            Profile::Staff | Profile::Teacher | Profile::Head | Profile::Town | Profile::Administrator => Self::Staff,
        }
    }

    /// The version in force. Raising it asks again those this wording is for, and nobody else.
    pub const fn version(self) -> i64 {
        match self {
            Self::Pupils => 2,
            Self::Families => 2,
            Self::Staff => 2,
            Self::Readers => 1,
        }
    }
}

/// Dates the acceptance of a wording in its version in force. Twice is the same as once.
///
/// # Errors
/// A fault of the database.
pub async fn accept(tx: &mut Tx, account: AccountId, audience: Audience) -> Result<()> {
    let now = tx.now();
    tx.change(
        "insert into charter_acceptance (account_id, audience, version, at) values ($1, $2, $3, $4) \
         on conflict (account_id, audience, version) do nothing",
        args![account, audience, audience.version(), now],
    )
    .await?;
    tx.change(
        "update account set charter_audience = $2, charter = $3 where id = $1",
        args![account, audience, audience.version()],
    )
    .await
}
