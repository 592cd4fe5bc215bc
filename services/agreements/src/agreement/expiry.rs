//! The end of conventions: those whose last day is over, those a party ended.

use super::steps::Steps;
use crate::{AgreementId, day, enrolment::Stage, step::Verb};
use commons::{House, job::JobKind};
use db::{Error, Result, Tx, args, id_list};
use jiff::{ToSpan, civil::Date};
use school::SchoolId;

/// The job of each night: conventions whose last day is over expire, those a party ended end.
pub const EXPIRE: JobKind = JobKind { name: "agreements.expire", run: |house, day| Box::pin(expire(house, day)) };

async fn expire(house: House, over: String) -> Result<()> {
    let over: Date = over.parse().map_err(Error::fault)?;
    let mut tx = house.db.write().await?;
    expire_until(&mut tx, over).await?;
    tx.commit().await
}

/// Ends what is over once a day is over; tells how many conventions ended.
///
/// # Errors
/// A fault of the database.
pub async fn expire_until(tx: &mut Tx, over: Date) -> Result<usize> {
    let now = tx.now();
    // A termination takes effect on its day; a convention lasts to the end of its last one.
    let today = over.saturating_add(1.day()).to_string();
    let terminated: Vec<(AgreementId, String)> = tx
        .all(
            "update agreement set state = 'terminated', changed_at = $2 where state = 'termination-notice' \
             and ended_on <= $1 returning id, ended_on",
            args![today, now],
        )
        .await?;
    let expired: Vec<(AgreementId, String)> = tx.all(EXPIRED, args![over.to_string(), now]).await?;
    tx.change(FOLLOWED, &[]).await?;
    tx.change(NOT_FOLLOWED, &[]).await?;
    let ended: Vec<(AgreementId, String)> = terminated.into_iter().chain(expired).collect();
    let mut steps = Steps::begin(tx);
    for (agreement, last) in &ended {
        steps.note(tx, *agreement, Verb::Ended, &day::written(last), None);
    }
    steps.write(tx).await?;
    let closed: Vec<SchoolId> = tx.column(CLOSED, args![id_list(ended.iter().map(|it| it.0)), Stage::Closed]).await?;
    tracing::debug!(agreements = ended.len(), schools = closed.len(), "conventions ended");
    Ok(ended.len())
}

const EXPIRED: &str = "\
update agreement set state = 'expired', changed_at = $2 \
where state in ('active', 'notice', 'conciliation', 'termination-notice') and ends_on <= $1 returning id, ends_on";

// Whether it was followed is asked again each night: the next one may be prepared after the end, and be refused.
const FOLLOWED: &str = "\
update agreement set state = 'renewed' where state = 'expired' and id in \
    (select n.previous from agreement n where n.previous is not null and n.state not in ('refused', 'cancelled'))";
const NOT_FOLLOWED: &str = "\
update agreement set state = 'expired' where state = 'renewed' and id not in \
    (select n.previous from agreement n where n.previous is not null and n.state not in ('refused', 'cancelled'))";

const CLOSED: &str = "\
update enrolment set state = $2 where agreement_id in (select unhex(value) from json_each($1)) and withdrawn_at is null \
returning school_id";
