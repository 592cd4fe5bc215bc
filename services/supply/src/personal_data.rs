//! What is kept of somebody: the corrections they signalled, the departures of pupils they contested. What is to be corrected or was
//! contested about somebody goes with them.

use crate::{W, correction::Field};
use db::{Moment, Result, Tx, args};
use school::AccountId;
use web::personal::{Datum, Leaver, Part, Subject};

/// The corrections an account signalled, and why it contested departures.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn of(tx: &mut Tx, subject: &Subject) -> Result<Vec<Part>> {
    let Some(account) = subject.account else { return Ok(Vec::new()) };
    let rows: Vec<(String, String, Moment)> = tx
        .all(
            "select field, somebody_says, at from supply_correction where by_id = $1 and school_id is not null \
             order by at, id",
            args![account],
        )
        .await?;
    let rows = rows.into_iter().map(|(field, says, at)| -> Vec<Datum> {
        let field = Field::try_from(field).map_or("", Field::label);
        vec![field.into(), says.into(), at.into()]
    });
    let columns = [W.column_what(), W.column_says(), W.column_at()];
    let corrections = Part::new("corrections-signalees", W.corrections_mine(), &columns).rows(rows);
    let parts = [corrections, contested(tx, account).await?];
    Ok(parts.into_iter().filter_map(Part::unless_empty).collect())
}

async fn contested(tx: &mut Tx, account: AccountId) -> Result<Part> {
    let rows: Vec<(String, Moment)> = tx
        .all(
            "select reason, contested_at from supply_transfer where contested_by = $1 and school_id is not null \
             and contested_at is not null order by contested_at, id",
            args![account],
        )
        .await?;
    let rows = rows.into_iter().map(|(reason, at)| -> Vec<Datum> { vec![reason.into(), at.into()] });
    Ok(Part::new("changements-d-ecole-contestes", W.transfers_mine(), &[W.column_says(), W.column_at()]).rows(rows))
}

/// Erases what was to be corrected about somebody, and forgets who signalled what.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn erase(tx: &mut Tx, leaver: &Leaver) -> Result<u64> {
    let erased = tx
        .changed_rows(
            "delete from supply_correction where school_id is not null \
             and person_id in (select unhex(value) from json_each($1))",
            args![leaver.list()],
        )
        .await?;
    let erased = erased + erase_entries(tx, &leaver.list()).await?;
    let erased = erased + forget_transfers(tx, leaver).await?;
    let Some(account) = leaver.account else { return Ok(erased) };
    Ok(erased + forget_account(tx, account).await?)
}

/// Forgets who signalled and made a correction, who applied files of ONDE and who put that back.
async fn forget_account(tx: &mut Tx, account: AccountId) -> Result<u64> {
    let mut forgotten = 0;
    for statement in [
        "update supply_correction set by_id = null where school_id is not null and by_id = $1",
        "update supply_correction set done_by = null where school_id is not null and done_by = $1",
        "update supply_run set applied_by = null where school_id is not null and applied_by = $1",
        "update supply_run set undone_by = null where school_id is not null and undone_by = $1",
    ] {
        forgotten += tx.changed_rows(statement, args![account]).await?;
    }
    Ok(forgotten)
}

/// Erases what the school entered about somebody, and what was compared with others.
async fn erase_entries(tx: &mut Tx, people: &str) -> Result<u64> {
    let mut erased = 0;
    for statement in [
        "delete from supply_entry where school_id is not null and person_id in (select unhex(value) from json_each($1))",
        "delete from supply_transfer where school_id is not null and person_id in (select unhex(value) from json_each($1))",
        "delete from supply_double where person_a in (select unhex(value) from json_each($1))",
        "delete from supply_double where person_b in (select unhex(value) from json_each($1))",
        "delete from supply_absorption where kept_id in (select unhex(value) from json_each($1))",
        "delete from supply_absorption where other_id in (select unhex(value) from json_each($1))",
    ] {
        erased += tx.changed_rows(statement, args![people]).await?;
    }
    Ok(erased)
}

/// Forgets who entered or contested which pupil of another school.
async fn forget_transfers(tx: &mut Tx, leaver: &Leaver) -> Result<u64> {
    let entered = tx
        .changed_rows(
            "update supply_transfer set by_person = null where school_id is not null \
             and by_person in (select unhex(value) from json_each($1))",
            args![leaver.list()],
        )
        .await?;
    let Some(account) = leaver.account else { return Ok(entered) };
    let contested = tx
        .changed_rows(
            "update supply_transfer set contested_by = null where school_id is not null and contested_by = $1",
            args![account],
        )
        .await?;
    Ok(entered + contested)
}
