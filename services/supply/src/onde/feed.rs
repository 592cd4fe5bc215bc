//! Whether the académie delivers a school: then its files are compared with ONDE, never overwritten by it.

use db::{Result, Tx, args};
use school::SchoolId;

/// Whether a delivery of the académie knows the school, or seats somebody there.
///
/// # Errors
/// A fault of the database.
pub async fn is_fed_by_deliveries(tx: &mut Tx, school: SchoolId) -> Result<bool> {
    let known =
        tx.count("select count(*) as n from school where id = $1 and jointure is not null", args![school]).await?;
    let seated = tx
        .count(
            "select count(*) as n from circle c join member m on m.circle_id = c.id \
             where c.school_id = $1 and c.kind in ('school', 'staff') and m.source = 'aaf' and m.until is null",
            args![school],
        )
        .await?;
    Ok(known + seated > 0)
}
