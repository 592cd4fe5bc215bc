//! What is done to a convention at once: proposing it, preparing it again.

use super::agreement::{AgreementPage, address, title};
use crate::{
    Agreement, AgreementId, Side, W, ending,
    letter::{self, News},
    proposal,
};
use db::Error;
use school::Authority;
use web::{Answer, Path, SignedIn};

/// `POST /conventions/{id}/proposer`
pub(crate) async fn propose(mut visit: SignedIn, Path(id): Path<AgreementId>) -> Answer {
    let house = visit.site.house.address.clone();
    let mut tx = visit.write().await?;
    let agreement = Agreement::managed(&mut tx, &visit.viewer, id).await?;
    match proposal::propose(&mut tx, &visit.viewer, &agreement).await {
        Ok(()) => {}
        Err(Error::Invalid(problems)) => {
            let page = AgreementPage::build(&mut tx, &visit.viewer, &agreement, Side::Academy, &problems).await?;
            drop(tx);
            return visit.again(&title(&agreement), &page);
        }
        Err(error) => return Err(error.into()),
    }
    letter::tell_other(&mut tx, &house, &agreement, Side::Academy, News::Proposed).await?;
    let email = Authority::load(&mut tx, agreement.authority_id).await?.email;
    tx.commit().await?;
    let reached = email.is_some_and(|it| !it.trim().is_empty());
    Ok(visit.done(&address(id), if reached { W.proposed_and_written() } else { W.proposed() }))
}

/// `POST /conventions/{id}/brouillon`
pub(crate) async fn prepare_again(mut visit: SignedIn, Path(id): Path<AgreementId>) -> Answer {
    let house = visit.site.house.address.clone();
    let mut tx = visit.write().await?;
    let agreement = Agreement::managed(&mut tx, &visit.viewer, id).await?;
    ending::prepare_again(&mut tx, &visit.viewer, &agreement).await?;
    letter::tell_other(&mut tx, &house, &agreement, Side::Academy, News::PreparedAgain).await?;
    tx.commit().await?;
    Ok(visit.done(&address(id), W.ending_prepared_again()))
}
