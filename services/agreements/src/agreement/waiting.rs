//! The schools that wait for a convention of their authority.

use super::draft::{Drafts, Party};
use crate::{AgreementId, Campaign};
use db::{FromRow, Result, Tx};
use school::{AuthorityId, SchoolId};

/// A school that waits for a convention of its authority.
#[derive(Debug, FromRow)]
pub(super) struct Waiting {
    school_id: SchoolId,
    authority_id: AuthorityId,
    name: String,
    department: String,
    previous: Option<AgreementId>,
}

/// Prepares a draft for each authority, with all its schools that wait; those of one authority follow one another. Tells how
/// many.
pub(super) async fn prepare_all(tx: &mut Tx, campaign: &Campaign, academy: &str, waiting: &[Waiting]) -> Result<u64> {
    let mut drafts = Drafts::begin(tx, campaign, academy, None).await?;
    let mut last: Option<(AuthorityId, AgreementId)> = None;
    for row in waiting {
        let agreement = match last {
            Some((authority, agreement)) if authority == row.authority_id => agreement,
            _ => drafts.agreement(tx, &row.party()),
        };
        last = Some((row.authority_id, agreement));
        drafts.school(tx, agreement, row.school_id, row.authority_id);
    }
    drafts.write(tx).await
}

impl Waiting {
    fn party(&self) -> Party<'_> {
        Party { authority: self.authority_id, name: &self.name, department: &self.department, previous: self.previous }
    }
}
