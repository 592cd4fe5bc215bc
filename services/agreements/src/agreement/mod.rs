//! An agreement (*convention*): one authority, one académie, one school year.

pub mod awaited;
pub mod check;
mod draft;
pub mod ending;
pub mod expiry;
pub mod held;
mod issuer;
pub mod letter;
pub mod parties;
pub mod party;
mod payer;
pub mod preparation;
pub mod proposal;
pub mod reminder;
pub mod renewal;
mod side;
pub mod signature;
mod state;
pub mod step;
mod steps;
pub mod task;
pub mod topic;
mod unsigned;
mod waiting;

use db::{Error, FromRow, Moment, Result, Tx, args, id};
use school::{AuthorityId, Right, Viewer};

pub use side::{Party, Side, academies, manages};
pub use state::State;

id! {
    /// An agreement.
    AgreementId
}

/// An agreement, as somebody of one side loaded it.
#[derive(Debug, Clone, FromRow)]
pub struct Agreement {
    /// The agreement.
    pub id: AgreementId,
    /// The year its school year begins in.
    pub year: i64,
    /// The authority.
    pub authority_id: AuthorityId,
    /// The territory of the authority, as the scope of a task.
    pub territory: String,
    /// The name of the authority today.
    pub authority: String,
    /// Code of the académie.
    pub academy: String,
    /// Its number: « 2022-16-0007 ».
    pub number: String,
    /// Where it stands.
    pub state: State,
    /// The version of its articles.
    pub template: i64,
    /// What a school costs, in cents, all taxes included.
    pub price_cents: i64,
    /// How the parties were called when it was proposed, as JSON.
    pub parties: Option<String>,
    /// The day it was proposed.
    pub proposed_on: Option<String>,
    /// The day the académie signed.
    pub academy_signed_on: Option<String>,
    /// The day the authority signed.
    pub authority_signed_on: Option<String>,
    /// The day it takes effect: that of the last signature (domain.md §1.4).
    pub effective_on: Option<String>,
    /// The day it ends by itself: 5 September.
    pub ends_on: String,
    /// The day it ended before, when a party ended it.
    pub ended_on: Option<String>,
    /// Why it was refused, cancelled or ended.
    pub reason: Option<String>,
    /// The agreement of the year before.
    pub previous: Option<AgreementId>,
    /// When something of it changed last.
    pub changed_at: Moment,
}

/// One list of columns for the ways agreements are found; `a` is the agreement, `o` its authority.
#[macro_export]
macro_rules! select_agreement {
    ($condition:literal) => {
        concat!(
            "select a.id, a.year, a.authority_id, o.territory, o.name as authority, a.academy, a.number, a.state, ",
            "a.template, a.price_cents, a.parties, a.proposed_on, a.academy_signed_on, a.authority_signed_on, ",
            "a.effective_on, a.ends_on, a.ended_on, a.reason, a.previous, a.changed_at ",
            "from agreement a join authority o on o.id = a.authority_id where ",
            $condition
        )
    };
}

impl Agreement {
    /// Loads an agreement for somebody of one of its sides, and tells which.
    ///
    /// # Errors
    /// [`Error::NotFound`] for whoever stands on neither.
    pub async fn load(tx: &mut Tx, viewer: &Viewer, id: AgreementId) -> Result<(Self, Side)> {
        let found: Self = tx.one(select_agreement!("a.id = $1"), args![id]).await?;
        let side = found.side(viewer).ok_or(Error::NotFound)?;
        Ok((found, side))
    }

    /// Loads an agreement for somebody who manages it for the académie.
    ///
    /// # Errors
    /// [`Error::NotFound`] for whoever stands on neither side; [`Error::Forbidden`] for its authority.
    pub async fn managed(tx: &mut Tx, viewer: &Viewer, id: AgreementId) -> Result<Self> {
        match Self::load(tx, viewer, id).await? {
            (found, Side::Academy) => Ok(found),
            (_, Side::Authority) => Err(Error::Forbidden),
        }
    }

    /// On which side the viewer stands.
    pub fn side(&self, viewer: &Viewer) -> Option<Side> {
        if manages(viewer, &self.academy) {
            return Some(Side::Academy);
        }
        let handles = viewer.territories(Right::HandleAgreement).any(|it| it.to_string() == self.territory);
        handles.then_some(Side::Authority)
    }

    /// Whether a side reads its documents, what it comes to, and adds papers: its authority does once it is proposed.
    pub fn is_open_to(&self, side: Side) -> bool {
        side == Side::Academy || self.state != State::Draft
    }

    /// Loads an agreement for somebody who reads its documents.
    ///
    /// # Errors
    /// [`Error::NotFound`] for whoever stands on neither side; [`Error::Forbidden`] for its authority while it is prepared.
    pub async fn read(tx: &mut Tx, viewer: &Viewer, id: AgreementId) -> Result<Self> {
        let (found, side) = Self::load(tx, viewer, id).await?;
        if found.is_open_to(side) { Ok(found) } else { Err(Error::Forbidden) }
    }

    /// Changes its state, if it still is what was loaded.
    ///
    /// # Errors
    /// [`Error::Conflict`] when somebody changed it meanwhile.
    pub async fn turn(&self, tx: &mut Tx, state: State) -> Result<()> {
        let now = tx.now();
        let changed = tx
            .changed_rows(
                "update agreement set state = $3, changed_at = $4 where id = $1 and state = $2",
                args![self.id, self.state, state, now],
            )
            .await?;
        if changed == 1 { Ok(()) } else { Err(Error::Conflict) }
    }
}
