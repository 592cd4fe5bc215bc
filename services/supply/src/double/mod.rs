//! Entries that exist twice: found each night and after each arrival, merged by themselves where nothing is doubtful, else
//! shown to the head of the school and to the académie (interfaces.md §3.6).
//!
//! Merging keeps the entry of the better source: the other is dated, its seats end, its account and what was entered by hand
//! pass to the one that stays ([`absorb`]). What changed is noted, so that it can be given back for thirty days
//! ([`release`]). Two people of a delivery are never merged: the académie says they are two.

pub mod absorb;
pub mod alike;
mod candidates;
pub mod changes;
pub mod decide;
pub mod facts;
pub mod listing;
pub mod night;
pub mod refusal;
pub mod release;
pub mod search;
pub mod sides;
mod ties;

use alike::Reason;
use changes::AbsorptionId;
use db::{FromRow, Moment, Result, Tx, args, id};
use school::{PersonId, Right, SchoolId, Viewer, text_enum, viewer::or_not_found};

id! {
    /// Two entries that may be of one person.
    DoubleId
}

text_enum! {
    /// What became of it.
    State {
        /// Somebody is to look.
        Proposed = "proposed",
        /// They are one.
        Merged = "merged",
        /// They are two.
        Ignored = "ignored",
    }
}

/// Two entries that may be of one person.
#[derive(Debug, Clone, FromRow)]
pub struct Double {
    /// Which.
    pub id: DoubleId,
    /// One of them.
    pub person_a: PersonId,
    /// The other.
    pub person_b: PersonId,
    /// The school both are in.
    pub common_school: Option<SchoolId>,
    /// The académie, as a scope: « academy:16 ».
    pub academy: String,
    /// How much they look like one person.
    pub score: i64,
    /// Why, as it is kept.
    reasons: String,
    /// What became of it.
    pub state: State,
    /// When somebody, or the night, decided.
    pub decided_at: Option<Moment>,
    /// What the merge changed.
    absorption_id: Option<AbsorptionId>,
}

impl Double {
    /// A pair, for those who settle doubles in the school of both, or over the académie.
    ///
    /// # Errors
    /// [`db::Error::NotFound`] when there is none, or the viewer does not.
    pub async fn load(tx: &mut Tx, viewer: &Viewer, id: DoubleId) -> Result<Self> {
        let double: Self = tx
            .one(
                "select id, person_a, person_b, common_school, academy, score, reasons, state, decided_at, absorption_id \
                 from supply_double where id = $1",
                args![id],
            )
            .await?;
        let at_school = double.common_school.is_some_and(|school| viewer.may_at(Right::MergeDoubles, school));
        or_not_found(at_school || over(viewer, &double.academy))?;
        Ok(double)
    }

    /// Why they look like one person.
    pub fn reasons(&self) -> Vec<Reason> {
        self.reasons.split(' ').filter_map(|it| Reason::try_from(it.to_owned()).ok()).collect()
    }

    /// Whether the merge can still be undone.
    pub fn is_undoable(&self, now: Moment) -> bool {
        let since = now.plus_days(-school::merge::UNDO_DAYS);
        self.state == State::Merged && self.absorption_id.is_some() && self.decided_at.is_some_and(|at| at > since)
    }
}

/// Whether a viewer settles the doubles of an académie, or of all.
fn over(viewer: &Viewer, academy: &str) -> bool {
    viewer.territories(Right::MergeDoubles).any(|it| {
        let scope = it.to_string();
        scope == academy || scope == "region"
    })
}
