//! How long requests about rights are kept once answered: the time of proving that they were, with their papers and steps.

use crate::W;
use commons::{
    House, paper,
    retention::{Rule, Work},
};
use db::{Error, Moment, Result, Tx, Uuid, args};

/// The rules.
pub(crate) const RULES: &[Rule] = &[Rule {
    topic: "rights-requests",
    label: || W.retention_requests(),
    why: || W.retention_requests_why(),
    default_days: 1825,
    least_days: 365,
    most_days: 2190,
    work: Work::Own {
        count: |tx, older_than| Box::pin(past(tx, older_than)),
        erase: |house, tx, older_than| Box::pin(erase(house, tx, older_than)),
    },
}];

/// How many are erased in one transaction: each may have papers in the store.
const AT_ONCE: i64 = 200;

/// What of the requests is past its time; the data of somebody who has it limited stays.
macro_rules! past_requests {
    ($columns:literal, $rest:literal) => {
        concat!(
            "select ",
            $columns,
            " from rights_request r where r.closed_at < $1 and not exists (select 1 from data_limit l \
               where l.person_id = r.subject_id and l.until is null and l.topic = 'all')",
            $rest
        )
    };
}

async fn past(tx: &mut Tx, older_than: Moment) -> Result<i64> {
    tx.count(past_requests!("count(*) as n", ""), args![older_than]).await
}

async fn erase(house: &House, tx: &mut Tx, older_than: Moment) -> Result<i64> {
    let past: Vec<Uuid> =
        tx.column(past_requests!("r.id", " order by r.closed_at, r.id limit $2"), args![older_than, AT_ONCE]).await?;
    for id in &past {
        paper::erase_about(house, tx, *id).await?;
        tx.change("delete from rights_step where request_id = $1", args![*id]).await?;
        tx.change("delete from rights_request where id = $1", args![*id]).await?;
    }
    i64::try_from(past.len()).map_err(Error::fault)
}
