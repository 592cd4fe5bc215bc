//! What is kept of somebody: the corrections they signalled. What is to be corrected about somebody goes with them.

use crate::{W, correction::Field};
use db::{Moment, Result, Tx, args};
use web::personal::{Datum, Leaver, Part, Subject};

/// The corrections an account signalled.
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
    Ok(Part::new("corrections-signalees", W.corrections_mine(), &columns)
        .rows(rows)
        .unless_empty()
        .into_iter()
        .collect())
}

/// Erases what was to be corrected about somebody, and forgets who signalled what.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn erase(tx: &mut Tx, leaver: &Leaver) -> Result<u64> {
    let erased = tx
        .run(
            "delete from supply_correction where school_id is not null \
             and person_id in (select unhex(value) from json_each($1))",
            args![leaver.list()],
        )
        .await?;
    let erased = erased + erase_entries(tx, &leaver.list()).await?;
    let Some(account) = leaver.account else { return Ok(erased) };
    let unnamed = tx
        .run("update supply_correction set by_id = null where school_id is not null and by_id = $1", args![account])
        .await?;
    Ok(erased + unnamed)
}

/// Erases what the school entered about somebody, and what was compared with others.
async fn erase_entries(tx: &mut Tx, people: &str) -> Result<u64> {
    let mut erased = 0;
    for statement in [
        "delete from supply_entry where school_id is not null and person_id in (select unhex(value) from json_each($1))",
        "delete from supply_double where person_a in (select unhex(value) from json_each($1))",
        "delete from supply_double where person_b in (select unhex(value) from json_each($1))",
        "delete from supply_absorption where kept_id in (select unhex(value) from json_each($1))",
        "delete from supply_absorption where other_id in (select unhex(value) from json_each($1))",
    ] {
        erased += tx.run(statement, args![people]).await?;
    }
    Ok(erased)
}
