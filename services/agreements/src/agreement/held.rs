//! The conventions of an authority, year after year, for its officers.

use crate::{Agreement, Campaign, State};
use db::{Result, Tx, args};
use school::{Authority, AuthorityId};

/// What an authority has: conventions that run, those that are over, campaigns it has none for yet.
#[derive(Debug, Clone)]
pub struct Held {
    /// Those something may still happen to, the latest year first; those the académie still prepares last.
    pub running: Vec<Agreement>,
    /// Those that are over, the latest year first.
    pub over: Vec<Agreement>,
    /// The campaigns open today it has no convention for.
    pub open: Vec<Campaign>,
}

/// Every convention of an authority. For those who handle them.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, authority: &Authority) -> Result<Held> {
    let today = tx.now().day();
    let all = all(tx, authority.id).await?;
    let mut open = Campaign::open_on(tx, today).await?;
    open.retain(|campaign| all.iter().all(|it| it.year != campaign.year));
    let (over, mut running): (Vec<Agreement>, _) = all.into_iter().partition(|it| it.state.is_over());
    running.sort_by_key(|it| it.state == State::Draft);
    Ok(Held { running, over, open })
}

async fn all(tx: &mut Tx, authority: AuthorityId) -> Result<Vec<Agreement>> {
    tx.all(crate::select_agreement!("a.authority_id = $1 order by a.year desc, a.academy"), args![authority]).await
}
