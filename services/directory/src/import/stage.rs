//! The bench: its tables, and the loading of a delivery into them.

use super::{
    delta,
    read::{self, Read},
    run::Progress,
};
use aaf::{Delivery, Summary};
use db::{Error, Result, Tx, Workshop};

const TABLES: &str = include_str!("stage.sql");

/// Indexes and statistics, once everything is there.
const INDEXES: &str = "\
create index person_jointure on stage.person (jointure);
create index tie_adult on stage.tie (adult);
create index tie_seq on stage.tie (seq);
create index seat_key on stage.seat (kind, key);
create index seat_seq on stage.seat (seq);
analyze stage.person;
analyze stage.tie;
analyze stage.seat;
";

/// Empties the bench and reads a delivery into it. Nothing else sees it.
pub(super) async fn fill(
    workshop: &Workshop,
    delivery: &Delivery,
    academy: &str,
    progress: &(dyn Fn(Progress) + Send + Sync),
) -> Result<Summary> {
    let mut tx = workshop.aside().await?;
    tx.script(TABLES).await?;
    let summary = load(&mut tx, delivery, academy, progress).await?;
    tx.script(INDEXES).await?;
    tx.commit().await?;
    Ok(summary)
}

async fn load(tx: &mut Tx, delivery: &Delivery, academy: &str, progress: &(dyn Fn(Progress) + Send + Sync)) -> Result<Summary> {
    let total = delivery.bytes();
    let mut reading = read::start(delivery.clone(), tx)?;
    while let Some(read) = reading.recv().await {
        match read {
            Read::Batch(batch) => batch.stage(tx).await?,
            Read::Modifications(modifications) => delta::apply(tx, academy, &modifications).await?,
            Read::Progress(bytes) => progress(Progress::Reading { bytes, total }),
            Read::Done(outcome) => return outcome.map_err(read::refused),
        }
    }
    Err(Error::fault("the reading of a delivery ended without a word"))
}
