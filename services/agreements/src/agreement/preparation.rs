//! Preparing the conventions of a year: a draft for each authority that pays for schools, with all of them on it.

use super::{
    draft::{Drafts, Party},
    waiting::{Waiting, prepare_all},
};
use crate::{AgreementId, Campaign};
use db::{Result, Tx, args};
use school::{AccountId, Authority};

/// Prepares a draft for each authority that pays for public schools of an académie and has no convention with it this year, with
/// those of its schools that are on no other; tells how many. Doing it again prepares what came since.
///
/// # Errors
/// [`db::Error::NotFound`] when there is no campaign; [`db::Error::Conflict`] when somebody does the same; a fault of the
/// database.
pub async fn prepare(tx: &mut Tx, year: i64, academy: &str) -> Result<u64> {
    let campaign = Campaign::load(tx, year).await?;
    let waiting: Vec<Waiting> = tx.all(WAITING, args![academy, year, year - 1]).await?;
    prepare_all(tx, &campaign, academy, &waiting).await
}

// Private schools (types that end with PR) are put on a convention by hand only.
const WAITING: &str = "\
select s.id as school_id, o.id as authority_id, o.name, o.department, p.id as previous from school s \
join authority_school l on l.school_id = s.id \
join authority o on o.id = l.authority_id and o.gone_at is null \
left join agreement p on p.authority_id = o.id and p.year = $3 and p.academy = $1 \
where s.academy = $1 and s.gone_at is null and coalesce(s.kind, '') not like '%PR' \
and not exists (select 1 from agreement a where a.authority_id = o.id and a.year = $2 and a.academy = $1) \
and not exists (select 1 from enrolment e where e.year = $2 and e.school_id = s.id and e.withdrawn_at is null) \
order by o.sort_key, o.id, s.uai";

/// Prepares the draft of one authority, without schools. For those who may.
///
/// # Errors
/// [`db::Error::Conflict`] when it has one; a fault of the database.
pub async fn draft(
    tx: &mut Tx,
    campaign: &Campaign,
    authority: &Authority,
    academy: &str,
    by: AccountId,
) -> Result<AgreementId> {
    let previous: Option<AgreementId> = tx
        .value(
            "select id from agreement where year = $1 and authority_id = $2 and academy = $3",
            args![campaign.year - 1, authority.id, academy],
        )
        .await?;
    let mut drafts = Drafts::begin(tx, campaign, academy, Some(by)).await?;
    let party = Party { authority: authority.id, name: &authority.name, department: &authority.department, previous };
    let agreement = drafts.agreement(tx, &party);
    drafts.write(tx).await?;
    Ok(agreement)
}
