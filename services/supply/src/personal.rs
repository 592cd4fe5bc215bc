//! What is erased with somebody who leaves for good.

use db::{Result, Tx, args};
use web::personal::Leaver;

/// Erases what the school entered about somebody, and what was compared with others.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn erase(tx: &mut Tx, leaver: &Leaver) -> Result<u64> {
    let list = leaver.list();
    let mut erased = 0;
    for statement in ERASE {
        erased += tx.run(statement, args![&list]).await?;
    }
    Ok(erased)
}

const ERASE: [&str; 5] = [
    "delete from supply_entry where school_id is not null and person_id in (select unhex(value) from json_each($1))",
    "delete from supply_double where person_a in (select unhex(value) from json_each($1))",
    "delete from supply_double where person_b in (select unhex(value) from json_each($1))",
    "delete from supply_absorption where kept_id in (select unhex(value) from json_each($1))",
    "delete from supply_absorption where other_id in (select unhex(value) from json_each($1))",
];
