//! What somebody was typing, for a copy of all that is kept of them: theirs alone.

use crate::W;
use db::{Moment, Result, Tx, args};
use web::personal::{Part, Subject};

/// The drafts that wait.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, subject: &Subject) -> Result<Vec<Part>> {
    let Some(account) = subject.account.filter(|_| subject.own) else { return Ok(Vec::new()) };
    let drafts: Vec<(String, String, Moment)> = tx
        .all("select key, content, saved_at from draft where account_id = $1 order by saved_at, id", args![account])
        .await?;
    let rows = drafts.into_iter().map(|(key, content, at)| vec![key.into(), content.into(), at.into()]);
    let columns = [W.data_form(), W.data_content(), W.data_saved()];
    Ok(Part::new("brouillons", W.data_drafts(), &columns).rows(rows).unless_empty().into_iter().collect())
}
