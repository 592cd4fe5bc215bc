//! The end of a profile: suspended by somebody, or its last day over.

use crate::{
    profile::{ProfileState, TownProfile, select_profiles},
    profile_grant::reason,
    profile_letter,
};
use commons::{
    House,
    audit::{self, Action},
    job::JobKind,
};
use db::{Error, Result, Tx, args};
use jiff::{ToSpan, civil::Date};
use school::{AccountId, Viewer, account, session};

/// The person is told so many days before the end.
const WARNED_DAYS: i64 = 30;

/// The job that ends profiles whose last day is over, and tells of those that end soon. Twice is the same as once.
pub const NIGHT: JobKind = JobKind { name: "town.profiles", run: |house, payload| Box::pin(night(house, payload)) };

/// Suspends a profile: who had it does nothing with it from now on.
///
/// # Errors
/// [`Error::Invalid`] without a reason; [`Error::Forbidden`] for one's own; [`Error::Conflict`] when it is not in force.
pub async fn suspend(tx: &mut Tx, viewer: &Viewer, profile: &TownProfile, why: &str) -> Result<()> {
    if profile.account_id == Some(viewer.account) {
        return Err(Error::Forbidden);
    }
    let why = reason(why)?;
    let now = tx.now();
    let changed = tx
        .changed_rows(
            "update town_profile set state = $2, decision = $3, ended_at = $4 where id = $1 and state = 'granted'",
            args![profile.id, ProfileState::Suspended, why, now],
        )
        .await?;
    let account = profile.account_id.filter(|_| changed > 0).ok_or(Error::Conflict)?;
    account::end_grant(tx, account, profile.role, &profile.scope).await?;
    end_sessions(tx, account).await?;
    audit::write(tx, Some(viewer.account), Action::TownProfileSuspended, Some(account.to_string()), Some(why)).await
}

/// Whoever has no task left has nothing to come in for.
async fn end_sessions(tx: &mut Tx, account: AccountId) -> Result<()> {
    let viewer = Viewer::load(tx, account).await?;
    if viewer.grants.is_empty() && viewer.people.is_empty() {
        session::end_all(tx, account).await?;
    }
    Ok(())
}

async fn night(house: House, payload: String) -> Result<()> {
    let over: Date = payload.parse().map_err(Error::fault)?;
    let mut tx = house.db.write().await?;
    expire(&mut tx, over).await?;
    warn(&mut tx, over).await?;
    tx.commit().await
}

/// Ends the profiles whose last day is over. Their tasks ended by themselves: `account_grant.until`.
async fn expire(tx: &mut Tx, over: Date) -> Result<()> {
    let ended: Vec<TownProfile> =
        tx.all(select_profiles!("state = 'granted' and until_day <= $1"), args![over.to_string()]).await?;
    let now = tx.now();
    for profile in ended {
        tx.change(
            "update town_profile set state = $2, ended_at = $3 where id = $1 and state = 'granted'",
            args![profile.id, ProfileState::Expired, now],
        )
        .await?;
        let subject = profile.account_id.map(|it| it.to_string());
        audit::write(tx, None, Action::TownProfileExpired, subject, Some(&profile.scope)).await?;
        if let Some(account) = profile.account_id {
            end_sessions(tx, account).await?;
        }
    }
    Ok(())
}

async fn warn(tx: &mut Tx, over: Date) -> Result<()> {
    // The day that begins is the one after.
    let soon = over.saturating_add((WARNED_DAYS + 1).days());
    let ending: Vec<TownProfile> = tx
        .all(select_profiles!("state = 'granted' and until_day <= $1 and warned_at is null"), args![soon.to_string()])
        .await?;
    let now = tx.now();
    for profile in ending {
        let Some(until) = profile.until() else { continue };
        tx.change("update town_profile set warned_at = $2 where id = $1", args![profile.id, now]).await?;
        profile_letter::post_warning(tx, &profile, until).await?;
    }
    Ok(())
}
