//! The files of a mot, as far as its reader has them: of whoever left, those that were there by then, whatever they are called.

use crate::mot::Mot;
use commons::attachment::{self, Attachment};
use db::{Result, Tx};

/// The files of a mot, in their order. For those who loaded it.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn of(tx: &mut Tx, mot: &Mot) -> Result<Vec<Attachment>> {
    let mut files = attachment::of(tx, mot.thing.id, None).await?;
    if let Some(until) = mot.thing.until {
        let then = attachment::there_at(tx, mot.thing.id, until).await?;
        files.retain(|it| then.contains(&it.file_id));
    }
    Ok(files)
}
