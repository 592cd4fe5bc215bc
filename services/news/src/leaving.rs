//! What becomes of the comments under news when somebody is erased for good. The news of a school are its own: they stay, without
//! the name of who wrote them.

use db::{Result, Tx, args};
use web::personal::Leaver;

/// Erases the comments of somebody, or those nobody read over yet when the rest stays; tells how many.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn erase(tx: &mut Tx, leaver: &Leaver) -> Result<u64> {
    tx.changed_rows(
        "delete from news_comment where author_id in (select unhex(value) from json_each($1)) and school_id is not null \
         and ($2 = false or state = 'pending')",
        args![leaver.list(), leaver.contributions_stay],
    )
    .await
}

/// Whether a comment is still signed by somebody.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn remembers(tx: &mut Tx, leaver: &Leaver) -> Result<bool> {
    let signed = tx
        .count(
            "select count(*) as n from news_comment where school_id is not null \
             and author_id in (select unhex(value) from json_each($1))",
            args![leaver.list()],
        )
        .await?;
    Ok(signed > 0)
}
