//! Giving the right to publish for some days, and taking it back.

use crate::{
    W,
    candidate::candidates,
    delegation::{DelegationId, all},
    delegation_form::DelegationForm,
    site::PublicSite,
    step::{self, Verb},
};
use commons::audit::{self, Action};
use db::{Error, Result, Tx, args};
use school::Viewer;

/// Gives the right to publish for some days.
///
/// # Errors
/// [`Error::Invalid`] with a message for each field.
pub async fn give(tx: &mut Tx, viewer: &Viewer, site: &PublicSite, form: &DelegationForm) -> Result<()> {
    let candidates = candidates(tx, viewer, site).await?;
    let (candidate, since, until) = form.check(tx.now().day(), candidates)?;
    let (id, now): (DelegationId, _) = (tx.id(), tx.now());
    tx.change(
        "insert into portal_delegation (id, site_id, account_id, name, since_on, until_on, given_by, given_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        args![
            id,
            site.id,
            candidate.account_id,
            &candidate.name,
            since.to_string(),
            until.to_string(),
            viewer.account,
            now
        ],
    )
    .await?;
    let word = W.delegation_step(&candidate.name, web::dates::date(since), web::dates::date(until));
    step::record(tx, Some(viewer), site.id, None, Verb::Delegated, Some(&word)).await?;
    let subject = candidate.account_id.to_string();
    let detail = format!("{} {since} {until}", site.scope);
    audit::write(tx, Some(viewer.account), Action::PublicationDelegated, Some(subject), Some(&detail)).await
}

/// Takes the right back before its day.
///
/// # Errors
/// [`Error::NotFound`] when there is no such delegation; [`Error::Conflict`] when it was taken back already.
pub async fn end(tx: &mut Tx, viewer: &Viewer, site: &PublicSite, id: DelegationId) -> Result<()> {
    let known = all(tx, site.id).await?.into_iter().find(|it| it.id == id).ok_or(Error::NotFound)?;
    let now = tx.now();
    let ended = tx
        .changed_rows(
            "update portal_delegation set ended_at = $3 where id = $1 and site_id = $2 and ended_at is null",
            args![id, site.id, now],
        )
        .await?;
    if ended == 0 {
        return Err(Error::Conflict);
    }
    step::record(tx, Some(viewer), site.id, None, Verb::Undelegated, Some(&known.name)).await?;
    audit::write(tx, Some(viewer.account), Action::DelegationEnded, Some(id.to_string()), Some(&site.scope)).await
}
