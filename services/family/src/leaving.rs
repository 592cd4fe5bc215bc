//! What goes when somebody is erased for good: a child's invitations and readers with the child, an adult's own with the adult.

use db::{Result, Tx, args};
use web::personal::Leaver;

/// Erases what the service keeps of somebody; how many rows.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn erase(tx: &mut Tx, leaver: &Leaver) -> Result<u64> {
    let mut erased = 0;
    // One statement for each way a row is about somebody: each has its index.
    for sql in [
        "delete from family_contact where person_id in (select unhex(value) from json_each($1))",
        "delete from family_double where person_id in (select unhex(value) from json_each($1))",
        "delete from family_double where other_id in (select unhex(value) from json_each($1))",
        "delete from reader where child_id in (select unhex(value) from json_each($1))",
        "delete from reader where person_id in (select unhex(value) from json_each($1))",
        "delete from family_invitation where child_id in (select unhex(value) from json_each($1))",
        "delete from family_invitation where person_id in (select unhex(value) from json_each($1))",
    ] {
        erased += tx.changed_rows(sql, args![leaver.list()]).await?;
    }
    Ok(erased)
}
