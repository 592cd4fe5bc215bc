//! The changes of a delta: applied to the record as known, which is then sorted whole like an addition.

use super::{batch::Batch, places::Remark, recall};
use crate::W;
use aaf::{Finding, Modification, Record, School};
use db::{Result, Tx};

/// After every addition of the same delivery: a changed record wins over an older whole one.
const SEQ_OF_CHANGES: i64 = 1 << 60;

/// The records these modifications lead to; those of unknown records are rejected (interfaces.md §1.13, row 28).
pub(super) async fn records(tx: &mut Tx, academy: &str, changes: &[Modification], batch: &mut Batch) -> Result<Vec<(i64, Record)>> {
    let mut records = Vec::new();
    for (position, change) in (0..).zip(changes) {
        let mut findings = Vec::new();
        match changed(tx, academy, change, &mut findings).await? {
            Some(record) => records.push((SEQ_OF_CHANGES + position, record)),
            None => batch.add_remark(&unknown(change)),
        }
        findings.iter().for_each(|finding| batch.add_finding(finding));
    }
    Ok(records)
}

/// The schools these modifications lead to.
pub(super) async fn schools(
    tx: &mut Tx,
    academy: &str,
    changes: &[Modification],
    findings: &mut Vec<Finding>,
) -> Result<Vec<School>> {
    let mut schools = Vec::new();
    for change in changes {
        if let Some(Record::School(school)) = changed(tx, academy, change, findings).await? {
            schools.push(*school);
        }
    }
    Ok(schools)
}

async fn changed(tx: &mut Tx, academy: &str, change: &Modification, findings: &mut Vec<Finding>) -> Result<Option<Record>> {
    let Some(mut record) = recall::record(tx, academy, change.entity, change.id).await? else { return Ok(None) };
    change.apply_to(&mut record, findings);
    Ok(Some(record))
}

fn unknown(change: &Modification) -> Remark {
    Remark {
        entity: change.entity,
        record: Some(change.id),
        attribute: None,
        code: "unknown-record",
        message: W.unknown_record(),
        value: None,
        rejected: true,
    }
}
