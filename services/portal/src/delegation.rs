//! The right to publish, given by the director of publication to somebody of the school or of the commune, for some days.
//! Who has it publishes as the director does, and gives it to nobody.

use crate::{
    candidate::people,
    site::{PublicSite, SiteId},
};
use db::{Day, FromRow, Moment, Result, Tx, args, id};
use school::AccountId;

pub use crate::{
    candidate::{Candidate, candidates},
    delegation_change::{end, give},
    delegation_form::DelegationForm,
};

id! {
    /// A delegation.
    DelegationId
}

/// A delegation.
#[derive(Debug, Clone, FromRow)]
pub struct Delegation {
    /// The delegation.
    pub id: DelegationId,
    /// To which account.
    pub account_id: AccountId,
    /// To whom, as the person was called then.
    pub name: String,
    /// The first day.
    pub since_on: Day,
    /// The last day.
    pub until_on: Day,
    /// When it was taken back.
    pub ended_at: Option<Moment>,
}

/// Whether somebody was given the right to publish on a site, today.
///
/// # Errors
/// A fault of the database.
pub async fn holds(tx: &mut Tx, site: SiteId, account: AccountId) -> Result<bool> {
    let today = tx.now().day().to_string();
    let held = tx
        .count(
            "select count(*) as n from portal_delegation where site_id = $1 and account_id = $2 and ended_at is null \
             and since_on <= $3 and until_on >= $3",
            args![site, account, today],
        )
        .await?;
    Ok(held > 0)
}

/// The delegations of a site, the newest first. For those who loaded its desk.
///
/// # Errors
/// A fault of the database.
pub async fn all(tx: &mut Tx, site: SiteId) -> Result<Vec<Delegation>> {
    tx.all(
        "select id, account_id, name, since_on, until_on, ended_at from portal_delegation where site_id = $1 \
         order by given_at desc, id desc",
        args![site],
    )
    .await
}

/// The delegations of a site that hold today, of people who are still there: said in its legal notice.
///
/// # Errors
/// A fault of the database.
pub async fn current(tx: &mut Tx, site: &PublicSite) -> Result<Vec<Delegation>> {
    let today = Day::from(tx.now().day());
    let there = people(tx, site).await?;
    let mut current = all(tx, site.id).await?;
    current.retain(|it| it.ended_at.is_none() && it.since_on <= today && it.until_on >= today);
    current.retain(|it| there.iter().any(|person| person.account_id == it.account_id));
    Ok(current)
}
