//! Refusing a municipal profile, and the words a refusal or a suspension needs.

use crate::{
    W,
    profile::{ProfileState, TownProfile},
    profile_letter,
};
use commons::audit::{self, Action};
use db::{Error, Problems, Result, Tx, args};
use school::Viewer;

/// Refuses a request, and tells the person why.
///
/// # Errors
/// [`Error::Invalid`] without a reason; [`Error::Conflict`] when it was decided already.
pub async fn refuse(tx: &mut Tx, viewer: &Viewer, profile: &TownProfile, why: &str) -> Result<()> {
    let why = reason(why)?;
    let now = tx.now();
    let changed = tx
        .changed_rows(
            "update town_profile set state = $2, decision = $3, decided_at = $4, decided_by = $5 \
             where id = $1 and state = 'requested'",
            args![profile.id, ProfileState::Refused, why, now, viewer.account],
        )
        .await?;
    if changed == 0 {
        return Err(Error::Conflict);
    }
    audit::write(tx, Some(viewer.account), Action::TownProfileRefused, Some(profile.id.to_string()), Some(why)).await?;
    profile_letter::post_refusal(tx, profile, why).await
}

/// A reason without spaces around it.
///
/// # Errors
/// [`Error::Invalid`] beside `reason` when there is none, or too much of it.
pub fn reason(typed: &str) -> Result<&str> {
    let reason = typed.trim();
    let mut problems = Problems::default();
    problems.require(!reason.is_empty(), "reason", W.reason_missing());
    problems.require(reason.chars().count() <= crate::profile_asking::LONGEST_REASON, "reason", W.too_long());
    problems.or(reason)
}
