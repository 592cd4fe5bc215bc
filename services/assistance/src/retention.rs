//! How long requests are kept once they are closed: then they are erased with what was said about them and their files.

use crate::{W, entry::EntryId};
use commons::{
    House, ThingId, paper,
    retention::{Rule, Work},
    thing,
};
use db::{Error, Moment, Result, Tx, args};

pub(crate) const RULES: &[Rule] = &[Rule {
    topic: "help-requests",
    label: || W.retention_requests(),
    why: || W.retention_requests_why(),
    default_days: 730,
    least_days: 365,
    most_days: 730,
    work: Work::Own {
        count: |tx, older_than| Box::pin(past(tx, older_than)),
        erase: |house, tx, older_than| Box::pin(erase(house, tx, older_than)),
    },
}];

/// How many are erased in one transaction: their files have bytes in the store.
const AT_ONCE: i64 = 100;

// What somebody whose data is restricted asked stays as it is.
macro_rules! past {
    ($columns:literal, $rest:literal) => {
        concat!(
            "select ",
            $columns,
            " from help_request where state = 'closed' and closed_at < $1 \
             and not exists (select 1 from data_limit l where l.person_id = help_request.person_id \
                 and l.topic = 'all' and l.until is null)",
            $rest
        )
    };
}

async fn past(tx: &mut Tx, older_than: Moment) -> Result<i64> {
    tx.count(past!("count(*) as n", ""), args![older_than]).await
}

async fn erase(house: &House, tx: &mut Tx, older_than: Moment) -> Result<i64> {
    let past: Vec<ThingId> =
        tx.column(past!("id", " order by closed_at, id limit $2"), args![older_than, AT_ONCE]).await?;
    for id in &past {
        erase_one(house, tx, *id).await?;
    }
    i64::try_from(past.len()).map_err(Error::fault)
}

async fn erase_one(house: &House, tx: &mut Tx, id: ThingId) -> Result<()> {
    let entries: Vec<EntryId> =
        tx.column("select id from help_entry where request_id = $1 and files > 0", args![id]).await?;
    for about in entries.into_iter().map(|entry| entry.0).chain([id.0]) {
        paper::erase_about(house, tx, about).await?;
    }
    tx.change("delete from help_entry where request_id = $1", args![id]).await?;
    tx.change("delete from help_desk where request_id = $1", args![id]).await?;
    tx.change("delete from help_request where id = $1", args![id]).await?;
    thing::erase(tx, id).await
}
