//! Help before sending: a child is asked once to read again a text with a watched word in it (product.md §6.3). What is
//! sent again goes as it is; an adult is told, after sending.

use crate::{
    W,
    component::{Checkbox, Notice},
};
use commons::watched;
use db::{Error, Problems, Result, Tx};
use school::{Profile, SchoolId, Viewer};

/// The field by which a form says that its text was read again.
pub const READ_AGAIN: &str = "relu";

/// What a page shows above its form before it takes the text of a child: nothing when all is well, when the text was read
/// again already, and to adults.
///
/// # Errors
/// A fault of the database.
pub async fn check(
    tx: &mut Tx,
    viewer: &Viewer,
    school: SchoolId,
    text: &str,
    already_read: bool,
) -> Result<Option<Notice>> {
    if already_read || viewer.profile() != Profile::Pupil {
        return Ok(None);
    }
    Ok(advice(tx, viewer, school, text).await?.map(notice))
}

/// The same as a rule of a form that comes back with its problems, such as those of `visit.again`.
///
/// # Errors
/// [`Error::Invalid`] beside [`READ_AGAIN`] when a child is to read the text again; [`asked`] shows it.
pub async fn require(tx: &mut Tx, viewer: &Viewer, school: SchoolId, text: &str, already_read: bool) -> Result<()> {
    if already_read || viewer.profile() != Profile::Pupil {
        return Ok(());
    }
    match advice(tx, viewer, school, text).await? {
        Some(words) => Err(Error::invalid(READ_AGAIN, words)),
        None => Ok(()),
    }
}

/// What a form that came back for that shows: the advice, and the box that sends the text all the same.
pub fn asked(problems: &Problems) -> Option<(Notice, Checkbox)> {
    problems.of(READ_AGAIN).map(|words| (notice(words), confirmation()))
}

/// The box by which a child sends a text all the same.
pub fn confirmation() -> Checkbox {
    Checkbox::new(READ_AGAIN, W.send_all_the_same())
}

fn notice(words: String) -> Notice {
    Notice::attention(words).title(W.read_again_title())
}

/// The words that are to be read again in a text, in a sentence for whoever wrote it; nothing when there are none.
///
/// # Errors
/// A fault of the database.
pub async fn advice(tx: &mut Tx, viewer: &Viewer, school: SchoolId, text: &str) -> Result<Option<String>> {
    let found = watched::found(tx, school, text).await?;
    let count = i64::try_from(found.len()).unwrap_or(i64::MAX);
    let quoted: Vec<String> = found.iter().map(|word| W.quoted_word(word)).collect();
    let words = quoted.join(", ");
    Ok((count > 0).then(|| match viewer.profile() {
        Profile::Pupil => W.read_again_to_pupil(count, words),
        _ => W.read_again(count, words),
    }))
}
