//! The changes of a delta: applied to the record as known, which is then sorted whole like an addition.

use super::{batch::Batch, places::Remark, recall};
use crate::W;
use aaf::{Finding, Modification, Record, School};
use db::{Result, Tx};
use std::collections::BTreeMap;

/// After every addition of the same delivery: a changed record wins over an older whole one.
const SEQ_OF_CHANGES: i64 = 1 << 60;

/// The records these modifications of one entity lead to, each once however often it is changed; those of unknown records are rejected (interfaces.md §1.13, row 28).
pub(super) async fn records(
    tx: &mut Tx,
    academy: &str,
    changes: &[Modification],
    batch: &mut Batch,
) -> Result<Vec<(i64, Record)>> {
    let mut records: BTreeMap<i64, Record> = BTreeMap::new();
    for change in changes {
        let mut findings = Vec::new();
        let known = match records.remove(&change.id) {
            Some(record) => Some(record),
            None => recall::record(tx, academy, change.entity, change.id).await?,
        };
        match known {
            Some(mut record) => {
                change.apply_to(&mut record, &mut findings);
                records.insert(change.id, record);
            }
            None => batch.add_remark(&unknown(change)),
        }
        findings.iter().for_each(|finding| batch.add_finding(finding));
    }
    Ok((SEQ_OF_CHANGES..).zip(records.into_values()).collect())
}

/// The schools these modifications lead to.
pub(super) async fn schools(
    tx: &mut Tx,
    academy: &str,
    changes: &[Modification],
    findings: &mut Vec<Finding>,
    remarks: &mut Vec<Remark>,
) -> Result<Vec<School>> {
    let mut schools = Vec::new();
    for change in changes {
        let Some(mut record) = recall::record(tx, academy, change.entity, change.id).await? else {
            remarks.push(unknown(change));
            continue;
        };
        change.apply_to(&mut record, findings);
        if let Record::School(school) = record {
            schools.push(*school);
        }
    }
    Ok(schools)
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
