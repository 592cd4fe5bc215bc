//! The changes of a delta: applied to the record as known, which is then staged whole like an addition.

use super::{batch::Batch, known};
use aaf::{Finding, Modification};
use db::{Result, Tx, args};

/// After every addition of the same delivery: a changed record wins over an older whole one.
const SEQ_OF_CHANGES: i64 = 1 << 40;

/// Stages the records these modifications lead to; those of unknown records are rejected (interfaces.md §1.13, row 28).
pub(super) async fn apply(tx: &mut Tx, academy: &str, modifications: &[Modification]) -> Result<()> {
    let mut batch = Batch::new(tx);
    for (position, modification) in (0..).zip(modifications) {
        let Some(mut record) = known::record(tx, academy, modification.entity, modification.id).await? else {
            unknown(tx, modification).await?;
            continue;
        };
        let mut findings: Vec<Finding> = Vec::new();
        modification.apply_to(&mut record, &mut findings);
        findings.iter().for_each(|finding| batch.add_finding(finding));
        batch.add(&record, SEQ_OF_CHANGES + position, &tx.ambient().clone());
    }
    batch.stage(tx).await
}

async fn unknown(tx: &mut Tx, modification: &Modification) -> Result<()> {
    tx.run(
        "insert into stage.finding (file, entity, record, code, message, rejected) values ($1, $2, $3, $4, $5, true)",
        args![
            modification.origin.file.as_ref(),
            modification.entity.aaf_name(),
            modification.id,
            "unknown-record",
            crate::W.unknown_record()
        ],
    )
    .await
    .map(drop)
}
