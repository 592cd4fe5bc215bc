//! The changes of a delta: applied to the record as known, or as the same delivery adds it, which is then sorted whole like
//! an addition.

use super::{batch::Batch, places::Remark, read::Schools, recall};
use crate::W;
use aaf::{Entity, Modification, Record};
use db::{Result, Tx};
use std::collections::{BTreeMap, HashMap};

/// The records these changes of one entity lead to, in the order of the files: each once however often it is changed, with
/// the rank of its last change. Those of unknown records are rejected (interfaces.md §1.13, row 28).
pub(super) async fn records(
    tx: &mut Tx,
    academy: &str,
    changes: &[(i64, Modification)],
    mut added: HashMap<i64, (i64, Record)>,
    batch: &mut Batch,
) -> Result<Vec<(i64, Record)>> {
    let mut records: BTreeMap<i64, (i64, Record)> = BTreeMap::new();
    for (seq, change) in changes {
        if added.get(&change.id).is_some_and(|(rank, _)| rank > seq) {
            // An addition further on says everything again.
            continue;
        }
        let known = match records.remove(&change.id).or_else(|| added.remove(&change.id)) {
            Some((_, record)) => Some(record),
            None => recall::record(tx, academy, change.entity, change.id).await?,
        };
        let Some(mut record) = known else {
            batch.add_remark(&unknown(change.entity, change.id));
            continue;
        };
        let mut findings = Vec::new();
        change.apply_to(&mut record, &mut findings);
        findings.iter().for_each(|finding| batch.add_finding(finding));
        records.insert(change.id, (*seq, record));
    }
    Ok(records.into_values().collect())
}

/// Applies the changes of schools, by the same rules, to those added; the others join them.
pub(super) async fn schools(tx: &mut Tx, academy: &str, found: &mut Schools, remarks: &mut Vec<Remark>) -> Result<()> {
    let added = found.schools.len();
    for (before, change) in std::mem::take(&mut found.modifications) {
        let place = found.schools.iter().rposition(|school| school.id == change.id);
        let known = match place {
            Some(place) if (before..added).contains(&place) => continue,
            Some(place) => Some(Record::School(Box::new(found.schools[place].clone()))),
            None => recall::record(tx, academy, change.entity, change.id).await?,
        };
        let Some(mut record) = known else {
            remarks.push(unknown(change.entity, change.id));
            continue;
        };
        change.apply_to(&mut record, &mut found.findings);
        let Record::School(school) = record else { continue };
        match place {
            Some(place) => found.schools[place] = *school,
            None => found.schools.push(*school),
        }
    }
    Ok(())
}

/// A school leaves with a full delivery only: a delta that ends one is an accident.
pub(super) fn not_ended(school: i64, is_known: bool) -> Remark {
    if is_known {
        Remark { code: "school-not-ended", message: W.school_not_ended(), ..unknown(Entity::School, school) }
    } else {
        unknown(Entity::School, school)
    }
}

fn unknown(entity: Entity, id: i64) -> Remark {
    Remark {
        entity,
        record: Some(id),
        attribute: None,
        code: "unknown-record",
        message: W.unknown_record(),
        value: None,
        rejected: true,
    }
}
