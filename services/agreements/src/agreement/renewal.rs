//! From one year to the next: last year's conventions are prepared again.

use super::waiting::{Waiting, prepare_all};
use crate::Campaign;
use db::{Result, Tx, args};

pub use super::expiry::{EXPIRE, expire_until};

/// Prepares a convention for each authority of an académie that had one the year before and has none yet, with the same
/// schools where they are still open, and still paid for by it. Doing it again does nothing more.
///
/// # Errors
/// [`db::Error::NotFound`] when the campaign of the year was not opened; [`db::Error::Conflict`] when somebody does it too.
pub async fn renew(tx: &mut Tx, year: i64, academy: &str) -> Result<u64> {
    let campaign = Campaign::load(tx, year).await?;
    let waiting: Vec<Waiting> = tx.all(STILL_THERE, args![year - 1, academy, year]).await?;
    prepare_all(tx, &campaign, academy, &waiting).await
}

// Refused, cancelled and broken ones are not taken up again by themselves.
const STILL_THERE: &str = "\
select e.school_id, o.id as authority_id, o.name, o.department, a.id as previous from agreement a \
join authority o on o.id = a.authority_id and o.gone_at is null \
join enrolment e on e.agreement_id = a.id and e.withdrawn_at is null \
join school s on s.id = e.school_id and s.gone_at is null \
left join authority_school p on p.school_id = e.school_id \
where a.year = $1 and a.academy = $2 and a.state in ('active', 'expired') \
    and (p.authority_id is null or p.authority_id = e.authority_id) \
    and not exists (select 1 from agreement n where n.year = $3 and n.authority_id = a.authority_id \
        and n.academy = a.academy) \
    and not exists (select 1 from enrolment n where n.year = $3 and n.school_id = e.school_id and n.withdrawn_at is null) \
order by o.sort_key, o.id, s.uai";
